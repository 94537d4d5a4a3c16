import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { PointVersion, RankVersion } from "./load-rule-versions.server.ts";
import { pointChanges, rankChanges } from "./rule-changes.ts";

/** A published version as everybody reads it. */
export type VersionView = {
  key: string;
  title: string;
  at: TimeText;
  /** Who published it, for staff. */
  by: string | null;
  /** From when what happens counts by it; `null` for ranks. */
  holds: string | null;
  note: string;
  changes: string[];
};

function dayOf({ t }: Ctx, at: Date): string {
  return new Intl.DateTimeFormat(t.locale === "en" ? "en-GB" : t.locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(at);
}

const time = (ctx: Ctx, at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);

/** A version of the point rules in words. */
export function viewPointVersion(ctx: Ctx, of: PointVersion): VersionView {
  const { t } = ctx;
  const { effectiveFrom } = of;
  return {
    key: `points-${of.version}`,
    title: t("rules.versionOfPoints", { version: of.version }),
    at: time(ctx, of.at),
    by: of.by,
    holds: effectiveFrom
      ? t("rules.holdsFrom", { day: dayOf(ctx, effectiveFrom) })
      : t("rules.holdsForAll"),
    note: of.note,
    changes: pointChanges(t, of.before, of.after),
  };
}

/** A version of the list of ranks in words. */
export function viewRankVersion(ctx: Ctx, of: RankVersion): VersionView {
  const { t } = ctx;
  return {
    key: `ranks-${of.version}`,
    title: t("rules.versionOfRanks", { version: of.version }),
    at: time(ctx, of.at),
    by: of.by,
    holds: null,
    note: of.note,
    changes: rankChanges(t, of.before, of.after),
  };
}
