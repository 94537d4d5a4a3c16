import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { removeDraft } from "./drafts/remove-draft.server.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { followOwnThread } from "./following/set-follow.server.ts";
import { findTwin, insertPost } from "./insert-post.server.ts";
import { loadPost } from "./load-post.server.ts";
import type { PostRef } from "./post-ref.ts";
import { publishOrHold } from "./publish-or-hold.server.ts";
import { keepToLimits } from "./newcomer-limits.server.ts";
import { readWritten } from "./read-written.server.ts";
import { runOnce } from "./run-once.server.ts";
import { keepPosted, maskPosted } from "./screening/mask-posted.server.ts";
import { screenWritten } from "./screening/screen-written.server.ts";
import type { Written } from "./write-rules.ts";

export type PostReply = Written & {
  /** What is replied to: an answer, another reply, or the opening post. */
  parentId: number;
  /** When given, the parent must be in this thread. */
  threadId?: number | undefined;
  idempotencyKey?: string | undefined;
  /** What an AdviceError gave, to post in spite of it. */
  asItIs?: string | undefined;
};

/**
 * Replies to a post; sent twice it makes one reply. Throws InvalidError (body), AdviceError,
 * ConflictError for a key used before, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function postReply(ctx: Ctx, input: PostReply): Promise<PostRef> {
  const { parentId } = input;
  const target = await loadPost(ctx.db, ctx, parentId);
  const threadId = target.thread_id;
  if (input.threadId !== undefined && input.threadId !== threadId) throw new NotFoundError();
  assertCan(ctx.actor, "post.reply", target.subject);
  const stored = await readWritten(ctx, input);
  await keepToLimits(ctx, stored.document, { threadId });
  const screening = await screenWritten(ctx, {
    place: { kind: "reply", threadId, parentId },
    title: "",
    stored,
    asItIs: input.asItIs,
  });
  const posted = maskPosted(ctx, screening, { title: null, stored });
  const ref = await inTransaction(ctx.db, (tx) =>
    runOnce(
      tx,
      ctx,
      { key: input.idempotencyKey, request: ["reply", parentId, stored.html] },
      async () => {
        const parent = await loadPost(tx, ctx, parentId, { lock: true });
        assertCan(ctx.actor, "post.reply", parent.subject);
        const place = { threadId, kind: "reply", parentId } as const;
        const [twin] = await findTwin(tx, ctx, { ...place, html: posted.stored.html });
        if (twin) return { threadId, postId: twin.id };
        const rootId = parent.root_id;
        const post = await insertPost(tx, ctx, { ...place, rootId, stored: posted.stored });
        await keepPosted(tx, ctx, { postId: post.id, number: 1, posted });
        await publishOrHold(tx, ctx, { post, screening });
        await followOwnThread(tx, ctx, threadId);
        await removeDraft(tx, ctx, `reply:${parentId}`);
        return { threadId, postId: post.id };
      },
    ),
  );
  return { ...ref, href: (await findPostAddress(ctx, ref.postId)) ?? "/" };
}
