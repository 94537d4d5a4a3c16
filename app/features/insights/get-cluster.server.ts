import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { listStaff } from "./cases/list-staff.server.ts";
import type { ClusterRef } from "./cases/take-up.server.ts";
import { listClusters } from "./clusters/list-clusters.server.ts";
import { clusterView, type ClusterView } from "./cluster-view.ts";
import { keyHash } from "./log/key-hash.server.ts";
import { boundsOf } from "./log/periods.ts";

/** How often a thread was among the results, and opened from them. */
export type ShownThread = { threadId: number; shown: number; opened: number };
/** `week` is its Monday, `2026-11-23`. */
export type WeekOfSearches = { week: string; searches: number; found: number; succeeded: number };

export type ClusterPage = {
  days: number;
  cluster: ClusterView;
  threads: ShownThread[];
  weeks: WeekOfSearches[];
  staff: { id: number; name: string }[];
};

const THREADS = 10;
const WEEKS = 26;

async function shownThreads(ctx: Ctx, keys: string[], since: Date): Promise<ShownThread[]> {
  const { rows } = await sql<ShownThread>`
    select thread_id as "threadId", count(*) as shown,
      count(*) filter (where thread_id = any (clicked)) as opened
    from (
      select distinct l.id, l.clicked, thread_id
      from search_log l, unnest(l.shown || l.clicked) thread_id
      where l.community_id = ${ctx.community.id} and l.query_key = any (${keys}::text[])
        and l.hour >= ${since}
    ) each
    group by thread_id order by opened desc, shown desc, thread_id limit ${THREADS}
  `.execute(ctx.db);
  return rows;
}

async function searchesByWeek(ctx: Ctx, keys: string[]): Promise<WeekOfSearches[]> {
  const at = ctx.community.id;
  const { rows } = await sql<WeekOfSearches>`
    select week::text as week, sum(searches)::bigint as searches, sum(found)::bigint as found,
      sum(succeeded)::bigint as succeeded
    from (
      select date_trunc('week', hour at time zone 'UTC')::date as week, count(*) as searches,
        count(*) filter (where total > 0) as found,
        count(*) filter (where clicked <> '{}' or solved) as succeeded
      from search_log
      where community_id = ${at} and query_key = any (${keys}::text[]) and source <> 'api'
      group by 1
      union all
      select week, searches, found, succeeded from search_week
      where community_id = ${at}
        and key_hash in (select ${keyHash(sql`key`)} from unnest(${keys}::text[]) key)
    ) counted
    group by week order by week desc limit ${WEEKS}
  `.execute(ctx.db);
  return rows;
}

/**
 * One cluster, for staff: its queries, what they showed, week by week.
 * @throws SignInNeededError, ForbiddenError, NotFoundError when nobody searched for it
 */
export async function getCluster(ctx: Ctx, { key, days }: ClusterRef): Promise<ClusterPage> {
  assertCan(ctx.actor, "tune_search", null);
  const { clusters } = await listClusters(ctx, days);
  const cluster = clusters.find(({ keys }) => keys.includes(key));
  if (!cluster) throw new NotFoundError();
  const [threads, weeks, staff] = await Promise.all([
    shownThreads(ctx, cluster.keys, boundsOf(days, ctx.now).since),
    searchesByWeek(ctx, cluster.keys),
    listStaff(ctx),
  ]);
  return { days, cluster: clusterView(ctx, cluster), threads, weeks, staff };
}
