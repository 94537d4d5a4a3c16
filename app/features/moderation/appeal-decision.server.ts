import { createHmac, timingSafeEqual } from "node:crypto";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { getEnv } from "#app/lib/env.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockSubject } from "./load-decided.server.ts";
import { openCase } from "./open-case.server.ts";
import { subjectOf } from "./subject.ts";

/** A decision can be appealed for so long. */
export const APPEAL_DAYS = 180;
const MOST_TEXT = 5_000;

/**
 * What the message about a decision carries, so that whoever can't sign in any more can appeal: a
 * keyed hash of the decision, for that alone.
 */
export function appealToken(communityId: number, decisionId: number): string {
  return createHmac("sha256", getEnv().SECRET)
    .update(`appeal:${communityId}:${decisionId}`)
    .digest("base64url");
}

/** Whether a token is that of the decision. */
export function fitsAppeal(
  token: string | undefined,
  communityId: number,
  decisionId: number,
): boolean {
  if (token === undefined) return false;
  const [given, right] = [token, appealToken(communityId, decisionId)].map((text) =>
    Buffer.from(text),
  ) as [Buffer, Buffer];
  return given.length === right.length && timingSafeEqual(given, right);
}

function readText(given: string): string {
  const text = given.replaceAll("\r\n", "\n").trim();
  if (text === "") throw new InvalidError({ text: { key: "error.required" } });
  if (text.length > MOST_TEXT) {
    throw new InvalidError({ text: { key: "error.tooLong", params: { max: MOST_TEXT } } });
  }
  return text;
}

/**
 * Appeals a decision, once: by whom it is about, signed in or with the token of the message about it,
 * also while silenced, suspended or banned. Opens a case. Throws ConflictError when it was appealed or
 * undone already, ForbiddenError when it is too late, InvalidError (text), NotFoundError.
 */
export async function appealDecision(
  ctx: Ctx,
  input: { decisionId: number; text: string; token?: string | undefined },
): Promise<{ appealId: number; caseId: number }> {
  const at = ctx.community.id;
  const { decisionId } = input;
  if (!Number.isSafeInteger(decisionId)) throw new NotFoundError();
  const text = readText(input.text);
  const decision = await ctx.db
    .selectFrom("decision")
    .select(["post_id", "thread_id", "member_id", "about_id", "created_at", "reverses"])
    .where("community_id", "=", at)
    .where("id", "=", decisionId)
    .executeTakeFirst();
  const subject = decision && subjectOf(decision);
  if (!decision || !subject || decision.about_id === null || decision.reverses !== null) {
    throw new NotFoundError();
  }
  const { about_id: memberId } = decision;
  if (ctx.actor.id !== memberId && !fitsAppeal(input.token, at, decisionId))
    throw new NotFoundError();
  if (ctx.now.getTime() - decision.created_at.getTime() > APPEAL_DAYS * 86_400_000) {
    throw new ForbiddenError("appeal_too_late", {
      key: "moderation.appealTooLate",
      params: { days: APPEAL_DAYS },
    });
  }
  return inTransaction(ctx.db, async (tx) => {
    await lockSubject(tx, at, subject);
    const undone = await tx
      .selectFrom("decision")
      .select("id")
      .where("community_id", "=", at)
      .where("reverses", "=", decisionId)
      .executeTakeFirst();
    if (undone) throw new ConflictError("undone", { key: "moderation.undoneAlready" });
    const row = await tx
      .insertInto("appeal")
      .values({
        community_id: at,
        decision_id: decisionId,
        member_id: memberId,
        text,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new ConflictError("appealed", { key: "moderation.appealedAlready" });
    const { caseId } = await openCase(tx, ctx, { subject, queue: "appeal", priority: 2 });
    await publish(tx, {
      communityId: at,
      actorId: memberId,
      type: "appeal.made",
      payload: { appealId: row.id },
    });
    return { appealId: row.id, caseId };
  });
}
