import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import type { IdeaStatus } from "#db/schema-threads.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";
import { readNote } from "./write-rules.ts";

export type SetIdeaStatus = { threadId: number; status: IdeaStatus; note: string };

/**
 * What the brand makes of an idea, with a note for everybody, which declining needs; the same again
 * changes nothing. Throws InvalidError (note), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function setIdeaStatus(ctx: Ctx, input: SetIdeaStatus): Promise<ThreadRef> {
  const note = readNote(input.note);
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "idea.setStatus", threadSubject(thread));
    if (input.status === "declined" && note === "") {
      throw new InvalidError({ note: { key: "idea.noteNeeded" } });
    }
    if (thread.idea_status === input.status && thread.idea_note === note) return threadRef(thread);
    const change = await tx
      .insertInto("idea_status_change")
      .values({
        community_id: ctx.community.id,
        thread_id: thread.id,
        actor_id: ctx.actor.id,
        from_status: thread.idea_status ?? "new",
        to_status: input.status,
        note,
        created_at: ctx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("thread")
      .set({ idea_status: input.status, idea_note: note })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", thread.id)
      .execute();
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "idea.status_changed",
      payload: { threadId: thread.id, changeId: change.id },
    });
    return threadRef(thread);
  });
}
