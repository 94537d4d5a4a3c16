import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { countFigures } from "./count-figures.server.ts";

/** Counts what the transparency page shows, anew as a whole: late outcomes belong to earlier months. */
export async function settleTransparency(
  ctx: Pick<Ctx, "db" | "community" | "now">,
): Promise<void> {
  const at = ctx.community.id;
  await inTransaction(ctx.db, async (tx) => {
    const all = await countFigures({ ...ctx, db: tx });
    const periods = Object.keys(all);
    await tx
      .deleteFrom("transparency")
      .where("community_id", "=", at)
      .where("period", "not in", periods)
      .execute();
    await tx
      .insertInto("transparency")
      .values(
        periods.map((period) => ({
          community_id: at,
          period,
          figures: JSON.stringify(all[period]),
          counted_at: ctx.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["community_id", "period"]).doUpdateSet({
          figures: sql`excluded.figures`,
          counted_at: sql`excluded.counted_at`,
        }),
      )
      .execute();
  });
}
