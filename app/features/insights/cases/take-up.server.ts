import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { listClusters, type LookedFor } from "../clusters/list-clusters.server.ts";
import type { Period } from "../log/periods.ts";

/** Which cluster: by one of its queries, as the page of that period had it. */
export type ClusterRef = { key: string; days: Period };

/** Class of the advisory locks that have one case made at a time; the second half is the community. */
const CASES = 7_371;
/** Queries that a case holds at most. */
const MOST_KEYS = 200;

async function caseOf(tx: Tx, ctx: Ctx, cluster: LookedFor): Promise<number> {
  const at = ctx.community.id;
  await sql`select pg_advisory_xact_lock(${CASES}, ${at})`.execute(tx);
  const keys = cluster.keys.slice(0, MOST_KEYS);
  const known = await tx
    .selectFrom("search_case_query")
    .select("case_id")
    .where("community_id", "=", at)
    .where("query_key", "in", keys)
    .orderBy("case_id")
    .executeTakeFirst();
  const made = known
    ? { id: known.case_id }
    : await tx
        .insertInto("search_case")
        .values({ community_id: at, name: cluster.name })
        .returning("id")
        .executeTakeFirstOrThrow();
  await tx
    .insertInto("search_case_query")
    .values(keys.map((key) => ({ community_id: at, query_key: key, case_id: made.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return made.id;
}

/**
 * Takes a cluster up, as the case it is or a new one, and runs `work` on it in the same transaction. For
 * those who may tune the search.
 * @throws SignInNeededError, ForbiddenError, NotFoundError when nobody searched for it
 */
export async function takeUp(
  ctx: Ctx,
  { key, days }: ClusterRef,
  work: (tx: Tx, caseId: number, cluster: LookedFor) => Promise<void>,
): Promise<void> {
  assertCan(ctx.actor, "tune_search", null);
  const { clusters } = await listClusters(ctx, days);
  const cluster = clusters.find(({ keys }) => keys.includes(key));
  if (!cluster) throw new NotFoundError();
  await inTransaction(ctx.db, async (tx) => work(tx, await caseOf(tx, ctx, cluster), cluster));
}
