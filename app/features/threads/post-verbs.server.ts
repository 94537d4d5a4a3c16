import type { Ctx } from "#app/lib/ctx.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { setBookmark } from "./bookmarks/set-bookmark.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import type { PostRef } from "./post-ref.ts";
import { restorePost } from "./restore-post.server.ts";
import type { VerbInput } from "./schemas.ts";
import { voteHide } from "./tending/vote-hide.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { unmarkOfficial } from "./unmark-official.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

type PostVerb = (ctx: Ctx, postId: number, input: VerbInput) => Promise<PostRef>;

/** What a small form beside a post can ask for, by the last part of its address. */
export const postVerbs: Record<string, PostVerb> = {
  helpful: (ctx, postId, { on }) => voteHelpful(ctx, { postId, on: on === "yes" }),
  bookmark: (ctx, postId, { on }) => setBookmark(ctx, { postId, on: on === "yes" }),
  accept: (ctx, postId, { replaces }) => acceptAnswer(ctx, { postId, replaces: replaces ?? null }),
  unaccept: (ctx, postId) => unacceptAnswer(ctx, { postId }),
  "mark-official": (ctx, postId) => markOfficial(ctx, { postId }),
  "unmark-official": (ctx, postId) => unmarkOfficial(ctx, { postId }),
  delete: (ctx, postId, { reason }) => deletePost(ctx, { postId, reason }),
  restore: (ctx, postId) => restorePost(ctx, { postId }),
  hide: (ctx, postId, { reason }) => hidePost(ctx, { postId, reason }),
  "vote-hide": (ctx, postId, { reason }) => voteHide(ctx, { postId, reason }),
  unhide: (ctx, postId) => unhidePost(ctx, { postId }),
};
