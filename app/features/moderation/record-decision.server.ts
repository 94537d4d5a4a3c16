import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import type { Closing } from "./closed-by.ts";

export type DecisionRow = {
  id: number;
  verb: string;
  post_id: number | null;
  thread_id: number | null;
  member_id: number | null;
  about_id: number | null;
  space_id: number | null;
  case_id: number | null;
  rule: string;
  ground: "terms" | "law";
  reason: string;
  note: string;
  before: Changes;
  after: Changes;
  batch_id: number | null;
  reverses: number | null;
  /** A rule decided, no person. */
  automated?: boolean;
};

/** A decision and what it closes, as one statement. */
export async function insertDecisions(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { rows, closing }: { rows: DecisionRow[]; closing?: Closing },
): Promise<void> {
  const at = ctx.community.id;
  const id = rows[0]!.id;
  const decided = sql`insert into decision (community_id, id, verb, actor_id, post_id, thread_id,
      member_id, about_id, space_id, case_id, rule, ground, reason, note, before, after, batch_id,
      reverses, automated, created_at)
    select ${at}, d.id, d.verb, ${ctx.actor.id}, d.post_id, d.thread_id, d.member_id, d.about_id,
      d.space_id, d.case_id, d.rule, d.ground, d.reason, d.note, d.before, d.after, d.batch_id,
      d.reverses, coalesce(d.automated, false), ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id bigint, verb text, post_id bigint,
      thread_id bigint, member_id bigint, about_id bigint, space_id bigint, case_id bigint, rule text,
      ground text, reason text, note text, before jsonb, after jsonb, batch_id bigint, reverses bigint,
      automated boolean)`;
  if (!closing) {
    await decided.execute(tx);
    return;
  }
  await sql`
    with closed as (
      update moderation_case set closed_at = ${ctx.now}, closing_decision_id = ${id},
        claimed_by = null, claimed_at = null
      where community_id = ${at} and id = any(${closing.caseIds}::bigint[])
    ),
    judged as (
      update report set outcome = ${closing.outcome}, outcome_decision_id = ${id}
      where community_id = ${at} and id = any(${closing.reportIds}::bigint[])
    ),
    voted as (
      update hide_vote set closed_at = ${ctx.now}
      where community_id = ${at} and post_id = ${closing.votesOf} and closed_at is null
    )
    ${decided}
  `.execute(tx);
}

/** Tells of a decision; of several made together, of the first. */
export async function tellDecision(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor">,
  decisionId: number,
): Promise<void> {
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "decision.made",
    payload: { decisionId },
  });
}
