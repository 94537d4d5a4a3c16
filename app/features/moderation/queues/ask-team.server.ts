import { assertCan, can } from "#app/features/members/policy.ts";
import { loadThread } from "#app/features/threads/load-post.server.ts";
import { threadRef, type ThreadRef } from "#app/features/threads/post-ref.ts";
import { threadSubject } from "#app/features/threads/subjects.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "../open-case.server.ts";

const LONGEST = 500;

/** Whether the team was asked already and hasn't looked yet. */
async function wasAsked(db: Db, ctx: Pick<Ctx, "community">, threadId: number): Promise<boolean> {
  const row = await db
    .selectFrom("moderation_case")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", threadId)
    .where("queue", "=", "wants_staff")
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The page to ask the team on. Throws NotFoundError, SignInNeededError, ForbiddenError. */
export async function getAskTeam(ctx: Ctx, threadId: number) {
  const thread = await loadThread(ctx.db, ctx, threadId);
  const subject = threadSubject(thread);
  if (!can(ctx.actor, "thread.read", subject)) throw new NotFoundError();
  assertCan(ctx.actor, "thread.askTeam", subject);
  return {
    title: thread.title,
    href: threadRef(thread).href,
    asked: await wasAsked(ctx.db, ctx, threadId),
  };
}

/**
 * Brings a question to the team, with what is still open. Throws ConflictError when that was done and
 * nobody has looked yet, InvalidError (text), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function askTeam(
  ctx: Ctx,
  input: { threadId: number; text: string },
): Promise<ThreadRef> {
  const text = input.text.replace(/\s+/g, " ").trim();
  if (text.length > LONGEST) {
    throw new InvalidError({ text: { key: "error.tooLong", params: { max: LONGEST } } });
  }
  const { actor } = ctx;
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    const subject = threadSubject(thread);
    if (!can(actor, "thread.read", subject)) throw new NotFoundError();
    assertCan(actor, "thread.askTeam", subject);
    if (await wasAsked(tx, ctx, thread.id)) {
      throw new ConflictError("asked_already", { key: "queues.askedAlready" });
    }
    const name = actor.kind === "member" ? actor.name : "";
    await openCase(tx, ctx, {
      subject: { kind: "thread", id: thread.id },
      queue: "wants_staff",
      reasons: [{ key: "queues.whyAsked", params: { name, text } }],
    });
    return threadRef(thread);
  });
}
