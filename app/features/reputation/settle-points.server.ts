import { sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import { causes, pricedCauses, type CauseScope } from "./causes.server.ts";
import { loadPointRules } from "./load-point-rules.server.ts";
import { membersInTurn } from "./members-in-turn.server.ts";

/** Everybody's reads whole tables; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

/** Whole days of members, or members altogether: caps and counter entries need no less. */
type Settled = Extract<CauseScope, { days: string[] } | { memberIds: number[] }>;

/** Members and days (UTC) that a thread gives points to, or has given. */
async function touchedBy(
  tx: Tx,
  communityId: number,
  threadId: number,
): Promise<{ members: number[]; days: string[] }> {
  const { rows } = await sql<{ member_id: number; day: string }>`
    select member_id, (at at time zone 'UTC')::date::text as day
    from (${causes(communityId, { threadId })}) now_there
    union
    select member_id, day::text from reputation_entry
    where community_id = ${communityId} and thread_id = ${threadId}
    union
    -- what a post gave while it stood in another thread
    select member_id, day::text from reputation_entry
    where community_id = ${communityId} and post_id in (
      select id from post where community_id = ${communityId} and thread_id = ${threadId})
  `.execute(tx);
  return {
    members: [...new Set(rows.map((row) => row.member_id))].sort((a, b) => a - b),
    days: [...new Set(rows.map((row) => row.day))],
  };
}

/** So that of two settlements for one member the later one sees what the earlier one wrote. */
async function lockMembers(tx: Tx, communityId: number, members: number[]): Promise<void> {
  await sql`
    select id from member where community_id = ${communityId} and id = any(${members}::bigint[])
    order by id for no key update
  `.execute(tx);
}

/** Writes what the ledger lacks or has too much of, and the sums with it. */
async function writeDifference(tx: Tx, communityId: number, scope: Settled): Promise<number[]> {
  const versions = await loadPointRules(tx, communityId);
  const inScope =
    "days" in scope
      ? sql`member_id = any(${scope.members}::bigint[]) and day = any(${scope.days}::date[])`
      : sql`member_id = any(${scope.memberIds}::bigint[])`;
  const { rows } = await sql<{ member_id: number }>`
    with due as materialized (${pricedCauses(communityId, scope, versions)}),
    given as materialized (
      select member_id, cause, day, min(rule) as rule, max(rule_version) as version,
        sum(points)::int as points, max(number) as number, min(caused_at) as at,
        min(thread_id) as thread_id, min(post_id) as post_id
      from reputation_entry where community_id = ${communityId} and ${inScope}
      group by member_id, cause, day
    ),
    written as (
      insert into reputation_entry (community_id, member_id, rule, rule_version, cause, number,
        points, day, caused_at, thread_id, post_id, giver_id)
      select ${communityId}, member_id, coalesce(due.rule, given.rule),
        coalesce(due.version, given.version), cause, coalesce(given.number, 0) + 1,
        coalesce(due.points, 0) - coalesce(given.points, 0), day, coalesce(due.at, given.at), coalesce(due.thread_id, given.thread_id),
        coalesce(due.post_id, given.post_id), due.giver_id
      from due full join given using (member_id, cause, day)
      where coalesce(due.points, 0) <> coalesce(given.points, 0)
      returning member_id, points
    ),
    summed as (
      update member set points = member.points + change.points
      from (select member_id, sum(points)::int as points from written group by member_id) change
      where member.community_id = ${communityId} and member.id = change.member_id
    )
    select distinct member_id from written order by member_id
  `.execute(tx);
  return rows.map((row) => row.member_id);
}

/**
 * Brings the ledger to what the rows say, for what one thread gives, for some members or for
 * everybody; from the present state, so that it may run twice, late and in any order. Everybody's
 * goes through in parts, each a statement. Gives the members whose ledger changed.
 */
export async function settlePoints(
  tx: Tx,
  communityId: number,
  of: { threadId: number } | { memberIds: number[] } | { everything: true },
): Promise<number[]> {
  if ("everything" in of) {
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
    const changed: number[] = [];
    for await (const memberIds of membersInTurn(tx, communityId)) {
      changed.push(...(await settlePoints(tx, communityId, { memberIds })));
    }
    return changed;
  }
  if ("memberIds" in of) {
    if (of.memberIds.length === 0) return [];
    await lockMembers(tx, communityId, of.memberIds);
    return writeDifference(tx, communityId, of);
  }
  const scope = await touchedBy(tx, communityId, of.threadId);
  if (scope.members.length === 0) return [];
  await lockMembers(tx, communityId, scope.members);
  return writeDifference(tx, communityId, scope);
}
