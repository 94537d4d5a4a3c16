import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { subjectColumns, type Subject } from "./subject.ts";

export type OpenCase = {
  subject: Subject;
  queue: Queue;
  /** 0 can wait, 3 is about safety; 1 unless said. */
  priority?: number | undefined;
  /** What put it there. */
  reasons?: readonly ErrorMessage[] | undefined;
  dueAt?: Date | null | undefined;
};

/**
 * Puts something into one of the desk's queues. What is open there already gets the reasons in
 * addition, the higher priority and the earlier time. The caller holds the row of the thread or member.
 * Gives the case.
 */
export async function openCase(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  { subject, queue, priority = 1, reasons = [], dueAt = null }: OpenCase,
): Promise<{ caseId: number; opened: boolean }> {
  const at = ctx.community.id;
  const of = subjectColumns(subject);
  const column = sql.ref(`${subject.kind}_id`);
  const { rows } = await sql<{ id: number; opened: boolean }>`
    insert into moderation_case as c (community_id, queue, post_id, thread_id, member_id, space_id,
      priority, reasons, opened_at, due_at)
    values (${at}, ${queue}, ${of.post_id}, ${of.thread_id}, ${of.member_id},
      (select t.space_id from thread t where t.community_id = ${at} and t.id = coalesce(${of.thread_id},
        (select p.thread_id from post p where p.community_id = ${at} and p.id = ${of.post_id}))),
      ${priority}, ${JSON.stringify(reasons)}::jsonb, ${ctx.now}, ${dueAt})
    on conflict (community_id, ${column}, queue) where closed_at is null and ${column} is not null
    do update set priority = greatest(c.priority, excluded.priority),
      due_at = least(c.due_at, excluded.due_at), reasons = c.reasons || excluded.reasons
    returning c.id, (xmax = 0) as opened
  `.execute(tx);
  const { id, opened } = rows[0]!;
  if (opened) {
    await publish(tx, {
      communityId: at,
      actorId: null,
      type: "case.opened",
      payload: { caseId: id },
    });
  }
  return { caseId: id, opened };
}
