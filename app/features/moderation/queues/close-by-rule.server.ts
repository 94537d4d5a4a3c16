import { sql } from "kysely";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { closedBy } from "../closed-by.ts";
import { insertDecisions } from "../record-decision.server.ts";

type Of = { queue: Queue; threadId?: number; memberId?: number };

/**
 * Closes what is open of a thread or member in a queue because its reason is gone; a decision of
 * nobody, without a word to anybody. Quiet when nothing is open.
 */
export async function closeByRule(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  { queue, threadId, memberId }: Of,
): Promise<void> {
  const at = ctx.community.id;
  const { rows } = await sql<{ id: number; space_id: number | null; decision_id: number }>`
    select c.id, c.space_id, nextval(pg_get_serial_sequence('decision', 'id')) as decision_id
    from moderation_case c
    where c.community_id = ${at} and c.queue = ${queue} and c.closed_at is null
      and (c.thread_id = ${threadId ?? null} or c.member_id = ${memberId ?? null})
    for no key update of c
  `.execute(tx);
  const row = rows[0];
  if (!row) return;
  const closing = { caseIds: [row.id], reportIds: [], outcome: "declined", votesOf: null } as const;
  const { before, after } = closedBy({ ...closing, caseIds: [row.id], reportIds: [] });
  await insertDecisions(
    tx,
    { ...ctx, actor: GUEST },
    {
      rows: [
        {
          id: row.decision_id,
          verb: "close",
          post_id: null,
          thread_id: threadId ?? null,
          member_id: memberId ?? null,
          about_id: memberId ?? null,
          space_id: row.space_id,
          case_id: row.id,
          rule: "",
          ground: "terms",
          reason: "",
          note: "",
          before,
          after,
          batch_id: null,
          reverses: null,
          automated: true,
        },
      ],
      closing: { caseIds: [row.id], reportIds: [], outcome: "declined", votesOf: null },
    },
  );
}
