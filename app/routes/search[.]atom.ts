import { loadThreadsFeed } from "#app/features/open-web/load-threads-feed.server.ts";
import { readSearch } from "#app/features/threads/searching/search-address.ts";
import { page } from "#app/http/respond.server.ts";
import { sendAtom } from "#app/http/send-atom.server.ts";

/** What a search finds, with its filters, as an Atom feed. */
export const loader = page(async (ctx) => {
  const { query, choice } = readSearch(new URL(ctx.request.url).searchParams);
  const feed = await loadThreadsFeed(ctx, { query, choice });
  return sendAtom(ctx.request, feed, ctx.community.baseUrl);
});
