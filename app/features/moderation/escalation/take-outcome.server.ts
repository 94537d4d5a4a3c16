import { z } from "zod";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AppError, ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { accountCtx } from "./account-ctx.server.ts";
import { ESCALATION_LIMITS } from "./escalation-rules.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";
import { closeEscalation, publishAnswer } from "./publish-answer.server.ts";

export const outcomeSchema = z.object({
  /** Of the ticket, in the brand's system. */
  reference: z.string().trim().max(ESCALATION_LIMITS.reference).default(""),
  status: z.enum(["open", "answered", "closed"]),
  /** Markdown. */
  answer: z.string().trim().max(ESCALATION_LIMITS.answer).default(""),
});
export type Outcome = z.output<typeof outcomeSchema>;

/** What became of an outcome: the answer stands in the thread, waits for staff, or there is none. */
export type OutcomeTaken = { result: "published" | "waits" | "closed" | "noted" };

/** Keeps what came back. Throws NotFoundError, ConflictError when the escalation is closed, InvalidError (answer). */
export async function keepOutcome(
  tx: Tx,
  ctx: Ctx,
  { escalationId, outcome }: { escalationId: number; outcome: Outcome },
): Promise<void> {
  const at = ctx.community.id;
  if (!Number.isSafeInteger(escalationId)) throw new NotFoundError();
  const row = await tx
    .selectFrom("escalation")
    .select(["status", "answer"])
    .where("community_id", "=", at)
    .where("id", "=", escalationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  if (row.status === "closed")
    throw new ConflictError("closed", { key: "escalation.closedAlready" });
  const answer = outcome.answer.replaceAll("\r\n", "\n");
  if (outcome.status === "answered" && answer === "") {
    throw new InvalidError({ answer: { key: "error.required" } });
  }
  await tx
    .updateTable("escalation")
    .set({
      ...(outcome.reference === "" ? {} : { reference: outcome.reference }),
      // Closing is done with its case, after this.
      ...(answer === "" ? {} : { answer, answered_at: ctx.now, status: "answered" as const }),
    })
    .where("community_id", "=", at)
    .where("id", "=", escalationId)
    .execute();
}

/**
 * What follows from a kept outcome: with an account set for it, an answer without personal data is
 * published at once; anything else waits for staff.
 */
export async function followOutcome(
  ctx: Ctx,
  { escalationId, outcome }: { escalationId: number; outcome: Outcome },
): Promise<OutcomeTaken> {
  const { accountId } = await loadEscalationSettings(ctx.db, ctx.community.id);
  const account = await accountCtx(ctx, accountId);
  if (outcome.answer !== "") {
    if (!account) return { result: "waits" };
    try {
      await publishAnswer(account, { escalationId });
      return { result: "published" };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      ctx.log.info({ escalation: escalationId, code: error.code }, "an answer waits for staff");
      return { result: "waits" };
    }
  }
  if (outcome.status !== "closed") return { result: "noted" };
  await closeEscalation(account ?? ctx, { escalationId });
  return { result: "closed" };
}

/**
 * Takes what came of an escalation, from staff: the ticket's reference, its status and answer. The answer
 * is a draft until somebody confirms it. Throws InvalidError (answer), ConflictError, NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function takeOutcome(
  ctx: Ctx,
  input: { escalationId: number; outcome: Outcome },
): Promise<void> {
  assertCan(ctx.actor, "desk.manage", null);
  await inTransaction(ctx.db, (tx) => keepOutcome(tx, ctx, input));
}
