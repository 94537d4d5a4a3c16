import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { getThreadPage } from "../get-thread-page.server.ts";
import { canReopen } from "./reopen-question.server.ts";

/** The answer that made asking unneeded, and what one may do with it. */
export type SolvedAnswer = {
  id: number;
  html: string;
  who: string | null;
  official: boolean;
  helpful: number;
  viewerVoted: boolean;
  canVote: boolean;
};

export type SolvedPage = {
  threadId: number;
  href: string;
  title: string;
  answer: SolvedAnswer | null;
  viewerFollows: boolean;
  /** The question can be brought back here; a guest's is in their browser. */
  reopens: boolean;
};

/** What is shown once a thread made asking unneeded. Throws NotFoundError when it can't be seen. */
export async function getSolvedPage(
  ctx: Ctx,
  input: { threadId: number; once: string },
): Promise<SolvedPage> {
  const [page, reopens] = await Promise.all([
    getThreadPage(ctx, {
      threadId: input.threadId,
      sort: "oldest",
      cursor: null,
      page: null,
      postId: null,
      allRepliesOf: null,
    }),
    canReopen(ctx, input.once),
  ]);
  const { thread } = page;
  if (thread.state !== "published") throw new NotFoundError();
  const post = page.accepted ?? page.official;
  return {
    threadId: thread.id,
    href: thread.href,
    title: thread.title,
    answer:
      post === null || post.stub
        ? null
        : {
            id: post.id,
            html: post.html,
            who: post.author?.name ?? post.source?.author ?? null,
            official: page.accepted === null,
            helpful: post.helpful,
            viewerVoted: post.viewerVoted,
            canVote: post.can.vote,
          },
    viewerFollows: thread.viewerFollows,
    reopens,
  };
}
