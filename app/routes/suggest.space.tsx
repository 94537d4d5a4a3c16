import { suggestPlace } from "#app/features/threads/asking/suggest-place.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };
const LONGEST = 1_000;

/**
 * Where a question that is being written belongs, its tags, and what may answer it already, as JSON,
 * for the words `title` and `text`.
 */
export const loader = page(async (ctx) => {
  try {
    const who = ctx.actor.id === null ? `network ${networkOf(ctx.info.ip)}` : String(ctx.actor.id);
    await limit(ctx, "askSuggest", who);
    const query = new URL(ctx.request.url).searchParams;
    const [title = "", text = ""] = ["title", "text"].map((name) =>
      query.get(name)?.replaceAll("\u0000", "").slice(0, LONGEST),
    );
    return Response.json(await suggestPlace(ctx, { title, text }), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
