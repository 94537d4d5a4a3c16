import type { Db } from "#db/client.server.ts";
import { splitWords, type Word } from "./split-words.ts";
import { stemWords } from "./stem-words.server.ts";

/**
 * What a text is indexed by. `terms` carry the weight: stems, numbers, model numbers, pairs of
 * characters, each with how often. `forms` are words as written, folded; also those that carry none.
 */
export type AnalysedText = { terms: Map<string, number>; forms: Set<string>; length: number };

function countTerms(words: Word[], stem: (word: string) => string | null): AnalysedText {
  const terms = new Map<string, number>();
  const forms = new Set<string>();
  let length = 0;
  for (const { text, kind } of words) {
    if (kind === "word") forms.add(text);
    const term = kind === "word" ? stem(text) : text;
    if (term === null) continue;
    terms.set(term, (terms.get(term) ?? 0) + 1);
    // A joined word repeats what its parts say.
    if (kind !== "joined") length += 1;
  }
  return { terms, forms, length };
}

/** Analyses texts of one language at once: one question to the database at most. */
export async function analyseTexts(
  db: Db,
  language: string,
  texts: string[],
): Promise<AnalysedText[]> {
  const split = texts.map(splitWords);
  const stem = await stemWords(
    db,
    language,
    split.flatMap((words) => words.filter(({ kind }) => kind === "word").map(({ text }) => text)),
  );
  return split.map((words) => countTerms(words, stem));
}
