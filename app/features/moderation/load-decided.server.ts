import { sql, type RawBuilder } from "kysely";
import type { DecidedSubject } from "#app/features/members/moderation-policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { ContentState, PostKind } from "#db/schema-threads.ts";
import type { Queue, ReportOutcome } from "#db/schema-moderation.ts";
import { subjectColumns, type Subject } from "./subject.ts";

export type OpenCase = {
  id: number;
  queue: Queue;
  claimed_by: number | null;
  claimed_at: string | null;
  claimed_name: string | null;
};

/** A decision as others are told of it. */
export type Told = { id: number; verb: string; name: string | null; reverses: number | null };

type Row = {
  /** For the decision to come. */
  next_id: number;
  post_id: number | null;
  post_kind: PostKind | null;
  post_state: ContentState | null;
  state_reason: string | null;
  state_by: number | null;
  state_at: string | null;
  post_created_at: string | null;
  thread_id: number | null;
  space_id: number | null;
  about_id: number | null;
  about_role: MemberRole | null;
  about_moderates: boolean;
  cases: OpenCase[];
  reports: { id: number; case_id: number; outcome: ReportOutcome | null }[];
  last: Told | null;
  given: { closed: boolean; by: Told | null; fits: boolean } | null;
};

export type Decided = Row & {
  /** What it is stored as being about: an opening post is its thread. */
  subject: Subject;
};

/** Holds the subject until the transaction ends, so that decisions about it follow each other. */
export async function lockSubject(tx: Tx, communityId: number, subject: Subject): Promise<void> {
  const { kind, id } = subject;
  if (!Number.isSafeInteger(id)) throw new NotFoundError();
  const held =
    kind === "member"
      ? sql`select id from member where community_id = ${communityId} and id = ${id} for no key update`
      : sql`select id from thread where community_id = ${communityId} and id = ${
          kind === "thread"
            ? sql`${id}`
            : sql`(select thread_id from post where community_id = ${communityId} and id = ${id})`
        } for no key update`;
  const { rows } = await held.execute(tx);
  if (rows.length === 0) throw new NotFoundError();
}

const told = (communityId: number, id: RawBuilder<unknown>) => sql`(
  select json_build_object('id', d.id, 'verb', d.verb, 'name', actor.name, 'reverses', d.reverses)
  from decision d left join member actor on actor.community_id = d.community_id and actor.id = d.actor_id
  where d.community_id = ${communityId} and d.id = ${id})`;

/** The id of the newest decision about the subject. */
function lastId(communityId: number, kind: Subject["kind"]): RawBuilder<unknown> {
  const newest = (where: RawBuilder<unknown>) =>
    sql`(select max(x.id) from decision x where x.community_id = ${communityId} and ${where})`;
  if (kind === "member") return newest(sql`x.member_id = m.id`);
  if (kind === "thread") return newest(sql`x.thread_id = t.id`);
  return sql`case when p.kind = 'opening' then ${newest(sql`x.thread_id = t.id`)}
    else ${newest(sql`x.post_id = p.id`)} end`;
}

/** The rows of a subject, by its columns. */
function ofSubject(alias: string, found: "post" | "thread" | "member"): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (found === "member") return sql`${column("member_id")} = m.id`;
  if (found === "thread") return sql`${column("thread_id")} = t.id`;
  return sql`(${column("post_id")} = p.id or (p.kind = 'opening' and ${column("thread_id")} = t.id))`;
}

function source(communityId: number, { kind, id }: Subject): RawBuilder<unknown> {
  if (kind === "member") {
    return sql`from member m where m.community_id = ${communityId} and m.id = ${id}`;
  }
  const author = kind === "post" ? sql`p.author_id` : sql`t.author_id`;
  const content =
    kind === "post"
      ? sql`from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id`
      : sql`from thread t`;
  const wanted = sql.ref(kind === "post" ? "p" : "t");
  return sql`${content}
    left join member m on m.community_id = t.community_id and m.id = ${author}
    where ${wanted}.community_id = ${communityId} and ${wanted}.id = ${id}`;
}

