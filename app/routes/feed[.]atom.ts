import { loadThreadsFeed } from "#app/features/open-web/load-threads-feed.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendAtom } from "#app/http/send-atom.server.ts";

/** The community's threads as an Atom feed. */
export const loader = page(async (ctx) =>
  sendAtom(ctx.request, await loadThreadsFeed(ctx, {}), ctx.community.baseUrl),
);
