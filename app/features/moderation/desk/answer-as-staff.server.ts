import { can } from "#app/features/members/policy.ts";
import { loadPost, loadThread } from "#app/features/threads/load-post.server.ts";
import { markOfficial } from "#app/features/threads/mark-official.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { decide } from "../decide.server.ts";
import { loadCase } from "../load-case.server.ts";
import { subjectOf } from "../subject.ts";

type Input = {
  caseId: number;
  /** Markdown. */
  body: string;
  /** As the brand's own answer, where it is a question. */
  official: boolean;
  lastSeen: number | null;
  /** The same from one form: sent twice it makes one answer. */
  key: string;
};

/** What was wrong with the text, under the field's own name at the desk. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (failure instanceof InvalidError && failure.fields.body) {
      throw new InvalidError({ answer: failure.fields.body });
    }
    throw failure;
  }
}

/**
 * Answers what a case is about, and closes the case: a question with an answer, official if asked for,
 * a post or another thread with a reply. Throws InvalidError (answer), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function answerAsStaff(ctx: Ctx, input: Input): Promise<void> {
  const { caseId, lastSeen } = input;
  const row = await loadCase(ctx.db, ctx, caseId);
  const subject = subjectOf(row);
  if (!subject || subject.kind === "member") throw new NotFoundError();
  if (input.body.trim() === "") {
    throw new InvalidError({ answer: { key: "error.required" } });
  }
  const { body, key: idempotencyKey } = input;
  if (subject.kind === "post") {
    await named(postReply(ctx, { parentId: subject.id, body, idempotencyKey }));
  } else {
    const thread = await loadThread(ctx.db, ctx, subject.id);
    if (thread.kind === "question") {
      const { postId } = await named(
        postAnswer(ctx, { threadId: subject.id, body, idempotencyKey }),
      );
      const post = await loadPost(ctx.db, ctx, postId);
      if (input.official && can(ctx.actor, "answer.markOfficial", post.subject)) {
        await markOfficial(ctx, { postId });
      }
    } else {
      const parentId = thread.opening_post_id!;
      await named(postReply(ctx, { parentId, body, idempotencyKey }));
    }
  }
  try {
    await decide(ctx, { verb: "close", subject, caseId, lastSeen });
  } catch (failure) {
    // Another closed it meanwhile: the answer stands.
    if (!(failure instanceof ConflictError)) throw failure;
  }
}
