import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { dueAt } from "./due-at.ts";
import { loadClocks, type Clocks } from "./load-clocks.server.ts";
import { PRIORITIES, QUEUES } from "./targets.ts";
import { workingMinutes } from "./working-minutes.ts";

const AT_ONCE = 1_000;

type Unsettled = {
  id: number;
  queue: Queue;
  priority: number;
  opened_at: Date;
  due_at: Date | null;
  /** What was worked out before; `null` when nothing was. */
  own: { started_at: string | null; given_due_at: string | null; due_at: string | null } | null;
  reopened: boolean;
  reopened_at: Date | null;
};

type Settled = {
  id: number;
  queue: Queue;
  priority: number;
  /** The case's, when it was read. */
  was: Date | null;
  started: Date;
  basis: string;
  given: Date | null;
  due: Date | null;
  warn: Date | null;
};

/** Open cases whose times don't follow from the rows any more, or never did. */
async function loadUnsettled(
  ctx: Pick<Ctx, "db" | "community">,
  clocks: Clocks,
  { after, caseId }: { after: number; caseId: number | null },
): Promise<Unsettled[]> {
  const kinds = QUEUES.flatMap((queue) => PRIORITIES.map((priority) => ({ queue, priority })));
  const { rows } = await sql<Unsettled>`
    select c.id, c.queue, c.priority, c.opened_at, c.due_at,
      case when k.case_id is not null then json_build_object('started_at', k.started_at,
        'given_due_at', k.given_due_at, 'due_at', k.due_at) end as own,
      coalesce(k.reopened, false) as reopened,
      case when k.reopened then (
        select max(d.created_at) from decision d where d.community_id = c.community_id
          and d.after @> jsonb_build_object('case:' || c.id, jsonb_build_object('closed', false))
      ) end as reopened_at
    from moderation_case c
    join unnest(${kinds.map(({ queue }) => queue)}::text[], ${kinds.map(({ priority }) => priority)}::int[],
        ${kinds.map(({ queue, priority }) => clocks.basisOf(queue, priority))}::text[])
      as wanted (queue, priority, basis) on wanted.queue = c.queue and wanted.priority = c.priority
    left join case_clock k on k.community_id = c.community_id and k.case_id = c.id
    where c.community_id = ${ctx.community.id} and c.closed_at is null and c.id > ${after}
      and (${caseId}::bigint is null or c.id = ${caseId})
      and (k.basis is distinct from wanted.basis or k.reopened or c.due_at is distinct from k.due_at)
    order by c.id limit ${AT_ONCE}
  `.execute(ctx.db);
  return rows;
}

const earlier = (one: Date | null, other: Date | null): Date | null => {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
};
const dateOf = (text: string | null | undefined) => (text ? new Date(text) : null);

/** A case's times: by its target, or by a time that was given for it if that is earlier. */
function settle(row: Unsettled, { calendar, targets, basisOf }: Clocks, now: Date): Settled {
  const { id, queue, priority, own, reopened } = row;
  const { minutes, warnShare } = targets[queue][priority]!;
  const started = reopened ? (row.reopened_at ?? now) : (dateOf(own?.started_at) ?? row.opened_at);
  const ownDue = dateOf(own?.due_at);
  const changed = row.due_at !== null && row.due_at.getTime() !== ownDue?.getTime();
  const kept = reopened ? null : dateOf(own?.given_due_at);
  const given = changed ? row.due_at : kept;
  const due = earlier(given, minutes === null ? null : dueAt(started, minutes, calendar));
  const share = due === null ? 0 : (workingMinutes(started, due, calendar) * warnShare) / 100;
  const warn = due === null ? null : earlier(dueAt(started, share, calendar), due);
  return {
    id,
    queue,
    priority,
    was: row.due_at,
    started,
    basis: basisOf(queue, priority),
    given,
    due,
    warn,
  };
}

/** Writes times down; a case that somebody holds or changed meanwhile is left for the next run. */
async function keep(ctx: Pick<Ctx, "db" | "community">, list: Settled[]): Promise<number> {
  const at = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as g (id bigint, queue text,
          priority int, was timestamptz, started timestamptz, basis text, given timestamptz,
          due timestamptz, warn timestamptz)
      ),
      held as (
        select c.id from moderation_case c join given g on g.id = c.id
        where c.community_id = ${at} and c.closed_at is null and c.queue = g.queue
          and c.priority = g.priority and date_trunc('milliseconds', c.due_at) is not distinct from g.was
        order by c.id for no key update of c skip locked
      ),
      moved as (
        update moderation_case c set due_at = g.due
        from given g join held on held.id = g.id
        where c.community_id = ${at} and c.id = g.id and c.due_at is distinct from g.due
      )
      insert into case_clock as k (community_id, case_id, started_at, basis, given_due_at, due_at, warn_at)
      select ${at}, g.id, g.started, g.basis, g.given, g.due, g.warn
      from given g join held on held.id = g.id
      order by g.id
      on conflict (community_id, case_id) do update set started_at = excluded.started_at,
        basis = excluded.basis, given_due_at = excluded.given_due_at, due_at = excluded.due_at,
        warn_at = excluded.warn_at, reopened = false
      returning case_id
    `.execute(tx);
    return rows.length;
  });
}

/**
 * Gives every open case, or the one named, the due time that its queue, priority and the community's
 * hours say, where it has another or none; a case opened again starts anew. Harmless when run twice
 * or by several at once. Gives how many were settled.
 */
export async function settleDueTimes(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  { caseId = null }: { caseId?: number | null } = {},
): Promise<number> {
  const clocks = await loadClocks(ctx.db, ctx.community.id);
  let settled = 0;
  let after = 0;
  for (;;) {
    const rows = await loadUnsettled(ctx, clocks, { after, caseId });
    if (rows.length > 0) {
      settled += await keep(
        ctx,
        rows.map((row) => settle(row, clocks, ctx.now)),
      );
    }
    if (rows.length < AT_ONCE) return settled;
    after = rows.at(-1)!.id;
  }
}
