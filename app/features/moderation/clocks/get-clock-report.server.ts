import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { figuresOf, type ClockFigures, type ClosedCase } from "./clock-figures.ts";
import { dueAt } from "./due-at.ts";
import { loadClocks, type Clocks } from "./load-clocks.server.ts";
import { QUEUES } from "./targets.ts";
import { workingMinutes } from "./working-minutes.ts";

export type Period = {
  from: Date;
  /** The first moment after it. */
  to: Date;
};

export type Agent = { id: number; name: string; handle: string };

export type ClockReport = {
  team: ClockFigures;
  /** Those with any cases, in the desk's order. */
  queues: (ClockFigures & { queue: Queue })[];
  /** Whoever closed cases or has overdue ones, by name. */
  agents: (ClockFigures & { agent: Agent })[];
};

type Row = {
  queue: Queue;
  priority: number;
  opened_at: Date;
  started_at: Date | null;
  first_claimed_at: Date | null;
  due_at: Date | null;
  /** Its times were worked out; closed at once, it may have none. */
  settled: boolean;
  closed_at: Date | null;
  agent_id: number | null;
};

/** Cases closed in the period, by whom, and open ones due in it, with whom. */
async function loadCases(ctx: Ctx, { from, to }: Period): Promise<Row[]> {
  const until = to < ctx.now ? to : ctx.now;
  const { rows } = await sql<Row>`
    select c.queue, c.priority, c.opened_at, k.started_at, k.first_claimed_at, c.due_at,
      coalesce(k.basis, '') <> '' as settled, c.closed_at, d.actor_id as agent_id
    from moderation_case c
    join decision d on d.community_id = c.community_id and d.id = c.closing_decision_id
    left join case_clock k on k.community_id = c.community_id and k.case_id = c.id
    where c.community_id = ${ctx.community.id} and c.closed_at >= ${from} and c.closed_at < ${to}
    union all
    select c.queue, c.priority, c.opened_at, k.started_at, k.first_claimed_at, c.due_at, true, null,
      coalesce(c.assigned_to, c.claimed_by)
    from moderation_case c
    join case_clock k on k.community_id = c.community_id and k.case_id = c.id
    where c.community_id = ${ctx.community.id} and c.closed_at is null
      and c.due_at >= ${from} and c.due_at < ${until}
  `.execute(ctx.db);
  return rows;
}

type Counted = { queue: Queue; agentId: number | null; closed: ClosedCase | null };

/** A case in working time; what was closed unclaimed was claimed by closing it. */
function count(row: Row, { calendar, targets }: Clocks): Counted[] {
  const { queue, priority, closed_at: closedAt, agent_id: agentId } = row;
  const started = row.started_at ?? row.opened_at;
  if (closedAt === null) return [{ queue, agentId, closed: null }];
  const claimed = row.first_claimed_at ?? closedAt;
  const { minutes } = targets[queue][priority]!;
  const due = row.settled || minutes === null ? row.due_at : dueAt(started, minutes, calendar);
  const closed: ClosedCase = {
    toClaim: workingMinutes(started, claimed < closedAt ? claimed : closedAt, calendar),
    toClose: workingMinutes(started, closedAt, calendar),
    // From the end of one day's work to the start of the next no time goes by.
    inTime: due === null ? null : workingMinutes(due, closedAt, calendar) === 0,
  };
  return [{ queue, agentId, closed }];
}

function figures(cases: readonly Counted[]): ClockFigures {
  const closed = cases.flatMap((one) => (one.closed ? [one.closed] : []));
  return figuresOf(closed, cases.length - closed.length);
}

async function loadAgents(ctx: Ctx, ids: number[]): Promise<Agent[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom("member")
    .select(["id", "name", "handle"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "in", ids)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/**
 * How fast the desk worked in a period: of the team, each queue and each agent, in working time by the
 * hours as they are now, against the due times as they were. Throws ForbiddenError, SignInNeededError.
 */
export async function getClockReport(ctx: Ctx, period: Period): Promise<ClockReport> {
  assertCan(ctx.actor, "desk.manage", null);
  const clocks = await loadClocks(ctx.db, ctx.community.id);
  const cases = (await loadCases(ctx, period)).flatMap((row) => count(row, clocks));
  const byQueue = Map.groupBy(cases, ({ queue }) => queue);
  const byAgent = Map.groupBy(cases, ({ agentId }) => agentId);
  const agentIds = [...byAgent.keys()].filter((id) => id !== null);
  const agents = await loadAgents(ctx, agentIds);
  return {
    team: figures(cases),
    queues: QUEUES.flatMap((queue) => {
      const own = byQueue.get(queue);
      return own ? [{ queue, ...figures(own) }] : [];
    }),
    agents: agents.map((agent) => ({ agent, ...figures(byAgent.get(agent.id)!) })),
  };
}
