import { sql } from "kysely";
import type { Translate } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import { capital, sayFormula } from "../formula-words.ts";
import { loadPointRules } from "../load-point-rules.server.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { memberMetrics } from "../member-metrics.server.ts";
import type { Metrics } from "../metrics.ts";
import { POINT_RULES, type PointRule, type Pricing } from "../point-rules.ts";
import { criteriaOf, isFault, NO_METRICS, readFormula, type Formula } from "../rank-formula.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import type { Rank } from "../ranks.ts";
import { loadPointVersions, loadRankVersions } from "./load-rule-versions.server.ts";
import { powerWords } from "./power-words.ts";
import { viewPointVersion, viewRankVersion, type VersionView } from "./rule-history.server.ts";

/** One thing that a rank asks. */
export type AskView = {
  words: string;
  /** Whether the reader is there; `null` for who has no figures. */
  met: boolean | null;
  /** How far they are, where it is a figure to reach. */
  progress: { have: number; need: number } | null;
  /** What they have of the figure that it compares. */
  have: number | null;
};

export type StepView = {
  key: string;
  name: string;
  /** From 0. */
  place: number;
  holders: number;
  /** The reader's. */
  here: boolean;
  asks: AskView[];
  /** Everything that the rank before unlocks, and `powers`. */
  more: boolean;
  powers: string[];
};

export type Ladder = {
  steps: StepView[];
  /** The reader's rank, and what the next one still asks; `null` for guests and staff. */
  own: { rank: string; next: { name: string; asks: AskView[] } | null } | null;
  rules: ({ key: PointRule } & Pricing)[];
  history: VersionView[];
};

/** How many hold each rank; staff show their role instead. */
async function loadHolders({ db, community }: Ctx): Promise<Map<number, number>> {
  const { rows } = await sql<{ rank: number; count: number }>`
    select rank, count(*)::int as count from member
    where community_id = ${community.id} and role in ('member', 'super_user')
    group by rank
  `.execute(db);
  return new Map(rows.map(({ rank, count }) => [rank, count]));
}

/** The figures of a reader who has a rank. */
async function loadOwn(ctx: Ctx): Promise<{ rank: number; metrics: Metrics } | null> {
  const { actor, db, community, now } = ctx;
  if (actor.kind === "guest" || isStaff(actor.role)) return null;
  const of = await memberMetrics(db, community.id, { memberIds: [actor.id], now });
  return { rank: actor.rank.index, metrics: of.get(actor.id) ?? NO_METRICS };
}

function haveOf(formula: Formula, metrics: Metrics): number | null {
  return formula.kind === "compare" && formula.left.kind === "metric"
    ? metrics[formula.left.name]
    : null;
}

function asksOf(t: Translate, { formula: text }: Rank, metrics: Metrics | null): AskView[] {
  const formula = readFormula(text);
  if (isFault(formula)) return [];
  return criteriaOf(formula, metrics ?? NO_METRICS).map(({ met, goal, formula: part }) => ({
    words: capital(t, sayFormula(t, part)),
    met: metrics ? met : null,
    progress: metrics && goal && goal.need > 0 ? { have: goal.have, need: goal.need } : null,
    have: metrics ? haveOf(part, metrics) : null,
  }));
}

function unlocks(t: Translate, rank: Rank, before: Rank | undefined) {
  const more = before !== undefined && before.powers.every((power) => rank.powers.includes(power));
  const powers = more ? rank.powers.filter((power) => !before.powers.includes(power)) : rank.powers;
  return { more, powers: powers.map((power) => powerWords(t, power)) };
}

/**
 * The ranks with what each asks and unlocks and how many hold it, the reader's way through them,
 * what gives points, and every version of both, the newest first. For everybody.
 */
export async function getLadder(ctx: Ctx): Promise<Ladder> {
  const { t, db, community } = ctx;
  const [{ ranks }, rules, holders, own, pointVersions, rankVersions] = await Promise.all([
    loadRanks(db, community.id),
    loadPointRules(db, community.id),
    loadHolders(ctx),
    loadOwn(ctx),
    loadPointVersions(ctx),
    loadRankVersions(ctx),
  ]);
  const steps = ranks.map((rank, place) => ({
    key: rank.key,
    name: rankName(t, rank),
    place,
    holders: holders.get(place) ?? 0,
    here: own?.rank === place,
    asks: asksOf(t, rank, own?.metrics ?? null),
    ...unlocks(t, rank, ranks[place - 1]),
  }));
  const next = own ? steps[own.rank + 1] : undefined;
  const history = [
    ...pointVersions.map((of) => ({ at: of.at, view: viewPointVersion(ctx, of) })),
    ...rankVersions.map((of) => ({ at: of.at, view: viewRankVersion(ctx, of) })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const inForce = rules.at(-1)!.rules;
  return {
    steps,
    own: own && {
      rank: steps[own.rank]?.name ?? "",
      next: next ? { name: next.name, asks: next.asks.filter(({ met }) => !met) } : null,
    },
    rules: POINT_RULES.map((key) => ({ key, ...inForce[key] })),
    history: history.map(({ view }) => ({ ...view, by: null })),
  };
}
