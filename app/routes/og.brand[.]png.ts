import { loadBrandImage } from "#app/features/open-web/load-brand-image.server.ts";
import { page } from "#app/http/respond.server.ts";

/** The picture that goes with a shared link; its address carries the theme's hash. */
export const loader = page(async (ctx) => {
  const image = await loadBrandImage(ctx);
  return new Response(new Uint8Array(image), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" },
  });
});
