import { sql } from "kysely";
import { findPersonalData } from "#app/features/automod/personal-data/find-personal-data.ts";
import type { PersonalOptions } from "#app/features/automod/personal-data/kinds.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { MaskedText } from "#db/schema-masking.ts";

/** So many posts of a thread are looked through. */
const MOST_POSTS = 1_000;
/** Numbers are told apart by so many last digits, with and without a country code. */
const TELLING_DIGITS = 9;

/** What was found, as it is compared: a number by its digits, the rest by its letters. */
function keysOf(text: string, options: PersonalOptions): string[] {
  return findPersonalData(text, options).map(({ kind, from, to }) => {
    const found = text.slice(from, to);
    if (kind === "email" || kind === "address") {
      return found.toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, "");
    }
    return found
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .slice(-TELLING_DIGITS)
      .toLowerCase();
  });
}

/**
 * The other posts of a thread in which the same personal data stands, such as where somebody quoted
 * it; in their order.
 */
export async function sameElsewhere(
  db: Db,
  { community }: Pick<Ctx, "community">,
  {
    postId,
    threadId,
    texts,
    options,
  }: { postId: number; threadId: number; texts: readonly MaskedText[]; options: PersonalOptions },
): Promise<number[]> {
  const wanted = new Set(
    texts.flatMap(({ title, text }) => [...keysOf(title ?? "", options), ...keysOf(text, options)]),
  );
  if (wanted.size === 0) return [];
  const { rows } = await sql<{ id: number; text: string }>`
    select p.id, case when p.kind = 'opening' then t.title || ' \n ' else '' end || p.text as text
    from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where p.community_id = ${community.id} and p.thread_id = ${threadId} and p.id <> ${postId}
    order by p.id limit ${MOST_POSTS}
  `.execute(db);
  return rows
    .filter(({ text }) => keysOf(text, options).some((key) => wanted.has(key)))
    .map(({ id }) => id);
}
