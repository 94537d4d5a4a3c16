import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { NoticeKind } from "#db/schema-clocks.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadClocks } from "./load-clocks.server.ts";
import { tellingTime, type TellingTime } from "./telling-time.ts";

export type Told = { caseId: number; kind: NoticeKind };

const KINDS = ["breach", "warning"] as const satisfies readonly NoticeKind[];
/** Cases in one fact. */
const AT_ONCE = 500;

/** Writes the notices that are due, each once for a clock, and gives those that this call wrote. */
async function writeNotices(
  tx: Tx,
  { community, now }: Pick<Ctx, "community" | "now">,
  { since, until }: TellingTime,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    insert into clock_notice (community_id, case_id, kind, started_at, moment, told_at)
    select c.community_id, c.id, due.kind, k.started_at, due.moment, ${now}
    from moderation_case c
    join case_clock k on k.community_id = c.community_id and k.case_id = c.id
      and k.started_at is not null and not k.reopened
    cross join lateral (
      select case when k.due_at <= ${until} then 'breach' else 'warning' end as kind,
        case when k.due_at <= ${until} then k.due_at else k.warn_at end as moment
    ) due
    where c.community_id = ${community.id} and c.closed_at is null and due.moment <= ${until}
      and (${since}::timestamptz is null or due.moment > ${since})
      and not exists (
        select from clock_notice n where n.community_id = c.community_id and n.case_id = c.id
          and n.started_at = k.started_at and n.kind in ('breach', due.kind))
    order by c.id
    on conflict do nothing
    returning case_id as "caseId", kind
  `.execute(tx);
  return rows;
}

/**
 * Tells of the open cases whose time is running out or is over: each once, in working hours, by the
 * times that `settleDueTimes` wrote. One whose time is over is not warned of any more. Harmless when
 * run twice or by several at once.
 */
export async function tellClocks(ctx: Pick<Ctx, "db" | "community" | "now">): Promise<Told[]> {
  const { calendar } = await loadClocks(ctx.db, ctx.community.id);
  const time = tellingTime(ctx.now, calendar);
  if (!time) return [];
  return inTransaction(ctx.db, async (tx) => {
    const told = await writeNotices(tx, ctx, time);
    for (const kind of KINDS) {
      const caseIds = told.flatMap((one) => (one.kind === kind ? [one.caseId] : []));
      for (let start = 0; start < caseIds.length; start += AT_ONCE) {
        await publish(tx, {
          communityId: ctx.community.id,
          actorId: null,
          type: "clock.told",
          payload: { kind, caseIds: caseIds.slice(start, start + AT_ONCE) },
        });
      }
    }
    return told;
  });
}
