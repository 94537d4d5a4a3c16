import { sql, type RawBuilder } from "kysely";
import type { Db } from "#db/client.server.ts";

export type ModerationDifference = {
  communityId: number;
  check: "decision.fold" | "decision.rows" | "decision.reverses";
  id: string;
  stored: string;
  actual: string;
};

type Row = { id: string; stored: string | null; actual: string | null };

/**
 * What decisions left last of each field, as rows (target, field, value, decided_at): of several about
 * one field the newest says what holds.
 */
function folded(communityId: number, kind: string): RawBuilder<unknown> {
  return sql`
    select distinct on (change.key, field.key) split_part(change.key, ':', 2)::bigint as id,
      field.key as field, field.value, d.created_at as decided_at
    from decision d
    cross join lateral jsonb_each(d.after) change
    cross join lateral jsonb_each(change.value) field
    where d.community_id = ${communityId} and change.key like ${`${kind}:%`}
    order by change.key, field.key, d.id desc`;
}

/**
 * Posts and threads that aren't as the last decision left them, though nobody but staff could have
 * changed that since: what was withdrawn is visible, or was withdrawn before it was last shown; a lock;
 * in which thread a post stands, of what kind a thread is, what it was merged into.
 */
async function wrongContent(db: Db, communityId: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'post ' || f.id as id, p.state as stored, f.value #>> '{}' as actual
    from (${folded(communityId, "post")}) f
    join post p on p.community_id = ${communityId} and p.id = f.id
    where f.field = 'state' and p.state <> f.value #>> '{}'
      and (p.state = 'published' or p.state_at is null or p.state_at <= f.decided_at)
    union all
    select 'thread ' || f.id, t.state, f.value #>> '{}'
    from (${folded(communityId, "thread")}) f
    join thread t on t.community_id = ${communityId} and t.id = f.id
    where f.field = 'state' and t.state <> f.value #>> '{}'
      and (t.state = 'published' or t.state_at is null or t.state_at <= f.decided_at)
    union all
    select 'thread ' || f.id, 'open', 'locked'
    from (${folded(communityId, "thread")}) f
    join thread t on t.community_id = ${communityId} and t.id = f.id
    where f.field = 'locked' and f.value = 'true' and t.locked_at is null and not exists (
      select from thread_change c where c.community_id = t.community_id and c.thread_id = t.id
        and c.kind = 'duplicate' and c.created_at >= f.decided_at)
    union all
    select 'post ' || f.id, p.thread_id::text, f.value #>> '{}'
    from (${folded(communityId, "post")}) f
    join post p on p.community_id = ${communityId} and p.id = f.id
    where f.field = 'thread_id' and to_jsonb(p.thread_id) <> f.value
    union all
    select 'thread ' || f.id, t.kind, f.value #>> '{}'
    from (${folded(communityId, "thread")}) f
    join thread t on t.community_id = ${communityId} and t.id = f.id
    where f.field = 'kind' and to_jsonb(t.kind) <> f.value
    union all
    select 'thread ' || f.id, t.merged_into::text, f.value #>> '{}'
    from (${folded(communityId, "thread")}) f
    join thread t on t.community_id = ${communityId} and t.id = f.id
    where f.field = 'merged_into' and coalesce(to_jsonb(t.merged_into), 'null') <> f.value
      and (t.kind <> 'idea' or not exists (select from event e where e.community_id = t.community_id
        and e.type = 'idea.merged' and e.created_at >= f.decided_at))
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Sanctions, cases and reports change by decisions alone. */
async function wrongRows(db: Db, communityId: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'sanction ' || s.id as id, (s.ended_by is not null)::text as stored, f.value #>> '{}' as actual
    from sanction s left join (${folded(communityId, "sanction")}) f on f.id = s.id and f.field = 'ended'
    where s.community_id = ${communityId} and f.value is distinct from to_jsonb(s.ended_by is not null)
    union all
    select 'case ' || c.id, (c.closed_at is not null)::text, f.value #>> '{}'
    from moderation_case c
    left join (${folded(communityId, "case")}) f on f.id = c.id and f.field = 'closed'
    where c.community_id = ${communityId}
      and coalesce(f.value, 'false') is distinct from to_jsonb(c.closed_at is not null)
    union all
    select 'report ' || r.id, r.outcome, f.value #>> '{}'
    from report r left join (${folded(communityId, "report")}) f on f.id = r.id and f.field = 'outcome'
    where r.community_id = ${communityId} and r.outcome is distinct from (f.value #>> '{}')
    union all
    select 'address of ' || m.id, (b.id is not null)::text, f.value #>> '{}'
    from (${folded(communityId, "address")}) f
    join member m on m.community_id = ${communityId} and m.id = f.id
    left join blocked_address b on b.community_id = m.community_id and b.member_id = m.id
    where f.field = 'erased' and f.value <> to_jsonb(b.id is not null)
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Reversals of what came later, or that were made of something else. */
async function wrongReversals(db: Db, communityId: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id::text as id, r.reverses::text as stored, 'an older decision about the same' as actual
    from decision r join decision d on d.community_id = r.community_id and d.id = r.reverses
    where r.community_id = ${communityId} and (d.id >= r.id or d.verb <> r.verb
      or (d.post_id, d.thread_id) is distinct from (r.post_id, r.thread_id))
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Where what stands isn't what the decisions come to, at most `limit` of each kind. */
export async function moderationDifferences(
  db: Db,
  communityId: number,
  limit: number,
): Promise<ModerationDifference[]> {
  const found: [ModerationDifference["check"], Row[]][] = [
    ["decision.fold", await wrongContent(db, communityId, limit)],
    ["decision.rows", await wrongRows(db, communityId, limit)],
    ["decision.reverses", await wrongReversals(db, communityId, limit)],
  ];
  return found.flatMap(([check, rows]) =>
    rows.map((row) => ({
      communityId,
      check,
      id: row.id,
      stored: row.stored ?? "nothing",
      actual: row.actual ?? "nothing",
    })),
  );
}
