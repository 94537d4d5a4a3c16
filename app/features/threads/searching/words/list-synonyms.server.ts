import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { Synonym } from "./synonym-book.server.ts";

/** A community's synonyms but one, as the book takes them. */
export async function listSynonyms(
  ctx: Ctx,
  db: Db,
  but?: number,
): Promise<(Synonym & { id: number })[]> {
  const rows = await db
    .selectFrom("search_synonym")
    .select(["id", "words", "means", "both_ways"])
    .where("community_id", "=", ctx.community.id)
    .$if(but !== undefined, (query) => query.where("id", "<>", but!))
    .execute();
  return rows.map(({ both_ways: bothWays, ...row }) => ({ ...row, bothWays }));
}
