import { sql, type RawBuilder } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import { decodeCursor, pageOf } from "#db/page.server.ts";
import type { ContentState } from "#db/schema-threads.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { assertAtDesk } from "./at-desk.ts";
import { CLAIM_MINUTES } from "./collisions.ts";

export type CaseFilters = {
  queue?: Queue | undefined;
  spaceId?: number | undefined;
  priority?: number | undefined;
  /** `null`: of nobody. */
  assignedTo?: number | null | undefined;
  /** Past its time. */
  overdue?: boolean | undefined;
  closed?: boolean | undefined;
};

export type CaseLine = {
  id: number;
  queue: Queue;
  priority: number;
  reasons: ErrorMessage[];
  opened_at: Date;
  due_at: Date | null;
  closed_at: Date | null;
  post_id: number | null;
  thread_id: number | null;
  member_id: number | null;
  /** Title of the thread; of a member the name. */
  title: string;
  /** How the text begins. */
  excerpt: string;
  state: ContentState | null;
  space: { id: number; slug: string; name: string } | null;
  about: { id: number; handle: string; name: string; hue: number; joined: string } | null;
  claimed: { id: number; name: string } | null;
  assigned: { id: number; name: string } | null;
  reports: { count: number; weight: number; kinds: string[] };
};

export const CASES_A_PAGE = 50;
const EXCERPT = 200;

/** What of the desk the actor sees: staff all, others their spaces. Throws SignInNeededError, ForbiddenError. */
export function inSight(ctx: Pick<Ctx, "actor">): RawBuilder<unknown> {
  const spaces = assertAtDesk(ctx);
  return isStaff(ctx.actor.role) ? sql`true` : sql`c.space_id = any(${spaces}::bigint[])`;
}

function matching(ctx: Ctx, filters: CaseFilters): RawBuilder<unknown> {
  const { queue, spaceId, priority, assignedTo, overdue } = filters;
  return sql.join(
    [
      inSight(ctx),
      filters.closed ? sql`c.closed_at is not null` : sql`c.closed_at is null`,
      ...(queue === undefined ? [] : [sql`c.queue = ${queue}`]),
      ...(spaceId === undefined ? [] : [sql`c.space_id = ${spaceId}`]),
      ...(priority === undefined ? [] : [sql`c.priority = ${priority}`]),
      ...(assignedTo === undefined ? [] : [sql`c.assigned_to is not distinct from ${assignedTo}`]),
      ...(overdue ? [sql`c.due_at <= ${ctx.now}`] : []),
    ],
    sql` and `,
  );
}

/** `2|2026-11-23T…` of open ones, the time of closed ones. */
function after(closed: boolean, text: string | null | undefined): RawBuilder<unknown> {
  const cursor = decodeCursor(text);
  if (!cursor || typeof cursor.value !== "string") return sql`true`;
  const [priority, stamp] = cursor.value.split("|");
  const isStamp = stamp === "infinity" || !Number.isNaN(Date.parse(stamp ?? ""));
  if (!/^[0-3]$/.test(priority ?? "") || !isStamp) return sql`true`;
  if (closed) return sql`(c.closed_at, c.id) < (${stamp}::timestamptz, ${cursor.id})`;
  return sql`((-c.priority), (coalesce(c.due_at, 'infinity')), c.id)
    > (-${priority}::smallint, ${stamp}::timestamptz, ${cursor.id})`;
}

/**
 * A page of the desk's cases: urgent first, then what is due first; closed ones newest first. Two
 * queries at most whatever there is. Throws SignInNeededError, ForbiddenError.
 */
export async function listCases(
  ctx: Ctx,
  filters: CaseFilters = {},
  cursor?: string | null,
): Promise<{ rows: CaseLine[]; next: string | null }> {
  const closed = filters.closed === true;
  const at = ctx.community.id;
  const order = closed
    ? sql`c.closed_at desc, c.id desc`
    : sql`(-c.priority), (coalesce(c.due_at, 'infinity')), c.id`;
  const { rows } = await sql<CaseLine & { stamp: string }>`
    select c.id, c.queue, c.priority, c.reasons, c.opened_at, c.due_at, c.closed_at, c.post_id,
      c.thread_id, c.member_id, c.stamp, coalesce(t.title, about.name, '') as title,
      coalesce(left(p.text, ${EXCERPT}), '') as excerpt,
      case when c.member_id is null then case when c.post_id is null then t.state else p.state end end as state,
      case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as space,
      case when about.id is not null then json_build_object('id', about.id, 'handle', about.handle,
        'name', about.name, 'hue', about.hue, 'joined', about.created_at) end as about,
      case when claimer.id is not null then
        json_build_object('id', claimer.id, 'name', claimer.name) end as claimed,
      case when worker.id is not null then
        json_build_object('id', worker.id, 'name', worker.name) end as assigned,
      (select json_build_object('count', count(*), 'weight', coalesce(sum(r.weight), 0),
          'kinds', coalesce(json_agg(distinct r.kind), '[]'::json))
        from report r where r.community_id = c.community_id and r.case_id = c.id) as reports
    from (
      select c.*, case when c.closed_at is null
          then to_char(coalesce(c.due_at, 'infinity') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          else to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as stamp
      from moderation_case c
      where c.community_id = ${at} and ${matching(ctx, filters)} and ${after(closed, cursor)}
      order by ${order} limit ${CASES_A_PAGE + 1}
    ) c
    left join post given on given.community_id = ${at} and given.id = c.post_id
    left join thread t on t.community_id = ${at} and t.id = coalesce(c.thread_id, given.thread_id)
    left join post p on p.community_id = ${at} and p.id = coalesce(c.post_id, t.opening_post_id)
    left join space s on s.community_id = ${at} and s.id = t.space_id
    left join member about on about.community_id = ${at}
      and about.id = coalesce(c.member_id, given.author_id, t.author_id)
    left join member claimer on claimer.community_id = ${at} and claimer.id = c.claimed_by
      and c.claimed_at > ${new Date(ctx.now.getTime() - CLAIM_MINUTES * 60_000)}
    left join member worker on worker.community_id = ${at} and worker.id = c.assigned_to
    order by ${order}
  `.execute(ctx.db);
  const page = pageOf(rows, CASES_A_PAGE, (row) => ({
    value: `${row.priority}|${row.stamp ?? "infinity"}`,
    id: row.id,
  }));
  return { ...page, rows: page.rows.map(({ stamp: _stamp, ...line }): CaseLine => line) };
}

/** How many open cases each queue has in sight, and how many of them are past their time. */
export async function countCases(
  ctx: Ctx,
): Promise<{ queue: Queue; open: number; overdue: number }[]> {
  const { rows } = await sql<{ queue: Queue; open: number; overdue: number }>`
    select c.queue, count(*) as open, count(*) filter (where c.due_at <= ${ctx.now}) as overdue
    from moderation_case c
    where c.community_id = ${ctx.community.id} and c.closed_at is null and ${inSight(ctx)}
    group by c.queue order by c.queue
  `.execute(ctx.db);
  return rows;
}
