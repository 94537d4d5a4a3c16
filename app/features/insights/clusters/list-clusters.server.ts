import type { Ctx } from "#app/lib/ctx.ts";
import { countAfter, type After } from "../cases/count-after.server.ts";
import { listCases, type SearchCase } from "../cases/list-cases.server.ts";
import { addCounts, NO_COUNTS, type Counts } from "../log/counts.ts";
import { countQueries, type CountedQuery } from "../log/count-queries.server.ts";
import type { Period } from "../log/periods.ts";
import { clusterQueries } from "./cluster-queries.ts";
import { queryConcepts } from "./query-concepts.server.ts";

export type ClusteredQuery = CountedQuery;

export type LookedFor = {
  /** Of its most common query: what its page is found by. */
  key: string;
  name: string;
  /** Its queries in the period, the most common first. */
  queries: ClusteredQuery[];
  /** Keys of all its queries, also of those that were not made in the period. */
  keys: string[];
  counts: Counts;
  case: SearchCase | null;
  /** How searches went since it was marked as solved. */
  after: After | null;
  state: "open" | "assigned" | "answered" | "solved" | "back";
};

/** A solved cluster comes back when so many searches have failed since, and at least half of them. */
export const COMES_BACK = 5;

function stateOf(found: SearchCase | null, after: After | null): LookedFor["state"] {
  if (!found) return "open";
  if (found.state === "solved") {
    const failed = after?.failed ?? 0;
    return failed >= COMES_BACK && 2 * failed >= (after?.searches ?? 0) ? "back" : "solved";
  }
  if (found.state === "answered") return "answered";
  return found.assigneeId === null ? "open" : "assigned";
}

type Unsettled = Omit<LookedFor, "after" | "state">;

async function gather(ctx: Ctx, counted: CountedQuery[]): Promise<Unsettled[]> {
  const cases = await listCases(ctx);
  const caseOf = new Map(cases.flatMap((one) => one.keys.map((key) => [key, one] as const)));
  const queries = new Map(counted.map((query) => [query.key, query]));
  const language = ctx.community.locale.split("-")[0]!;
  const absent = [...caseOf.keys()].filter((key) => !queries.has(key));
  const all = [
    ...counted,
    ...absent.map((key) => ({ key, language, searches: 0, shown: [] as number[] })),
  ];
  const concepts = await queryConcepts(ctx.db, ctx.community.id, all);
  const clusters = clusterQueries(
    all.map(({ key, searches, shown }) => ({
      key,
      searches,
      shown,
      concepts: concepts.get(key)!,
      caseId: caseOf.get(key)?.id ?? null,
    })),
  );
  return clusters.map(({ keys, caseId }) => {
    const made = keys.flatMap((key) => queries.get(key) ?? []);
    const found = cases.find((one) => one.id === caseId) ?? null;
    return {
      key: keys[0]!,
      name: found?.name ?? made[0]!.query,
      queries: made,
      keys,
      counts: made.length === 0 ? NO_COUNTS : addCounts(made),
      case: found,
    };
  });
}

/** What was looked for in the last days, queries that mean the same together, with the sums of all. */
export async function listClusters(
  ctx: Ctx,
  days: Period,
): Promise<{ clusters: LookedFor[]; totals: Counts; distinct: number }> {
  const { queries, totals, distinct } = await countQueries(ctx, days);
  const unsettled = await gather(ctx, queries);
  const afters = await countAfter(
    ctx,
    unsettled.flatMap(({ case: found, keys }) => {
      return found?.solvedLogId != null && found.solvedAt
        ? [{ caseId: found.id, keys, logId: found.solvedLogId, at: found.solvedAt }]
        : [];
    }),
  );
  const clusters = unsettled.map((cluster) => {
    const after = cluster.case ? (afters.get(cluster.case.id) ?? null) : null;
    return { ...cluster, after, state: stateOf(cluster.case, after) };
  });
  return { clusters, totals, distinct };
}
