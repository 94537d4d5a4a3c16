import { sql, type RawBuilder } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { idsOf } from "./subject.ts";

type Row = { target: string; fields: Record<string, unknown> };

// Of texts and titles only a digest: decisions are never deleted, what people wrote may be.

/** A time as decisions keep it: to the microsecond, UTC. */
const stamp = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function posts(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'post:' || p.id as target, jsonb_build_object(
      'state', p.state, 'state_reason', p.state_reason, 'state_by', p.state_by,
      'state_at', ${stamp("p.state_at")}, 'text', md5(p.html), 'revision', p.revision,
      'masked', (select count(*) from masked_original m where m.community_id = p.community_id
        and m.post_id = p.id and m.restored_at is null),
      'thread_id', p.thread_id, 'kind', p.kind, 'parent_id', p.parent_id, 'root_id', p.root_id) as fields
    from post p where p.community_id = ${communityId} and p.id = any(${ids}::bigint[])`;
}

function threads(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'thread:' || t.id, jsonb_build_object(
      'state', t.state, 'state_reason', t.state_reason, 'state_by', t.state_by,
      'state_at', ${stamp("t.state_at")},
      'locked', t.locked_at is not null, 'locked_at', ${stamp("t.locked_at")},
      'locked_reason', t.locked_reason,
      'kind', t.kind, 'idea_status', t.idea_status, 'idea_note', t.idea_note,
      'merged_into', t.merged_into, 'merged_at', ${stamp("t.merged_at")},
      'opening_post_id', t.opening_post_id, 'pinned', t.pinned, 'space_id', t.space_id, 'title', md5(t.title), 'duplicate_of', t.duplicate_of,
      'accepted_post_id', t.accepted_post_id, 'accepted_by', t.accepted_by,
      'accepted_at', ${stamp("t.accepted_at")},
      'official_post_id', t.official_post_id, 'official_at', ${stamp("t.official_at")},
      'tags', array(select tt.tag_id from thread_tag tt
        where tt.community_id = t.community_id and tt.thread_id = t.id order by tt.tag_id))
    from thread t where t.community_id = ${communityId} and t.id = any(${ids}::bigint[])`;
}

function sanctions(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'sanction:' || s.id, jsonb_build_object('kind', s.kind,
      'ends_at', ${stamp("s.ends_at")}, 'ended', s.ended_by is not null)
    from sanction s where s.community_id = ${communityId} and s.id = any(${ids}::bigint[])`;
}

function cases(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'case:' || c.id, jsonb_build_object('closed', c.closed_at is not null)
    from moderation_case c where c.community_id = ${communityId} and c.id = any(${ids}::bigint[])`;
}

function reports(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'report:' || r.id, jsonb_build_object('outcome', r.outcome)
    from report r where r.community_id = ${communityId} and r.id = any(${ids}::bigint[])`;
}

/** Whether a member's address was taken away. */
function addresses(communityId: number, ids: number[]): RawBuilder<Row> {
  return sql`select 'address:' || m.id, jsonb_build_object('erased', exists (
      select from blocked_address b where b.community_id = m.community_id and b.member_id = m.id))
    from member m where m.community_id = ${communityId} and m.id = any(${ids}::bigint[])`;
}

/** Who follows a thread and who has the same; of merges and splits alone. */
function marks(communityId: number, ids: number[]): RawBuilder<Row> {
  const list = (from: RawBuilder<unknown>) => sql`(select coalesce(
      jsonb_agg(jsonb_build_array(m.member_id, ${stamp("m.created_at")}) order by m.member_id), '[]')
    from ${from} m where m.community_id = t.community_id`;
  return sql`select 'marks:' || t.id, jsonb_build_object(
      'same_here', ${list(sql`same_here`)} and m.thread_id = t.id),
      'followers', ${list(sql`follow`)} and m.subject_kind = 'thread' and m.subject_id = t.id))
    from thread t where t.community_id = ${communityId} and t.id = any(${ids}::bigint[])`;
}

/** Everything of some rows that decisions may change, in one query. */
export async function readTargets(
  db: Db,
  communityId: number,
  targets: Iterable<string>,
): Promise<Changes> {
  const wanted = [...new Set(targets)];
  const parts = (
    [
      ["post", posts],
      ["thread", threads],
      ["sanction", sanctions],
      ["case", cases],
      ["report", reports],
      ["marks", marks],
      ["address", addresses],
    ] as const
  ).flatMap(([kind, select]) => {
    const ids = idsOf(wanted, kind);
    return ids.length === 0 ? [] : [select(communityId, ids)];
  });
  if (parts.length === 0) return {};
  const { rows } = await sql<Row>`
    select target, fields from (${sql.join(parts, sql` union all `)}) found (target, fields)
  `.execute(db);
  return Object.fromEntries(rows.map(({ target, fields }) => [target, fields]));
}
