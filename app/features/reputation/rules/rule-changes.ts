import type { Translate } from "#app/i18n/translate.ts";
import { sayFormulaText } from "../formula-words.ts";
import { POINT_RULES, type PointRules } from "../point-rules.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import type { Rank } from "../ranks.ts";
import { powerList } from "./power-words.ts";

/** What one version of the point rules made different from the one before, in words. */
export function pointChanges(t: Translate, before: PointRules, after: PointRules): string[] {
  return POINT_RULES.flatMap((name) => {
    const rule = t(`rules.rule.${name}`);
    const [old, now] = [before[name], after[name]];
    const points =
      old.points === now.points
        ? []
        : [t("rules.changedPoints", { rule, before: old.points, after: now.points })];
    if (old.dailyCap === now.dailyCap) return points;
    if (now.dailyCap === null) return [...points, t("rules.changedCapOff", { rule })];
    if (old.dailyCap === null) {
      return [...points, t("rules.changedCapOn", { rule, after: now.dailyCap })];
    }
    return [...points, t("rules.changedCap", { rule, before: old.dailyCap, after: now.dailyCap })];
  });
}

/** What became of a rank that was there before. */
function changesOf(t: Translate, old: Rank, now: Rank): string[] {
  const rank = rankName(t, now);
  const gains = now.powers.filter((power) => !old.powers.includes(power));
  const loses = old.powers.filter((power) => !now.powers.includes(power));
  return [
    old.name === now.name ? null : t("rules.changedName", { before: rankName(t, old), rank }),
    old.formula === now.formula
      ? null
      : t("rules.changedAsks", {
          rank,
          asks: now.formula === "" ? t("rules.asksNothing") : sayFormulaText(t, now.formula),
        }),
    gains.length === 0 ? null : t("rules.changedGains", { rank, powers: powerList(t, gains) }),
    loses.length === 0 ? null : t("rules.changedLoses", { rank, powers: powerList(t, loses) }),
  ].filter((change) => change !== null);
}

/** Ranks that stand elsewhere among those that are in both lists. */
function moved(t: Translate, before: Rank[], after: Rank[]): string[] {
  const both = (list: Rank[], other: Rank[]) =>
    list.map(({ key }) => key).filter((key) => other.some((rank) => rank.key === key));
  const [old, now] = [both(before, after), both(after, before)];
  return after.flatMap((rank, index) =>
    now.includes(rank.key) && old.indexOf(rank.key) !== now.indexOf(rank.key)
      ? [t("rules.changedOrder", { rank: rankName(t, rank), place: index + 1 })]
      : [],
  );
}

/** What one version of the list of ranks made different from the one before, in words. */
export function rankChanges(t: Translate, before: Rank[], after: Rank[]): string[] {
  return [
    ...after.flatMap((rank) => {
      const old = before.find(({ key }) => key === rank.key);
      return old ? changesOf(t, old, rank) : [t("rules.changedAdded", { rank: rankName(t, rank) })];
    }),
    ...before
      .filter(({ key }) => !after.some((rank) => rank.key === key))
      .map((rank) => t("rules.changedRemoved", { rank: rankName(t, rank) })),
    ...moved(t, before, after),
  ];
}
