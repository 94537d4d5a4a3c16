import type { Db } from "#db/client.server.ts";
import { FORM } from "../analysis/form.ts";
import type { SearchScope } from "../port.ts";
import { findHoldingSome, type Within } from "../postgres/find-candidates.server.ts";
import { findIndex } from "../postgres/index-state.server.ts";
import { indexStatistics } from "../postgres/index-statistics.server.ts";
import { listPinned } from "../postgres/list-pinned.server.ts";
import { loadBrandWords } from "./brand-words.server.ts";
import { parseQuery } from "./parse-query.ts";
import { readWords } from "./understand-query.server.ts";
import type { TypedWord } from "./typed-words.server.ts";
import type { Alternative } from "./unit.ts";

type Why = NonNullable<Alternative["why"]>;

/** A typed word as search understands it. */
export type ExplainedWord = {
  text: string;
  /** It is not looked for, since other words say more. */
  ignored: boolean;
  /** Staff said that it is never corrected. */
  kept: boolean;
  alternatives: { why: Why; words: string }[];
};

export type Explained = {
  words: ExplainedWord[];
  /** Threads that staff put first, in their order. */
  pinned: number[];
};

const NOTHING: Explained = { words: [], pinned: [] };
const SHOWN = 12;

function shownWords(terms: string[]): string {
  return terms.map((term) => (term.startsWith(FORM) ? term.slice(FORM.length) : term)).join(" ");
}

/** What stands for a word besides its own forms; of a correction the word as written. */
function alternativesOf({ text, stems, alternatives }: TypedWord): ExplainedWord["alternatives"] {
  const seen = new Set<string>();
  return alternatives
    .flatMap(({ why, terms }) => {
      const typo = why === "typo" && !terms.some((term) => term.startsWith(FORM));
      if (why === undefined || typo) return [];
      const words = shownWords(terms);
      const own = words === text || (stems.includes(words) && why !== "synonym");
      if (own || seen.has(`${why} ${words}`)) return [];
      seen.add(`${why} ${words}`);
      return [{ why, words }];
    })
    .slice(0, SHOWN);
}

/**
 * What stands for a word by the community's own texts, without what only others may read: staff's own
 * synonyms stay.
 */
async function onlyReadable(db: Db, area: Within, word: TypedWord): Promise<TypedWord> {
  const kept = await Promise.all(
    word.alternatives.map(async ({ why, terms }) => {
      if (why === undefined || why === "synonym") return true;
      const found = await findHoldingSome(db, area, {
        terms: [],
        groups: [terms],
        where: "text",
        limit: 1,
      });
      return found.length > 0;
    }),
  );
  return { ...word, alternatives: word.alternatives.filter((_, index) => kept[index]) };
}

/**
 * How a query is understood, word by word, for who tunes the words of the brand. Words that stand in
 * none of the scope's spaces are not told; `everywhere` says that the scope is all there are.
 */
export async function explainQuery(
  db: Db,
  { communityId, locale, spaceIds, everywhere }: SearchScope & { everywhere: boolean },
  query: string,
): Promise<Explained> {
  const index = await findIndex(db, communityId);
  if (!index || spaceIds.length === 0) return NOTHING;
  const place = { communityId, generation: index.live };
  const parsed = parseQuery(query);
  const text = [parsed.words, ...parsed.phrases].join(" ").trim();
  if (text === "") return NOTHING;
  const statistics = await indexStatistics(db, place);
  const [brand, read] = await Promise.all([
    loadBrandWords(db, communityId),
    readWords(db, { place, statistics }, { text, locale, typing: false }),
  ]);
  const telling = read.words.some((word) => !word.stop);
  const area = { place, spaceIds, filters: parsed.filters };
  const meant = read.didYouMean;
  const readable = everywhere
    ? read.words
    : await Promise.all(read.words.map((word) => onlyReadable(db, { ...area, filters: {} }, word)));
  return {
    words: readable.map((word) => ({
      text: word.text,
      ignored: word.stop && telling,
      kept: brand.keep.has(word.text),
      alternatives: alternativesOf(word),
    })),
    pinned:
      parsed.without.length > 0
        ? []
        : await listPinned(db, area, meant === null ? [text] : [text, meant]),
  };
}
