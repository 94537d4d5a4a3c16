import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { LookedFor } from "./clusters/list-clusters.server.ts";
import { successRate, type Counts } from "./log/counts.ts";

/** A cluster as pages show it. Shares are 0 to 1, `null` where there is nothing to be a share of. */
export type ClusterView = {
  key: string;
  name: string;
  queries: { query: string; searches: number; nothing: number; success: number | null }[];
  counts: Counts;
  success: number | null;
  /** Searches of the later half of the period for one of the earlier; `null`: there were none then. */
  trend: number | null;
  state: LookedFor["state"];
  assignee: { id: number; name: string } | null;
  threadId: number | null;
  answered: TimeText | null;
  solved: {
    at: TimeText;
    before: { searches: number; success: number | null };
    after: { searches: number; success: number | null; failed: number };
  } | null;
};

function solvedView(ctx: Ctx, { case: found, after }: LookedFor): ClusterView["solved"] {
  if (!found?.solvedAt) return null;
  const since = after ?? { rated: 0, succeeded: 0, failed: 0 };
  return {
    at: formatTime(ctx.t, found.solvedAt, ctx.now, ctx.community.timeZone),
    before: { searches: found.before.rated, success: successRate(found.before) },
    after: { searches: since.rated, success: successRate(since), failed: since.failed },
  };
}

/** What pages are given of a cluster. */
export function clusterView(ctx: Ctx, cluster: LookedFor): ClusterView {
  const { counts, case: found } = cluster;
  const earlier = counts.searches - counts.recent;
  return {
    key: cluster.key,
    name: cluster.name,
    queries: cluster.queries.map((query) => ({
      query: query.query,
      searches: query.searches,
      nothing: query.nothing,
      success: successRate(query),
    })),
    counts,
    success: successRate(counts),
    trend: earlier === 0 ? null : counts.recent / earlier,
    state: cluster.state,
    assignee:
      found?.assigneeId != null ? { id: found.assigneeId, name: found.assigneeName ?? "" } : null,
    threadId: found?.threadId ?? null,
    answered: found?.answeredAt
      ? formatTime(ctx.t, found.answeredAt, ctx.now, ctx.community.timeZone)
      : null,
    solved: solvedView(ctx, cluster),
  };
}
