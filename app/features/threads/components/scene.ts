import type { PostView, ThreadPage } from "../thread-view.ts";

/** What a reply answers: where that is, and who wrote it when it is on the page. */
export type ReplyContext = { href: string; here: boolean; name: string | null };

/** What a post must know of the page it stands on. */
export type Scene = {
  brand: string;
  guest: boolean;
  question: boolean;
  /** "I have this too" or "I want this" stands in for the vote on the opening post. */
  counted: boolean;
  acceptedId: number | null;
  /** There is an answer box that takes quotes. */
  canAnswer: boolean;
  /** The thread has no more pages than this one. */
  whole: boolean;
  /** By the reply's id, for replies to another post than the one right above them. */
  contexts: Map<number, ReplyContext>;
};

function contextsOf(page: ThreadPage): Scene["contexts"] {
  const contexts: Scene["contexts"] = new Map();
  for (const root of [page.opening, page.accepted, page.official, ...page.answers]) {
    if (!root) continue;
    const all = [root, ...root.replies];
    const byId = new Map(all.map((post) => [post.id, post]));
    for (const [index, post] of root.replies.entries()) {
      const parent = byId.get(post.parentId ?? root.id);
      if (post.stub || parent === all[index]) continue;
      contexts.set(post.id, {
        href: parent ? `#post-${parent.id}` : `/p/${post.parentId}`,
        here: parent !== undefined,
        name: parent?.author?.name ?? parent?.source?.author ?? null,
      });
    }
  }
  return contexts;
}

/** The address of a post for the page it stands on: without a query where one page holds them all. */
export function addressIn({ whole }: Pick<Scene, "whole">, post: PostView): string {
  return whole ? post.href : post.href.replace("#", `?post=${post.id}#`);
}

/** The scene of a thread page. */
export function sceneOf(page: ThreadPage, brand: string, guest: boolean): Scene {
  return {
    brand,
    guest,
    question: page.thread.kind === "question",
    counted: page.thread.kind === "question" || page.thread.kind === "idea",
    acceptedId: page.thread.acceptedPostId,
    canAnswer: page.thread.can.answer,
    whole: page.next === null && !page.hasEarlier,
    contexts: contextsOf(page),
  };
}
