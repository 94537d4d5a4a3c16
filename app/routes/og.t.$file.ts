import { drawCard, keptCard } from "#app/features/open-web/draw-card.server.ts";
import { loadBrandImage } from "#app/features/open-web/load-brand-image.server.ts";
import {
  loadCardPicture,
  loadThreadCard,
  type ThreadCard,
} from "#app/features/open-web/thread-card.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { page } from "#app/http/respond.server.ts";

async function draw(ctx: PageCtx, card: ThreadCard): Promise<Uint8Array | null> {
  try {
    // Only drawing costs something; what is kept is given to anybody.
    await limit(ctx, "card", networkOf(ctx.info.ip));
    return await drawCard(card.hash, () => loadCardPicture(ctx, card));
  } catch (error) {
    ctx.log.warn({ err: error }, "a card was not drawn");
    return null;
  }
}

/**
 * The picture that goes with a link to a thread, `/og/t/12-HASH.png` or `/og/t/12.png`: always as
 * the thread is now, asked for again each time, so that what is hidden is gone at once. Whoever
 * asks gets a picture: the brand's, for the moment, when the thread's can't be drawn.
 */
export const loader = page(async (ctx, params) => {
  const id = /^(\d{1,15})(?:-[0-9a-f]{1,64})?\.png$/.exec(params.file ?? "")?.[1];
  const card = await loadThreadCard(ctx, positiveId(id));
  const etag = `"${card.hash}"`;
  const headers = { "Content-Type": "image/png", "Cache-Control": "no-cache", ETag: etag };
  if (ctx.request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  const png = keptCard(card.hash) ?? (await draw(ctx, card));
  if (png) return new Response(new Uint8Array(png), { headers });
  return new Response(new Uint8Array(await loadBrandImage(ctx)), {
    headers: { "Content-Type": "image/png", "Cache-Control": "no-store" },
  });
});
