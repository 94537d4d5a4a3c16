import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { countFigures } from "./count-figures.server.ts";
import { noFigures, YEAR, type Figures, type FiguresByPeriod } from "./figures.ts";
import { lastMonths, monthName } from "./months.ts";

export type Transparency = {
  months: { month: string; name: string; figures: Figures }[];
  year: Figures;
  /** The month looked at; `null`: the twelve together. */
  chosen: string | null;
  counted: TimeText;
};

/** What was counted; a community whose job hasn't run yet is new, and is counted here. */
async function loadFigures(ctx: Ctx): Promise<{ all: FiguresByPeriod; at: Date }> {
  const rows = await ctx.db
    .selectFrom("transparency")
    .select(["period", "figures", "counted_at"])
    .where("community_id", "=", ctx.community.id)
    .execute();
  if (rows.length === 0) return { all: await countFigures(ctx), at: ctx.now };
  return {
    all: Object.fromEntries(rows.map(({ period, figures }) => [period, figures as Figures])),
    at: rows[0]!.counted_at,
  };
}

/** How the team decided in the last twelve months: for everybody, without a word about anybody. */
export async function getTransparency(
  ctx: Ctx,
  { month }: { month: string | null },
): Promise<Transparency> {
  const { all, at } = await loadFigures(ctx);
  const { timeZone } = ctx.community;
  const months = lastMonths(ctx.now, timeZone);
  return {
    months: months.map((key) => ({
      month: key,
      name: monthName(ctx.t.locale, key),
      figures: all[key] ?? noFigures(),
    })),
    year: all[YEAR] ?? noFigures(),
    chosen: months.find((key) => key === month) ?? null,
    counted: formatTime(ctx.t, at, ctx.now, timeZone),
  };
}
