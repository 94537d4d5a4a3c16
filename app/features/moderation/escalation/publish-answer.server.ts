import { findPersonalData } from "#app/features/automod/personal-data/find-personal-data.ts";
import { maskPersonalData } from "#app/features/automod/personal-data/mask-personal-data.ts";
import type { PersonalSpan } from "#app/features/automod/personal-data/kinds.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { markOfficial } from "#app/features/threads/mark-official.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { readDocument, storedText } from "#app/features/threads/write-rules.ts";
import { threadSubject } from "#app/features/threads/subjects.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AdviceError, AppError, ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { holdsPersonal } from "../review/find-personal.ts";
import { decide } from "../decide.server.ts";
import { loadMasks } from "../masking/load-masks.server.ts";
import { subjectOf } from "../subject.ts";

/** Milliseconds after which a publishing that ended without a word may be begun again. */
const LOST_AFTER = 60_000;

/** What of an answer is personal data, as places in its text. */
export async function personalIn(
  ctx: Pick<Ctx, "db" | "community">,
  text: string,
): Promise<PersonalSpan[]> {
  const { options } = await loadMasks(ctx.db, ctx);
  return findPersonalData(text, options);
}

/** The answer with its personal data masked. */
export async function maskAnswer(
  ctx: Pick<Ctx, "db" | "community">,
  text: string,
): Promise<string> {
  const { words } = await loadMasks(ctx.db, ctx);
  return maskPersonalData(text, await personalIn(ctx, text), words);
}

/** Throws ConflictError when the answer holds personal data, as typed or as it would be read. */
async function assertImpersonal(ctx: Ctx, answer: string): Promise<void> {
  const { options } = await loadMasks(ctx.db, ctx);
  const { text, html } = storedText(readDocument({ body: answer }));
  if (!holdsPersonal({ text: `${answer}\n${text}`, html }, options)) return;
  throw new ConflictError("personal_data", { key: "escalation.holdsPersonal" });
}

/** Posts as it is what advice is given about: whoever confirmed it was asked already. */
async function post(ctx: Ctx, input: { threadId: number; body: string; idempotencyKey: string }) {
  try {
    return await postAnswer(ctx, input);
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return postAnswer(ctx, { ...input, asItIs: error.advice.token });
  }
}

/** Closes the case that was passed on, if it is open and the actor's to decide. */
async function closeCase(ctx: Ctx, caseId: number | null): Promise<void> {
  if (caseId === null) return;
  const row = await ctx.db
    .selectFrom("moderation_case")
    .select(["post_id", "thread_id", "member_id"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", caseId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  const subject = row && subjectOf(row);
  if (!subject) return;
  try {
    await decide(ctx, { verb: "close", subject, caseId, note: ctx.t("escalation.closedNote") });
  } catch (error) {
    // In another's hand, or about somebody of the same role: it stays open for whoever may.
    if (!(error instanceof AppError)) throw error;
  }
}

/** Ends an escalation without or after an answer, and its case. */
export async function closeEscalation(
  ctx: Ctx,
  { escalationId, postId = null }: { escalationId: number; postId?: number | null },
): Promise<void> {
  const row = await ctx.db
    .updateTable("escalation")
    .set({
      status: "closed",
      closed_at: ctx.now,
      closed_by: ctx.actor.id,
      ...(postId === null ? {} : { published_post_id: postId }),
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", escalationId)
    .where("status", "<>", "closed")
    .returning("case_id")
    .executeTakeFirst();
  if (row) await closeCase(ctx, row.case_id);
}

type Waiting = { id: number; thread_id: number; answer: string };

/** Begins to publish what came back; gives the post where that was done. Throws as `publishAnswer`. */
async function begin(ctx: Ctx, escalationId: number): Promise<Waiting | { postId: number }> {
  const lost = new Date(ctx.now.getTime() - LOST_AFTER);
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx
      .selectFrom("escalation")
      .select(["id", "thread_id", "answer", "status", "published_post_id", "publishing_since"])
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", escalationId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFoundError();
    if (row.published_post_id !== null) return { postId: row.published_post_id };
    if (row.status === "closed" || row.answer.trim() === "") {
      throw new ConflictError("no_answer", { key: "escalation.noAnswer" });
    }
    if (row.publishing_since !== null && row.publishing_since > lost) {
      throw new ConflictError("publishing", { key: "escalation.publishing" });
    }
    await setPublishing(tx, ctx, { escalationId, since: ctx.now });
    return row;
  });
}

async function setPublishing(
  db: Db,
  ctx: Ctx,
  { escalationId, since }: { escalationId: number; since: Date | null },
): Promise<void> {
  await db
    .updateTable("escalation")
    .set({ publishing_since: since })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", escalationId)
    .execute();
}

async function publish(ctx: Ctx, { id, thread_id: threadId, answer }: Waiting): Promise<number> {
  await assertImpersonal(ctx, answer);
  const thread = await loadThread(ctx.db, ctx, threadId);
  if (!can(ctx.actor, "thread.answer", threadSubject(thread))) {
    throw new ConflictError("no_answers", { key: "escalation.takesNone" });
  }
  const { postId } = await post(ctx, {
    threadId,
    body: answer,
    idempotencyKey: `escalation-${id}`,
  });
  await markOfficial(ctx, { postId });
  await closeEscalation(ctx, { escalationId: id, postId });
  return postId;
}

/**
 * Publishes what came back as the actor's official answer and ends the escalation; done twice it is one
 * answer. Throws ConflictError when it holds personal data, the thread takes no answers, nothing came
 * back or another publishes it now, InvalidError (body), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function publishAnswer(
  ctx: Ctx,
  { escalationId }: { escalationId: number },
): Promise<{ postId: number }> {
  assertCan(ctx.actor, "desk.manage", null);
  const begun = await begin(ctx, escalationId);
  if ("postId" in begun) return begun;
  try {
    return { postId: await publish(ctx, begun) };
  } finally {
    await setPublishing(ctx.db, ctx, { escalationId, since: null });
  }
}
