import type { Ctx } from "#app/lib/ctx.ts";
import type { SpaceField } from "./space-field.ts";

/** The fields that spaces ask now, in their order, by the slugs of those spaces that have some. */
export async function listSpaceFields(
  ctx: Pick<Ctx, "db" | "community">,
  slugs: string[],
): Promise<Record<string, SpaceField[]>> {
  if (slugs.length === 0) return {};
  const rows = await ctx.db
    .selectFrom("space_field as field")
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "field.community_id")
        .onRef("space.id", "=", "field.space_id"),
    )
    .where("field.community_id", "=", ctx.community.id)
    .where("space.slug", "in", slugs)
    .where("field.archived_at", "is", null)
    .select([
      "space.slug",
      "field.id",
      "field.kind",
      "field.label",
      "field.help",
      "field.options",
      "field.required",
    ])
    .orderBy("field.position")
    .orderBy("field.id")
    .execute();
  const bySlug: Record<string, SpaceField[]> = {};
  for (const { slug, ...field } of rows) (bySlug[slug] ??= []).push(field);
  return bySlug;
}
