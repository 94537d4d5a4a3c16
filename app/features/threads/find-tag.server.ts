import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { TagRef } from "./thread-view.ts";

/** A tag by its slug. Throws NotFoundError. */
export async function findTag(ctx: Ctx, slug: string): Promise<TagRef> {
  const tag = await ctx.db
    .selectFrom("tag")
    .select(["slug", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", slug)
    .executeTakeFirst();
  if (!tag) throw new NotFoundError();
  return tag;
}
