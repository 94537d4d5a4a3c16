import { findLinkedThread } from "#app/features/threads/public-threads.server.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";
import { AppError, NotFoundError } from "#app/lib/errors.ts";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** The thread that a pasted address leads to, as JSON, for the editor; 404 when it names none. */
export const loader = page(async (ctx) => {
  try {
    if (ctx.actor.id !== null) await limit(ctx, "suggest", String(ctx.actor.id));
    const address = new URL(ctx.request.url).searchParams.get("address") ?? "";
    const thread = await findLinkedThread(ctx, { address });
    if (!thread) throw new NotFoundError();
    return Response.json(thread, { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code }, { status: error.status, headers: PRIVATE });
  }
});
