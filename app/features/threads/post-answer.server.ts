import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { removeDraft } from "./drafts/remove-draft.server.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { followOwnThread } from "./following/set-follow.server.ts";
import { findTwin, insertPost } from "./insert-post.server.ts";
import { loadThread } from "./load-post.server.ts";
import type { PostRef } from "./post-ref.ts";
import { publishOrHold } from "./publish-or-hold.server.ts";
import { keepToLimits } from "./newcomer-limits.server.ts";
import { readWritten } from "./read-written.server.ts";
import { runOnce } from "./run-once.server.ts";
import { threadSubject } from "./subjects.ts";
import { keepPosted, maskPosted } from "./screening/mask-posted.server.ts";
import { screenWritten } from "./screening/screen-written.server.ts";
import type { Written } from "./write-rules.ts";

export type PostAnswer = Written & {
  threadId: number;
  idempotencyKey?: string | undefined;
  /** What an AdviceError gave, to post in spite of it. */
  asItIs?: string | undefined;
};

/**
 * Answers a thread; sent twice it makes one answer. Throws InvalidError (body), AdviceError,
 * ConflictError for a key used before, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function postAnswer(ctx: Ctx, input: PostAnswer): Promise<PostRef> {
  const { threadId } = input;
  assertCan(ctx.actor, "thread.answer", threadSubject(await loadThread(ctx.db, ctx, threadId)));
  const stored = await readWritten(ctx, input);
  await keepToLimits(ctx, stored.document, { threadId });
  const screening = await screenWritten(ctx, {
    place: { kind: "answer", threadId, parentId: null },
    title: "",
    stored,
    asItIs: input.asItIs,
  });
  const posted = maskPosted(ctx, screening, { title: null, stored });
  const ref = await inTransaction(ctx.db, (tx) =>
    runOnce(
      tx,
      ctx,
      { key: input.idempotencyKey, request: ["answer", threadId, stored.html] },
      async () => {
        const thread = await loadThread(tx, ctx, threadId, { lock: true });
        assertCan(ctx.actor, "thread.answer", threadSubject(thread));
        const place = { threadId, kind: "answer", parentId: null } as const;
        const [twin] = await findTwin(tx, ctx, { ...place, html: posted.stored.html });
        if (twin) return { threadId, postId: twin.id };
        const post = await insertPost(tx, ctx, { ...place, rootId: null, stored: posted.stored });
        await keepPosted(tx, ctx, { postId: post.id, number: 1, posted });
        await publishOrHold(tx, ctx, { post, screening });
        await followOwnThread(tx, ctx, threadId);
        await removeDraft(tx, ctx, `answer:${threadId}`);
        return { threadId, postId: post.id };
      },
    ),
  );
  return { ...ref, href: (await findPostAddress(ctx, ref.postId)) ?? "/" };
}
