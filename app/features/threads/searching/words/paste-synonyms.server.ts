import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { changedBy, changeWords } from "./change-words.server.ts";
import { lineErrors, type LineTrouble } from "./line-errors.ts";
import { listSynonyms } from "./list-synonyms.server.ts";
import { readPasted } from "./read-pasted.ts";
import { refuseTooManySynonyms } from "./save-synonym.server.ts";
import { SynonymBook, type Synonym } from "./synonym-book.server.ts";

const UNREADABLE = { key: "words.unreadable", params: { both: "a = b", one: "a => b" } };

/**
 * Adds pasted synonyms, one a line: all of them, or none when a line is wrong. Gives how many. Throws
 * InvalidError (`line-N`), ConflictError, SignInNeededError, ForbiddenError.
 */
export async function pasteSynonyms(ctx: Ctx, input: { pasted: string }): Promise<number> {
  const lines = readPasted(input.pasted);
  return changeWords(ctx, async (tx) => {
    if (lines.length === 0) throw new InvalidError({ pasted: { key: "words.noLines" } });
    const known = await listSynonyms(ctx, tx);
    refuseTooManySynonyms(known.length + lines.length);
    const book = new SynonymBook(known);
    const troubles: LineTrouble[] = [];
    const added: Synonym[] = [];
    for (const { line, text, synonym } of lines) {
      const message = synonym ? book.troubleOf(synonym)?.message : UNREADABLE;
      if (message) troubles.push({ line, text, message });
      else if (synonym) {
        book.add(synonym);
        added.push(synonym);
      }
    }
    if (troubles.length > 0) throw lineErrors(ctx.t, troubles);
    await tx
      .insertInto("search_synonym")
      .values(
        added.map(({ words, means, bothWays }) => ({
          community_id: ctx.community.id,
          words,
          means,
          both_ways: bothWays,
          ...changedBy(ctx),
        })),
      )
      .execute();
    return added.length;
  });
}
