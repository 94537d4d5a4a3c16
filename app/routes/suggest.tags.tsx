import { suggestTags } from "#app/features/threads/suggest-tags.server.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** Tags to link after a `#`, as JSON, for the editor. Guests get 401: there is no page to sign in on. */
export const loader = page(async (ctx) => {
  try {
    if (ctx.actor.id !== null) await limit(ctx, "suggest", String(ctx.actor.id));
    const query = new URL(ctx.request.url).searchParams.get("q") ?? "";
    return Response.json(await suggestTags(ctx, { query }), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
