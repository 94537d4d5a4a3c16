import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Who changed something last, and when; `by` is null when they left, or no member did it. */
export type ChangeView = { by: string | null; at: TimeText };

type Changed = { updated_by: number | null; updated_at: Date };

/** Says of rows who changed them. */
export async function listChanges(
  ctx: Ctx,
  rows: Changed[],
): Promise<(row: Changed) => ChangeView> {
  const ids = [...new Set(rows.flatMap((row) => row.updated_by ?? []))];
  const members =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom("member")
          .select(["id", "name"])
          .where("community_id", "=", ctx.community.id)
          .where("id", "in", ids)
          .execute();
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (row) => ({
    by: names.get(row.updated_by ?? 0) ?? null,
    at: formatTime(ctx.t, row.updated_at, ctx.now, ctx.community.timeZone),
  });
}
