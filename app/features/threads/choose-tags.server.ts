import { can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Tx } from "#db/client.server.ts";
import { MAX_TAGS } from "./typed-tags.ts";
import { WRITE_LIMITS } from "./write-rules.ts";

type Wanted = { slug: string; name: string };

function readTags(given: string[]): Wanted[] {
  const bySlug = new Map<string, Wanted>();
  for (const raw of given) {
    const name = raw.replace(/\s+/g, " ").trim();
    if (name === "") continue;
    if (name.length > WRITE_LIMITS.tag) {
      throw new InvalidError({ tags: { key: "error.tooLong", params: { max: WRITE_LIMITS.tag } } });
    }
    const slug = slugOf(name).slice(0, WRITE_LIMITS.tag);
    if (!bySlug.has(slug)) bySlug.set(slug, { slug, name });
  }
  const max = MAX_TAGS;
  if (bySlug.size > max)
    throw new InvalidError({ tags: { key: "error.tooManyTags", params: { max } } });
  return [...bySlug.values()];
}

/**
 * Ids of the tags named by slug or name; those that aren't there are made for whoever may make tags.
 * Throws InvalidError on field `tags`.
 */
export async function chooseTags(tx: Tx, ctx: Ctx, given: string[]): Promise<number[]> {
  const wanted = readTags(given);
  if (wanted.length === 0) return [];
  const find = () =>
    tx
      .selectFrom("tag")
      .select(["id", "slug", "name"])
      .where("community_id", "=", ctx.community.id)
      .where((eb) =>
        eb.or([
          eb(
            "slug",
            "in",
            wanted.flatMap((tag) => [tag.slug, tag.name]),
          ),
          eb(
            "name",
            "in",
            wanted.map((tag) => tag.name),
          ),
        ]),
      )
      .execute();
  const match = (rows: Awaited<ReturnType<typeof find>>, tag: Wanted) =>
    rows.find((row) => row.slug === tag.name || row.slug === tag.slug || row.name === tag.name);
  let rows = await find();
  const missing = wanted.filter((tag) => !match(rows, tag));
  if (missing.length > 0) {
    if (!can(ctx.actor, "tag.create", null)) {
      throw new InvalidError({
        tags: { key: "error.unknownTag", params: { tag: missing[0]!.name } },
      });
    }
    await tx
      .insertInto("tag")
      .values(missing.map((tag) => ({ community_id: ctx.community.id, ...tag })))
      .onConflict((conflict) => conflict.columns(["community_id", "slug"]).doNothing())
      .execute();
    rows = await find();
  }
  return [...new Set(wanted.flatMap((tag) => match(rows, tag)?.id ?? []))];
}
