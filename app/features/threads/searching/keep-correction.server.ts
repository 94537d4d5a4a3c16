import type { Ctx } from "#app/lib/ctx.ts";
import { splitWords } from "#search/analysis/split-words.ts";
import { loadDocuments } from "#search/load-documents.server.ts";

/** Threads that are read for the corrected words. */
const READ = 20;

const wordsOf = (text: string): Set<string> => new Set(splitWords(text).map((word) => word.text));

/**
 * A corrected query, `null` unless its new words stand in threads that were found and may be seen:
 * the words of a community come from all its spaces, and one that only a closed space has must not be
 * told to others.
 */
export async function keepCorrection(
  ctx: Ctx,
  input: { query: string; corrected: string | null; visibleIds: number[] },
): Promise<string | null> {
  const { query, corrected, visibleIds } = input;
  if (corrected === null) return null;
  const typed = wordsOf(query);
  const unseen = wordsOf(corrected);
  for (const word of typed) unseen.delete(word);
  const ids = visibleIds.slice(0, READ);
  const community = { id: ctx.community.id, locale: ctx.community.locale };
  const documents = ids.length === 0 ? [] : await loadDocuments(ctx.db, community, ids);
  for (const { document } of documents) {
    if (!document) continue;
    const { title, opening, accepted, answers, tags } = document;
    const names = tags.flatMap(({ slug, name }) => [slug, name]);
    for (const word of wordsOf([title, opening, accepted, answers, ...names].join("\n"))) {
      unseen.delete(word);
    }
  }
  return unseen.size === 0 ? corrected : null;
}
