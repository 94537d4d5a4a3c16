import type { Ctx } from "#app/lib/ctx.ts";
import { listCases } from "../list-cases.server.ts";
import { filtersOf, type DeskPlace } from "./desk-place.ts";

/** The case that comes after one in the list shown, else the first other one; `undefined` when it is the last. */
export async function nextCase(
  ctx: Ctx,
  { place, after }: { place: DeskPlace; after: number },
): Promise<number | undefined> {
  const { rows } = await listCases(ctx, filtersOf(place, ctx.actor.id));
  const at = rows.findIndex(({ id }) => id === after);
  return (rows[at + 1] ?? rows.find(({ id }) => id !== after))?.id;
}
