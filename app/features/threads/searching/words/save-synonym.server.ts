import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { changedBy, changeWords } from "./change-words.server.ts";
import { listSynonyms } from "./list-synonyms.server.ts";
import { SynonymBook } from "./synonym-book.server.ts";
import type { SynonymForm } from "./word-forms.ts";
import { WORD_LIMITS } from "./word-limits.ts";

/** Throws ConflictError when there would be more synonyms than a community may have. */
export function refuseTooManySynonyms(count: number): void {
  const max = WORD_LIMITS.synonyms;
  if (count > max) {
    throw new ConflictError("too_many_synonyms", { key: "words.tooManySynonyms", params: { max } });
  }
}

/**
 * Adds a synonym, or changes the one with the id; it counts from the next search on. Throws
 * InvalidError (words, means), ConflictError, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function saveSynonym(ctx: Ctx, input: SynonymForm): Promise<void> {
  await changeWords(ctx, async (tx) => {
    const others = await listSynonyms(ctx, tx, input.id);
    const synonym = {
      words: input.words.replace(/\s+/gu, " "),
      means: input.means.replace(/\s+/gu, " "),
      bothWays: input.direction === "both",
    };
    const trouble = new SynonymBook(others).troubleOf(synonym);
    if (trouble) throw new InvalidError({ [trouble.field]: trouble.message });
    const { bothWays: both_ways, ...texts } = synonym;
    const row = { ...texts, both_ways, ...changedBy(ctx) };
    if (input.id === undefined) {
      refuseTooManySynonyms(others.length + 1);
      await tx
        .insertInto("search_synonym")
        .values({ ...row, community_id: ctx.community.id })
        .execute();
      return;
    }
    const done = await tx
      .updateTable("search_synonym")
      .set(row)
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", input.id)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new NotFoundError();
  });
}
