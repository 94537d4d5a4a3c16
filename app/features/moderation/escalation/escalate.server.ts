import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { EscalationChannel } from "#db/schema-escalation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadCase } from "../load-case.server.ts";
import { lockSubject } from "../load-decided.server.ts";
import { openCase } from "../open-case.server.ts";
import { queueDelivery } from "./deliver.server.ts";
import { ESCALATION_LIMITS } from "./escalation-rules.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";

export type Escalated = { escalationId: number };

function readNote(given: string): string {
  const note = given.replaceAll("\r\n", "\n").trim();
  const max = ESCALATION_LIMITS.note;
  if (note === "") throw new InvalidError({ note: { key: "error.required" } });
  if (note.length > max)
    throw new InvalidError({ note: { key: "error.tooLong", params: { max } } });
  return note;
}

async function insertDelivery(
  tx: Tx,
  ctx: Ctx,
  delivery: { escalationId: number | null; channel: EscalationChannel },
): Promise<void> {
  const { id } = await tx
    .insertInto("escalation_delivery")
    .values({
      community_id: ctx.community.id,
      escalation_id: delivery.escalationId,
      channel: delivery.channel,
      created_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await queueDelivery(tx, ctx.community.id, id);
}

/** The ways that are on. Throws ConflictError when there is none. */
async function openChannels(tx: Tx, ctx: Ctx): Promise<EscalationChannel[]> {
  const { webhookOn, mailOn } = await loadEscalationSettings(tx, ctx.community.id);
  const channels: EscalationChannel[] = [
    ...(webhookOn ? (["webhook"] as const) : []),
    ...(mailOn ? (["mail"] as const) : []),
  ];
  if (channels.length > 0) return channels;
  throw new ConflictError("not_set_up", { key: "escalation.notSetUp" });
}

async function escalateInTx(
  tx: Tx,
  ctx: Ctx,
  { caseId, note }: { caseId: number; note: string },
): Promise<Escalated> {
  const at = ctx.community.id;
  const found = await loadCase(tx, ctx, caseId, { lock: true });
  if (found.closed_at !== null) throw new ConflictError("closed", { key: "escalation.caseClosed" });
  const channels = await openChannels(tx, ctx);
  const threadId =
    found.thread_id ??
    (
      await tx
        .selectFrom("post")
        .select("thread_id")
        .where("community_id", "=", at)
        .where("id", "=", found.post_id ?? 0)
        .executeTakeFirst()
    )?.thread_id;
  // A member alone is nothing that a ticket answers.
  if (!threadId) throw new ConflictError("no_thread", { key: "escalation.needsThread" });
  const row = await tx
    .insertInto("escalation")
    .values({
      community_id: at,
      case_id: caseId,
      thread_id: threadId,
      post_id: found.post_id,
      note,
      created_by: ctx.actor.id,
      created_at: ctx.now,
      published_post_id: null,
      closed_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new ConflictError("escalated", { key: "escalation.already" });
  for (const channel of channels) await insertDelivery(tx, ctx, { escalationId: row.id, channel });
  const reasons = [...found.reasons, { key: "escalation.caseMade", params: { id: row.id } }];
  await tx
    .updateTable("moderation_case")
    .set({ reasons: JSON.stringify(reasons) })
    .where("community_id", "=", at)
    .where("id", "=", caseId)
    .execute();
  return { escalationId: row.id };
}

/**
 * Passes a case on to the brand's ticket system, by every way that is set up; it stays open until the
 * outcome is there. Throws InvalidError (note), ConflictError when it was passed on already, is closed,
 * is about a member alone, or no way is set up, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function escalateCase(
  ctx: Ctx,
  input: { caseId: number; note: string },
): Promise<Escalated> {
  assertCan(ctx.actor, "desk.manage", null);
  const note = readNote(input.note);
  return inTransaction(ctx.db, (tx) => escalateInTx(tx, ctx, { caseId: input.caseId, note }));
}

/** Passes a thread on that needn't have a case yet: it gets one. Throws as `escalateCase` does. */
export async function escalateThread(
  ctx: Ctx,
  input: { threadId: number; note: string },
): Promise<Escalated> {
  assertCan(ctx.actor, "desk.manage", null);
  const note = readNote(input.note);
  const subject = { kind: "thread", id: input.threadId } as const;
  return inTransaction(ctx.db, async (tx) => {
    await lockSubject(tx, ctx.community.id, subject);
    const { caseId } = await openCase(tx, ctx, { subject, queue: "wants_staff" });
    return escalateInTx(tx, ctx, { caseId, note });
  });
}

/** Sends a message that says nothing by every way that is on. Throws ConflictError where there is none, SignInNeededError, ForbiddenError. */
export async function testEscalation(ctx: Ctx): Promise<void> {
  assertCan(ctx.actor, "desk.setClocks", null);
  await inTransaction(ctx.db, async (tx) => {
    for (const channel of await openChannels(tx, ctx)) {
      await insertDelivery(tx, ctx, { escalationId: null, channel });
    }
  });
}

/** Tries a delivery that failed once more; of another nothing changes. Throws SignInNeededError, ForbiddenError. */
export async function retryDelivery(ctx: Ctx, input: { deliveryId: number }): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  await inTransaction(ctx.db, async (tx) => {
    const again = await tx
      .updateTable("escalation_delivery")
      .set({ status: "waiting", tries: 0, error: "", trying_since: null, done_at: null })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", input.deliveryId)
      .where("status", "=", "failed")
      .returning("id")
      .executeTakeFirst();
    if (again) await queueDelivery(tx, ctx.community.id, again.id);
  });
}
