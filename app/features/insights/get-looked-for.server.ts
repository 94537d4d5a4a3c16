import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { COMES_BACK, listClusters, type LookedFor } from "./clusters/list-clusters.server.ts";
import { clusterView, type ClusterView } from "./cluster-view.ts";
import { successRate, type Counts } from "./log/counts.ts";
import type { Period } from "./log/periods.ts";
import { loadLogDays } from "./log/load-log-days.server.ts";

/** The lists of the page. */
export const LISTS = ["nothing", "unopened", "taken", "solved"] as const;
export type ListName = (typeof LISTS)[number];

export type LookedForPage = {
  days: Period;
  /** For how long searches are kept. */
  keptDays: number;
  totals: Counts;
  success: number | null;
  lists: { name: ListName; clusters: number }[];
  list: ListName;
  /** How many failed searches bring a solved cluster back. */
  comesBack: number;
  rows: ClusterView[];
  page: number;
  pages: number;
};

const ROWS = 25;

const failing = ({ counts }: LookedFor): boolean =>
  counts.unopened > 0 && 2 * counts.succeeded <= counts.rated;
const open = ({ state }: LookedFor): boolean => state !== "solved";

const CHOSEN: Record<ListName, (cluster: LookedFor) => boolean> = {
  nothing: (cluster) => open(cluster) && cluster.counts.nothing > 0,
  unopened: (cluster) => open(cluster) && failing(cluster),
  taken: ({ state }) => state === "assigned" || state === "answered" || state === "back",
  solved: ({ state }) => state === "solved",
};

const RANK: Record<ListName, (cluster: LookedFor) => number> = {
  nothing: ({ counts }) => counts.nothing,
  unopened: ({ counts }) => counts.unopened,
  taken: ({ counts }) => counts.searches,
  solved: (cluster) => cluster.case?.solvedAt?.getTime() ?? 0,
};

/** A list as an address says it; what found nothing otherwise. */
export function listOf(given: string | null): ListName {
  return LISTS.find((name) => name === given) ?? "nothing";
}

/** What people looked for in the last days, for staff. Throws SignInNeededError, ForbiddenError. */
export async function getLookedFor(
  ctx: Ctx,
  { days, list, page }: { days: Period; list: ListName; page: number },
): Promise<LookedForPage> {
  assertCan(ctx.actor, "tune_search", null);
  const [{ clusters, totals }, keptDays] = await Promise.all([
    listClusters(ctx, days),
    loadLogDays(ctx),
  ]);
  const chosen = clusters
    .filter(CHOSEN[list])
    .sort((a, b) => RANK[list](b) - RANK[list](a) || (a.key < b.key ? -1 : 1));
  const pages = Math.max(1, Math.ceil(chosen.length / ROWS));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    days,
    keptDays,
    totals,
    success: successRate(totals),
    lists: LISTS.map((name) => ({ name, clusters: clusters.filter(CHOSEN[name]).length })),
    list,
    comesBack: COMES_BACK,
    rows: chosen.slice((shown - 1) * ROWS, shown * ROWS).map((row) => clusterView(ctx, row)),
    page: shown,
    pages,
  };
}
