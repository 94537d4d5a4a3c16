import type { Db } from "#db/client.server.ts";
import { COMPOUND_LANGUAGES } from "../analysis/languages.ts";
import { ASKING_WORDS } from "../analysis/asking-words.ts";
import { detectLanguage } from "../analysis/detect-language.ts";
import { countsOfWords } from "../postgres/vocabulary.server.ts";
import type { IndexStatistics } from "../postgres/index-statistics.server.ts";
import type { Place } from "../postgres/salt.ts";
import { SETTINGS } from "../settings.ts";
import { loadBrandWords } from "./brand-words.server.ts";
import { addCompletions } from "./add-completions.server.ts";
import { addCompounds, possibleParts } from "./add-compounds.server.ts";
import { addCorrections } from "./add-corrections.server.ts";
import { addSynonyms } from "./add-synonyms.server.ts";
import { typedWords, type Span, type TypedWord } from "./typed-words.server.ts";
import type { Understood, Unit } from "./unit.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type QueryText = {
  text: string;
  locale: string;
  /** The last word may go on. */
  typing: boolean;
};

/** `wi fi` as `wifi`, `log in` as `login`: neighbours that somebody writes as one word. */
function findNeighbours(words: TypedWord[], counts: Vocabulary["counts"]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [first, second] = [words[at]!, words[at + 1]!];
    const term = first.text + second.text;
    const plain = first.kind === "word" && second.kind === "word" && !(first.stop && second.stop);
    if (plain && counts(term).documents > 0) spans.push({ term, from: at, to: at + 1 });
  }
  return spans;
}

/**
 * A joined word stands for each of its parts, and is worth what they are: `Schengen-Visa` is as rare as
 * somebody's hyphen, and says no more than both words.
 */
function addSpans(words: TypedWord[], spans: Span[], counts: Vocabulary["counts"]): void {
  for (const { term, from, to } of spans) {
    for (const word of words.slice(from, to + 1)) {
      const own = word.stems[0] ?? word.text;
      const rarity = counts(own).documents > 0 ? { rarityOf: own } : {};
      word.alternatives.push({ terms: [term], weight: 1, why: "joined", ...rarity });
    }
  }
}

function neighbours(words: TypedWord[]): string[] {
  return words.slice(1).map((word, index) => words[index]!.text + word.text);
}

function toUnits(words: TypedWord[], spans: Span[]): Unit[] {
  const telling = words.filter((word) => !word.stop);
  // "How to" is all stop words: then they are what is looked for, as written.
  const sought = telling.length > 0 ? telling : words;
  const sameAs = (word: TypedWord): string => word.stems[0] ?? word.text;
  const once = sought.filter(
    (word, index) => sought.findIndex((other) => sameAs(other) === sameAs(word)) === index,
  );
  const units: Unit[] = once.map((word) => ({
    alternatives: word.alternatives,
    required: true,
    weight: ASKING_WORDS.has(word.text) ? SETTINGS.asking : 1,
  }));
  // The parts together say more than each of them.
  for (const { term } of spans) {
    units.push({ alternatives: [{ terms: [term], weight: 1 }], required: false, weight: 0.5 });
  }
  return units;
}

type Base = { place: Place; statistics: IndexStatistics };

export type ReadWords = { words: TypedWord[]; spans: Span[]; didYouMean: string | null };

/** The words of a typed text, each with everything that stands for it. */
export async function readWords(
  db: Db,
  { place, statistics }: Base,
  query: QueryText,
): Promise<ReadWords> {
  const own = detectLanguage(query.text, query.locale);
  const languages = [...new Set([own, ...statistics.languages, query.locale])].slice(0, 4);
  const { words, spans } = await typedWords(db, query.text, languages);
  const brand = await loadBrandWords(db, place.communityId);
  for (const word of words) if (brand.stop.has(word.text)) word.stop = true;
  const compounding = languages.some((language) => COMPOUND_LANGUAGES.has(language));
  const counts = await countsOfWords(db, place, [
    ...words.flatMap((word) => [word.text, ...word.stems]),
    ...neighbours(words),
    ...words.flatMap((word) => possibleParts(word)),
  ]);
  const vocabulary: Vocabulary = { db, place, statistics, languages, counts };
  const together = findNeighbours(words, counts);
  const completed = query.typing ? await addCompletions(vocabulary, words.at(-1)) : false;
  const didYouMean = await addCorrections(vocabulary, {
    words,
    spans: [...spans, ...together],
    brand,
    spared: completed ? (words.at(-1) ?? null) : null,
    text: query.text,
  });
  await addSynonyms(vocabulary, { words, brand });
  await addCompounds(vocabulary, { words, compounding });
  addSpans(words, [...spans, ...together], counts);
  return { words, spans, didYouMean };
}

/**
 * What a typed text may mean in this community: each word with its other forms, what it is mistyped
 * for, synonyms, compounds, and what it goes on as.
 */
export async function understandQuery(db: Db, base: Base, query: QueryText): Promise<Understood> {
  const { words, spans, didYouMean } = await readWords(db, base, query);
  const units = toUnits(words, spans);
  return {
    units,
    didYouMean,
    words: [...new Set(units.flatMap((unit) => unit.alternatives.flatMap(({ terms }) => terms)))],
  };
}
