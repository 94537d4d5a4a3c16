import { LRUCache } from "lru-cache";
import { DEFAULT_THEME, themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { brandImage } from "./brand-image.ts";

/** By colour; a brand's is made once. */
const images = new LRUCache<string, Buffer<ArrayBufferLike>>({ max: 50 });

/** The community's picture for shared links, as a PNG in its colour. */
export async function loadBrandImage(ctx: Ctx): Promise<Buffer> {
  const row = await ctx.db
    .selectFrom("community")
    .select("theme")
    .where("id", "=", ctx.community.id)
    .executeTakeFirst();
  const theme = themeSchema.safeParse(row?.theme);
  const { brand } = theme.success ? theme.data : DEFAULT_THEME;
  const made = images.get(brand) ?? brandImage(brand);
  images.set(brand, made);
  return made;
}
