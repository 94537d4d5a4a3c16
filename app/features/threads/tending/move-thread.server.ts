import { publish } from "#app/events/publish.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "../load-post.server.ts";
import { threadRef, type ThreadRef } from "../post-ref.ts";
import { threadSubject } from "../subjects.ts";
import { noteChange } from "./note-change.server.ts";

/**
 * Moves a thread to a space in which the mover may post; the pin stays behind, and the same space
 * again changes nothing. Throws InvalidError (spaceSlug), NotFoundError, SignInNeededError,
 * ForbiddenError.
 */
export async function moveThread(
  ctx: Ctx,
  input: { threadId: number; spaceSlug: string },
): Promise<ThreadRef> {
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    const subject = threadSubject(thread);
    assertCan(ctx.actor, "thread.move", subject);
    const space = await tx
      .selectFrom("space")
      .select(["id", "read_role", "post_role"])
      .where("community_id", "=", communityId)
      .where("slug", "=", input.spaceSlug)
      .executeTakeFirst();
    if (space?.id === thread.space_id) return threadRef(thread);
    const to = space && {
      kind: thread.kind,
      readRole: space.read_role,
      postRole: space.post_role,
    };
    if (!to || !can(ctx.actor, "thread.move", { ...subject, to })) {
      throw new InvalidError({ spaceSlug: { key: "error.unknownSpace" } });
    }
    await tx
      .updateTable("thread")
      .set({ space_id: space.id, pinned: false })
      .where("community_id", "=", communityId)
      .where("id", "=", thread.id)
      .execute();
    const change = { threadId: thread.id, before: thread.space_id, after: space.id } as const;
    await noteChange(tx, ctx, { ...change, kind: "space" });
    await publish(tx, {
      communityId,
      actorId: ctx.actor.id,
      type: "thread.moved",
      payload: { threadId: thread.id, spaceIds: [thread.space_id, space.id] },
    });
    return threadRef(thread);
  });
}
