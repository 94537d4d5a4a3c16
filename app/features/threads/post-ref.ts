import type { LoadedPost, LoadedThread } from "./load-post.server.ts";
import { threadHref } from "./thread-view.ts";

/** What a command on a post gives back. */
export type PostRef = { threadId: number; postId: number; href: string };

/** What a command on a thread gives back. */
export type ThreadRef = { threadId: number; href: string };

/** A loaded post → its ids, and the address on its thread. */
export function postRef(post: LoadedPost): PostRef {
  const { id, slug } = post.thread;
  return {
    threadId: id,
    postId: post.id,
    href: `${threadHref(id, slug)}?post=${post.id}#post-${post.id}`,
  };
}

/** A loaded thread → its id and address. */
export function threadRef(thread: LoadedThread): ThreadRef {
  return { threadId: thread.id, href: threadHref(thread.id, thread.slug) };
}
