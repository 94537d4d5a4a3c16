import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";

export type TitleMatch = {
  id: number;
  spaceSlug: string;
  /** Higher for more words, and for words that few titles have. */
  weight: number;
  words: number;
};

/** At most this many threads of a word are looked at, so that a common one stays cheap. */
const PER_WORD = 200;
const MOST = 20;

/**
 * Published threads that the actor may read with these words in their titles, best first, 20 at most.
 * A word weighs one over the root of how many titles have it, so that "the" decides nothing in
 * whatever language.
 */
export async function matchTitles(
  ctx: Pick<Ctx, "db" | "community" | "actor">,
  words: string[],
): Promise<TitleMatch[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<TitleMatch>`
    with hit as (
      select word, near.id, near.slug, count(*) over (partition by word) as titles
      from unnest(${words}::text[]) as word cross join lateral (
        select thread.id, space.slug from thread
        join space on space.community_id = thread.community_id and space.id = thread.space_id
        where thread.community_id = ${ctx.community.id} and thread.state = 'published'
          and thread.merged_into is null and space.read_role = any(${rolesUpTo(ctx.actor.role)}::text[])
          and thread.search_vector @@ plainto_tsquery('simple', word)
        limit ${sql.lit(PER_WORD)}
      ) near
    )
    select id, slug as "spaceSlug", sum(1 / sqrt(titles))::float8 as weight, count(*)::integer as words
    from hit group by id, slug
    order by weight desc, id desc limit ${sql.lit(MOST)}
  `.execute(ctx.db);
  return rows;
}
