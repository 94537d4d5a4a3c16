import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { assertAtDesk } from "../at-desk.ts";
import { placeFrom, placeQuery, type DeskPlace } from "./desk-place.ts";

export type DeskView = { id: number; name: string; place: DeskPlace };

const LONGEST = 40;
const MOST = 20;

/** The views that the reader keeps, by name. */
export async function listViews(ctx: Ctx): Promise<DeskView[]> {
  if (ctx.actor.id === null) return [];
  const rows = await ctx.db
    .selectFrom("desk_view")
    .select(["id", "name", "query"])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .orderBy("name")
    .execute();
  return rows.map(({ query, ...view }) => ({
    ...view,
    place: placeFrom(new URLSearchParams(query)),
  }));
}

/**
 * Keeps a place of the desk under a name; the same name again takes its place. Throws InvalidError
 * (view), SignInNeededError, ForbiddenError.
 */
export async function saveView(
  ctx: Ctx,
  input: { name: string; place: DeskPlace },
): Promise<{ viewId: number }> {
  const { id: memberId } = requireMember(ctx);
  assertAtDesk(ctx);
  const name = input.name.replace(/\s+/g, " ").trim();
  if (name === "") throw new InvalidError({ view: { key: "error.required" } });
  if (name.length > LONGEST) {
    throw new InvalidError({ view: { key: "error.tooLong", params: { max: LONGEST } } });
  }
  const kept = await listViews(ctx);
  if (kept.length >= MOST && !kept.some((view) => view.name === name)) {
    throw new InvalidError({ view: { key: "desk.tooManyViews", params: { max: MOST } } });
  }
  const query = placeQuery(input.place);
  const { id } = await ctx.db
    .insertInto("desk_view")
    .values({ community_id: ctx.community.id, member_id: memberId, name, query })
    .onConflict((of) => of.columns(["community_id", "member_id", "name"]).doUpdateSet({ query }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return { viewId: id };
}

/** Takes away one of the reader's own views; again changes nothing. Throws SignInNeededError. */
export async function removeView(ctx: Ctx, input: { viewId: number }): Promise<void> {
  const { id: memberId } = requireMember(ctx);
  await ctx.db
    .deleteFrom("desk_view")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", memberId)
    .where("id", "=", input.viewId)
    .execute();
}
