import { loadThreadsFeed } from "#app/features/open-web/load-threads-feed.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendAtom } from "#app/http/send-atom.server.ts";

const MAX_QUERY = 200;

/** What a search finds as an Atom feed. */
export const loader = page(async (ctx) => {
  const given = new URL(ctx.request.url).searchParams.get("q") ?? "";
  const feed = await loadThreadsFeed(ctx, { query: given.trim().slice(0, MAX_QUERY) });
  return sendAtom(ctx.request, feed, ctx.community.baseUrl);
});
