import { loadThreadsFeed } from "#app/features/open-web/load-threads-feed.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendAtom } from "#app/http/send-atom.server.ts";

/** A tag's threads as an Atom feed. */
export const loader = page(async (ctx, params) => {
  const feed = await loadThreadsFeed(ctx, { tagSlug: params.tagSlug ?? "" });
  return sendAtom(ctx.request, feed, ctx.community.baseUrl);
});
