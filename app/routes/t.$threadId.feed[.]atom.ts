import { loadThreadFeed } from "#app/features/open-web/load-thread-feed.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";
import { sendAtom } from "#app/http/send-atom.server.ts";

/** A thread's posts as an Atom feed. */
export const loader = page(async (ctx, params) => {
  const feed = await loadThreadFeed(ctx, positiveId(params.threadId));
  return sendAtom(ctx.request, feed, ctx.community.baseUrl);
});
