import { sql } from "kysely";
import { queryKey } from "#search/postgres/list-pinned.server.ts";
import type { Db } from "#db/client.server.ts";
import { keyHash } from "./key-hash.server.ts";

/** A query is counted on only when it was searched so often: a rare one may say who searched. */
const OFTEN = 3;
/** Searches forgotten by one statement. */
const BATCH = 20_000;

/**
 * Forgets searches that are too old, in one statement with what stays of them: counts by week of queries
 * that came often. Gives how many were forgotten.
 */
async function forgetBatch(db: Db, communityId: number, days: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with last as (
      select hour, id from search_log
      where community_id = ${communityId} and hour < now() - make_interval(days => ${days}::int)
      order by hour, id offset ${BATCH - 1}::int limit 1
    ), gone as (
      -- up to a place in their order, not by a list: whatever the statistics say, nothing is joined
      delete from search_log
      where community_id = ${communityId} and hour < now() - make_interval(days => ${days}::int)
        and coalesce((hour, id) <= (select hour, id from last), true)
      returning query_key, ${keyHash(sql`query_key`)} as key_hash, source, total, clicked, solved, hour
    ), counted as (
      insert into search_week (community_id, key_hash, week, searches, found, succeeded)
      select ${communityId}, key_hash, date_trunc('week', hour at time zone 'UTC')::date, count(*),
        count(*) filter (where total > 0), count(*) filter (where clicked <> '{}' or solved)
      from gone
      where source <> 'api' and ${days}::int > 0
        -- "or" keeps the planner from a join of two sets whose sizes it doesn't know
        and (query_key in (
            select query_key from search_log where community_id = ${communityId}
            group by query_key having count(*) >= ${OFTEN}
          )
          or key_hash in (select key_hash from search_week where community_id = ${communityId}))
      group by 2, 3
      on conflict (community_id, key_hash, week) do update set
        searches = search_week.searches + excluded.searches,
        found = search_week.found + excluded.found,
        succeeded = search_week.succeeded + excluded.succeeded
    )
    select count(*) as count from gone
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Rare queries that a case holds go with their searches; the one it is named after stays. */
async function forgetCaseQueries(db: Db, communityId: number): Promise<void> {
  const { rows } = await sql<{ query_key: string; name: string }>`
    select q.query_key, c.name
    from search_case_query q
    join search_case c on c.community_id = q.community_id and c.id = q.case_id
    where q.community_id = ${communityId}
      and not exists (select from search_log l
        where l.community_id = q.community_id and l.query_key = q.query_key)
      and not exists (select from search_week w
        where w.community_id = q.community_id and w.key_hash = ${keyHash(sql`q.query_key`)} collate "C")
  `.execute(db);
  const gone = rows.filter((row) => row.query_key !== queryKey(row.name));
  if (gone.length === 0) return;
  await db
    .deleteFrom("search_case_query")
    .where("community_id", "=", communityId)
    .where(
      "query_key",
      "in",
      gone.map((row) => row.query_key),
    )
    .execute();
}

/** Cases that nobody has taken up after all, and nobody searches for any more. */
async function forgetIdleCases(db: Db, communityId: number): Promise<void> {
  await sql`
    delete from search_case c
    where c.community_id = ${communityId} and c.state = 'open' and c.assignee_id is null
      and not exists (
        select from search_case_query q
        join search_log l on l.community_id = q.community_id and l.query_key = q.query_key
        where q.community_id = c.community_id and q.case_id = c.id
      )
  `.execute(db);
}

/**
 * Forgets a community's searches that are older than it keeps them; where it keeps none, their counts
 * too. What staff wrote down of a solved query stays.
 */
export async function sweepSearches(
  db: Db,
  community: { id: number; days: number },
): Promise<void> {
  const { id, days } = community;
  while ((await forgetBatch(db, id, days)) === BATCH);
  if (days === 0) await db.deleteFrom("search_week").where("community_id", "=", id).execute();
  await forgetCaseQueries(db, id);
  await forgetIdleCases(db, id);
}
