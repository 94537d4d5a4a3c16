import { sql } from "kysely";
import { can } from "#app/features/members/policy.ts";
import { MODERATION_VERBS, type ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import type { Ctx, Actor } from "#app/lib/ctx.ts";
import { isStaff, type MemberRole } from "#app/lib/roles.ts";
import type { ContentState, PostKind, ThreadKind } from "#db/schema-threads.ts";
import type { Queue, ReportKind, ReportOutcome } from "#db/schema-moderation.ts";
import { CLAIM_MINUTES } from "./collisions.ts";
import { loadCase } from "./load-case.server.ts";
import { loadRecord, type MemberRecord } from "./member-record.server.ts";

export type ContextPost = {
  id: number;
  kind: PostKind;
  parent_id: number | null;
  author: {
    id: number;
    handle: string;
    name: string;
    hue: number;
    role: MemberRole;
    rank: number;
  } | null;
  html: string;
  state: ContentState;
  state_reason: string;
  revision: number;
  created_at: string;
  /** The post that the case is about. */
  asked: boolean;
};

export type CaseReport = {
  id: number;
  kind: ReportKind;
  text: string;
  legal_ground: string;
  weight: number;
  outcome: ReportOutcome | null;
  created_at: string;
  reporter: { id: number; handle: string; name: string } | null;
};

export type CaseDecision = {
  id: number;
  verb: string;
  reason: string;
  note: string;
  rule: string;
  reverses: number | null;
  reversed: boolean;
  automated: boolean;
  created_at: string;
  actor: { id: number; name: string } | null;
};

export type DeskCase = {
  id: number;
  queue: Queue;
  priority: number;
  reasons: unknown[];
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  closingDecisionId: number | null;
  claimed: { id: number; name: string | null; until: Date } | null;
  assignedTo: number | null;
  subject: { postId: number | null; threadId: number | null; memberId: number | null };
  thread: {
    id: number;
    kind: ThreadKind;
    slug: string;
    title: string;
    state: ContentState;
    locked: boolean;
    pinned: boolean;
    space: { id: number; slug: string; name: string };
    replies: number;
  } | null;
  /** The opening post, what the post answers, itself and what stands around it; oldest first. */
  posts: ContextPost[];
  reports: CaseReport[];
  /** About the same, newest first. */
  decisions: CaseDecision[];
  /** The newest, to be sent along when deciding. */
  lastDecisionId: number | null;
  appeals: { id: number; decision_id: number; text: string; created_at: string }[];
  threadNotes: { id: number; text: string; author: string | null; created_at: string }[];
  about: MemberRecord | null;
  /** Personal data was masked in the post. */
  masked: boolean;
  /** What the actor may decide here. */
  verbs: ModerationVerb[];
};

type Row = {
  thread: DeskCase["thread"];
  posts: ContextPost[];
  reports: CaseReport[];
  decisions: CaseDecision[];
  appeals: DeskCase["appeals"];
  thread_notes: DeskCase["threadNotes"];
  about_id: number | null;
  about_role: Actor["role"] | null;
  about_moderates: boolean;
  masked: boolean;
};

/** So many posts before and after the one in question. */
const AROUND = 2;

const person = (alias: string, more = "") =>
  sql.raw(`case when ${alias}.id is not null then json_build_object('id', ${alias}.id,
    'handle', ${alias}.handle, 'name', ${alias}.name${more}) end`);

function contextOf(at: number) {
  return sql`(
    select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'parent_id', x.parent_id,
        'author', ${person("a", ", 'hue', a.hue, 'role', a.role, 'rank', a.rank")}, 'html', x.html, 'state', x.state,
        'state_reason', x.state_reason, 'revision', x.revision, 'created_at', x.created_at,
        'asked', x.id = w.asked_id) order by x.created_at, x.id), '[]'::json)
    from post x left join member a on a.community_id = x.community_id and a.id = x.author_id
    where x.community_id = ${at} and x.id in (
      select w.opening_post_id union select w.asked_id union select w.parent_id union select w.root_id
      union (select b.id from post b where b.community_id = ${at} and b.root_id = w.root_id
        and (b.created_at, b.id) < (w.asked_at, w.asked_id) order by b.created_at desc, b.id desc limit ${AROUND})
      union (select b.id from post b where b.community_id = ${at} and b.root_id = w.root_id
        and (b.created_at, b.id) > (w.asked_at, w.asked_id) order by b.created_at, b.id limit ${AROUND}))
  )`;
}

async function loadRow(ctx: Ctx, caseId: number): Promise<Row> {
  const at = ctx.community.id;
  const same = sql`((d.post_id = w.post_id and d.post_id is not null)
    or (d.thread_id = w.thread_id and w.post_id is null) or d.member_id = w.member_id)`;
  const { rows } = await sql<Row>`
    with w as (
      select c.id, c.post_id, c.thread_id as case_thread_id, c.member_id, t.id as thread_id, t.kind, t.slug, t.title,
        t.state, t.locked_at, t.pinned, t.space_id, t.reply_count, t.opening_post_id,
        coalesce(p.id, t.opening_post_id) as asked_id, p.parent_id,
        coalesce(p.root_id, t.opening_post_id) as root_id, coalesce(p.created_at, t.created_at) as asked_at,
        coalesce(c.member_id, p.author_id, t.author_id) as about_id
      from moderation_case c
      left join post p on p.community_id = c.community_id and p.id = c.post_id
      left join thread t on t.community_id = c.community_id and t.id = coalesce(c.thread_id, p.thread_id)
      where c.community_id = ${at} and c.id = ${caseId}
    )
    select w.about_id, about.role as about_role,
      exists (select from space_moderator sm where sm.community_id = ${at} and sm.space_id = w.space_id
        and sm.member_id = w.about_id) as about_moderates,
      case when w.thread_id is not null then json_build_object('id', w.thread_id, 'kind', w.kind, 'slug', w.slug,
        'title', w.title, 'state', w.state, 'locked', w.locked_at is not null, 'pinned', w.pinned,
        'replies', w.reply_count, 'space', json_build_object('id', s.id, 'slug', s.slug, 'name', s.name))
        end as thread,
      exists (select from masked_original o where o.community_id = ${at} and o.post_id = w.asked_id) as masked,
      ${contextOf(at)} as posts,
      (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'text', r.text,
          'legal_ground', r.legal_ground, 'weight', r.weight, 'outcome', r.outcome,
          'created_at', r.created_at, 'reporter', ${person("m")}) order by r.id), '[]'::json)
        from report r left join member m on m.community_id = r.community_id and m.id = r.reporter_id
        where r.community_id = ${at} and r.case_id = w.id) as reports,
      (select coalesce(json_agg(json_build_object('id', d.id, 'verb', d.verb, 'reason', d.reason,
          'note', d.note, 'automated', d.automated, 'rule', d.rule, 'reverses', d.reverses, 'created_at', d.created_at,
          'reversed', exists (select from decision r where r.community_id = ${at} and r.reverses = d.id),
          'actor', ${person("m")}) order by d.id desc), '[]'::json)
        from decision d left join member m on m.community_id = d.community_id and m.id = d.actor_id
        where d.community_id = ${at} and ${same}) as decisions,
      (select coalesce(json_agg(json_build_object('id', a.id, 'decision_id', a.decision_id, 'text', a.text,
          'created_at', a.created_at) order by a.id), '[]'::json)
        from appeal a join decision d on d.community_id = a.community_id and d.id = a.decision_id
        where a.community_id = ${at} and a.outcome is null and ${same}) as appeals,
      (select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text, 'author', m.name,
          'created_at', n.created_at) order by n.id desc), '[]'::json)
        from thread_note n left join member m on m.community_id = n.community_id and m.id = n.author_id
        where n.community_id = ${at} and n.thread_id = w.thread_id) as thread_notes
    from w
    left join space s on s.community_id = ${at} and s.id = w.space_id
    left join member about on about.community_id = ${at} and about.id = w.about_id
  `.execute(ctx.db);
  return rows[0]!;
}

/**
 * A case with the post in its context, reports, decisions and the member's record, as three queries;
 * no addresses, and of the record only counts for whoever moderates a space. Throws NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function getCase(ctx: Ctx, caseId: number): Promise<DeskCase> {
  const found = await loadCase(ctx.db, ctx, caseId);
  const row = await loadRow(ctx, found.id);
  const held =
    found.claimed_at && found.claimed_at.getTime() > ctx.now.getTime() - CLAIM_MINUTES * 60_000;
  const policy = {
    spaceId: found.space_id,
    aboutId: row.about_id,
    aboutRole: row.about_role,
    aboutModerates: row.about_moderates,
  };
  return {
    id: found.id,
    queue: found.queue,
    priority: found.priority,
    reasons: found.reasons,
    openedAt: found.opened_at,
    dueAt: found.due_at,
    closedAt: found.closed_at,
    closingDecisionId: found.closing_decision_id,
    claimed:
      held && found.claimed_by !== null
        ? {
            id: found.claimed_by,
            name: found.claimed_name,
            until: new Date(found.claimed_at!.getTime() + CLAIM_MINUTES * 60_000),
          }
        : null,
    assignedTo: found.assigned_to,
    subject: { postId: found.post_id, threadId: found.thread_id, memberId: found.member_id },
    thread: row.thread,
    posts: row.posts,
    reports: row.reports,
    decisions: row.decisions,
    lastDecisionId: row.decisions[0]?.id ?? null,
    appeals: row.appeals,
    threadNotes: row.thread_notes,
    about:
      row.about_id === null
        ? null
        : await loadRecord(ctx, row.about_id, { notes: isStaff(ctx.actor.role) }),
    masked: row.masked,
    verbs: MODERATION_VERBS.filter((verb) => can(ctx.actor, "desk.decide", { ...policy, verb })),
  };
}
