import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { indexThreads } from "#search/index-threads.server.ts";

type ThreadFact = Extract<AppEvent, { payload: { threadId: number } }>;

/** Brings the search index up to date with a thread something happened to. */
export async function indexThread(ctx: Ctx, event: ThreadFact): Promise<void> {
  const payload = event.payload as { threadId: number; intoId?: number };
  const ids =
    payload.intoId === undefined ? [payload.threadId] : [payload.threadId, payload.intoId];
  await indexThreads(ctx.db, { id: ctx.community.id, locale: ctx.community.locale }, ids);
}
