import { isCorrectable } from "../analysis/near-words.ts";
import { SETTINGS } from "../settings.ts";
import {
  findCorrections,
  rankCorrections,
  type Correction,
} from "../postgres/vocabulary.server.ts";
import type { BrandWords } from "./brand-words.server.ts";
import { ownAlternatives, stemIn, type Span, type TypedWord } from "./typed-words.server.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Input = {
  words: TypedWord[];
  spans: Span[];
  brand: BrandWords;
  /** A word that goes on as others: it isn't finished, rather than wrong. */
  spared: TypedWord | null;
  text: string;
};

/** A word in so few threads may be somebody else's mistake, where another is this often there. */
const RARE = 2;
const OFTEN = 10;

/** Corrections by words of the community and of its synonyms, the closest and commonest first. */
async function corrections(vocabulary: Vocabulary, brand: BrandWords, typed: string[]) {
  const found = await findCorrections(vocabulary.db, vocabulary.place, typed);
  return new Map(
    typed.map((word): [string, Correction[]] => {
      const named = brand.nearNamed(word).map((near) => ({ word: near, forms: 1 }));
      const own = rankCorrections(word, [...(found.get(word) ?? []), ...named]);
      const best = own[0]?.mistakes;
      return [word, own.filter(({ mistakes }) => mistakes === best)];
    }),
  );
}

/**
 * Adds what unknown words may be mistyped for; gives the text with them set right where a word was
 * not known at all.
 */
export async function addCorrections(vocabulary: Vocabulary, input: Input): Promise<string | null> {
  const { words, spans, brand, spared } = input;
  const { counts, statistics } = vocabulary;
  const joined = new Set(
    spans
      .filter(({ term }) => counts(term).documents > 0)
      .flatMap(({ from, to }) => words.slice(from, to + 1)),
  );
  const documentsOf = (word: TypedWord) =>
    Math.max(counts(word.text).forms, ...word.stems.map((stem) => counts(stem).documents), 0);
  const doubtful = words.filter(
    (word) =>
      word.kind === "word" &&
      word !== spared &&
      !word.stop &&
      isCorrectable(word.text) &&
      !brand.keep.has(word.text) &&
      !brand.named.has(word.text) &&
      !joined.has(word) &&
      documentsOf(word) <= (statistics.documents > 100 ? RARE : 0),
  );
  if (doubtful.length === 0) return null;
  const byWord = await corrections(
    vocabulary,
    brand,
    doubtful.map((word) => word.text),
  );
  const stem = await stemIn(
    vocabulary.db,
    vocabulary.languages,
    [...byWord.values()].flat().map(({ word }) => word),
  );
  let setRight = input.text;
  for (const word of doubtful) {
    const known = documentsOf(word) > 0;
    for (const [rank, { word: meant, mistakes, forms: written }] of (
      byWord.get(word.text) ?? []
    ).entries()) {
      if (meant === word.text || (known && written < OFTEN * RARE)) continue;
      const weight = SETTINGS.alternatives.typo[mistakes] ?? 0.5;
      const forms = ownAlternatives(meant, stem(meant).stems, weight);
      word.alternatives.push(...forms.map((form) => ({ ...form, why: "typo" as const })));
      if (rank === 0 && !known) {
        setRight = setRight.replace(new RegExp(escape(word.text), "iu"), () => meant);
      }
    }
  }
  return setRight === input.text ? null : setRight;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
