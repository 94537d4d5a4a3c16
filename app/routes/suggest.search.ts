import { suggestThreads } from "#app/features/threads/searching/box/suggest-threads.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** Threads for the words `q` that are being typed into a search box, as JSON. */
export const loader = page(async (ctx) => {
  try {
    await limit(ctx, "suggestSearch", ctx.actor.id ?? `network ${networkOf(ctx.info.ip)}`);
    const query = new URL(ctx.request.url).searchParams.get("q") ?? "";
    return Response.json(await suggestThreads(ctx, { query }), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