function columns(kind: Subject["kind"]): RawBuilder<unknown> {
  if (kind === "member") {
    return sql`null::bigint as post_id, null as post_kind, null as post_state, null as state_reason,
      null::bigint as state_by, null as state_at, null as post_created_at,
      null::bigint as thread_id, null::bigint as space_id, false as about_moderates`;
  }
  const row = kind === "post" ? sql.ref("p") : sql.ref("t");
  const state =
    kind === "post"
      ? sql`case when p.kind = 'opening' then t.state else p.state end as post_state,
          case when p.kind = 'opening' then t.state_reason else p.state_reason end as state_reason,
          case when p.kind = 'opening' then t.state_by else p.state_by end as state_by,
          case when p.kind = 'opening' then t.state_at else p.state_at end as state_at_raw`
      : sql`t.state as post_state, t.state_reason, t.state_by, t.state_at as state_at_raw`;
  return sql`${kind === "post" ? sql`p.id` : sql`t.opening_post_id`} as post_id,
    ${kind === "post" ? sql`p.kind` : sql`'opening'`} as post_kind, ${state},
    ${row}.created_at as post_created_raw, t.id as thread_id, t.space_id,
    exists (select from space_moderator s where s.community_id = t.community_id
      and s.space_id = t.space_id and s.member_id = m.id) as about_moderates`;
}

/** What a given case is about, compared with the subject: the same thread, or the same member. */
function givenCase(caseId: number, kind: Subject["kind"], communityId: number) {
  const fits =
    kind === "member"
      ? sql`m.id in (c.member_id,
          (select x.author_id from post x where x.community_id = c.community_id and x.id = c.post_id),
          (select x.author_id from thread x where x.community_id = c.community_id and x.id = c.thread_id))`
      : sql`coalesce(t.id in (c.thread_id,
          (select x.thread_id from post x where x.community_id = c.community_id and x.id = c.post_id)), false)
          or coalesce(c.member_id = m.id, false)`;
  return sql`(select json_build_object('closed', c.closed_at is not null, 'fits', coalesce(${fits}, false),
      'by', ${told(communityId, sql`c.closing_decision_id`)})
    from moderation_case c where c.community_id = ${communityId} and c.id = ${caseId})`;
}

/**
 * A subject, its open cases with their reports, and what was decided last, in one query; the caller
 * holds its row. Throws NotFoundError.
 */
export async function loadDecided(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  { subject, caseId }: { subject: Subject; caseId?: number | undefined },
): Promise<Decided> {
  const at = ctx.community.id;
  const { kind } = subject;
  const stamps =
    kind === "member"
      ? sql``
      : sql`, to_char(found.state_at_raw at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as state_at,
          found.post_created_raw::text as post_created_at`;
  const openOrGiven = sql`(${ofSubject("c", kind)} or c.id = ${caseId ?? 0}) and c.closed_at is null`;
  const { rows } = await sql<Row>`
    select found.* ${stamps} from (
      select nextval('decision_id_seq') as next_id, ${columns(kind)},
        m.id as about_id, m.role as about_role,
        (select coalesce(json_agg(json_build_object('id', c.id, 'queue', c.queue,
            'claimed_by', c.claimed_by, 'claimed_at', c.claimed_at, 'claimed_name', claimer.name)
            order by c.id), '[]'::json)
          from moderation_case c
          left join member claimer on claimer.community_id = c.community_id and claimer.id = c.claimed_by
          where c.community_id = ${at} and ${openOrGiven}) as cases,
        (select coalesce(json_agg(json_build_object('id', r.id, 'case_id', r.case_id, 'outcome', r.outcome)
            order by r.id), '[]'::json)
          from moderation_case c join report r on r.community_id = c.community_id and r.case_id = c.id
          where c.community_id = ${at} and ${openOrGiven}) as reports,
        ${told(at, lastId(at, kind))} as last,
        ${caseId === undefined ? sql`null::json` : givenCase(caseId, kind, at)} as given
      ${source(at, subject)}
    ) found
  `.execute(tx);
  const row = rows[0];
  if (!row) throw new NotFoundError();
  const isThread = kind === "thread" || row.post_kind === "opening";
  return {
    ...row,
    subject:
      kind === "member" ? subject : isThread ? { kind: "thread", id: row.thread_id! } : subject,
  };
}

/** What the policy decides on. */
export function policySubject(decided: Decided, verb: DecidedSubject["verb"]): DecidedSubject {
  return {
    verb,
    spaceId: decided.space_id,
    aboutId: decided.about_id,
    aboutRole: decided.about_role,
    aboutModerates: decided.about_moderates,
  };
}

/** The columns of a decision about it. */
export function decidedColumns(decided: Decided) {
  return {
    ...subjectColumns(decided.subject),
    about_id: decided.about_id,
    space_id: decided.space_id,
  };
}
