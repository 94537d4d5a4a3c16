import type { Db } from "#db/client.server.ts";
import { FORM } from "../analysis/form.ts";
import { splitWords } from "../analysis/split-words.ts";
import { stemWords } from "../analysis/stem-words.server.ts";
import { SETTINGS } from "../settings.ts";
import type { Alternative } from "./unit.ts";

/** A typed word and what else stands for it so far. */
export type TypedWord = {
  text: string;
  kind: "word" | "number" | "gram";
  /** Its stem in each of the community's languages; a stop word of the query's language has none. */
  stems: string[];
  stop: boolean;
  alternatives: Alternative[];
};

/** A joined word (`hub3`) over the typed words `from` to `to`, both included. */
export type Span = { term: string; from: number; to: number };

/** The stems of words in some languages; the first language says what is a stop word. */
export async function stemIn(
  db: Db,
  languages: string[],
  words: Iterable<string>,
): Promise<(word: string) => { stems: string[]; stop: boolean }> {
  const stemmers = await Promise.all(languages.map((language) => stemWords(db, language, words)));
  return (word) => {
    const stems = stemmers.map((stem) => stem(word));
    return {
      stems: [...new Set(stems.filter((stem) => stem !== null))],
      stop: stems[0] === null,
    };
  };
}

/** The word itself: its stems, and as it was written a little more. */
export function ownAlternatives(word: string, stems: string[], weight: number): Alternative[] {
  const [first = word] = stems;
  return [
    ...stems.map((stem) => ({ terms: [stem], weight })),
    {
      terms: [FORM + word],
      weight: weight * SETTINGS.alternatives.exactForm,
      rarityOf: first,
    },
  ];
}

/** Takes a typed text apart into words, and what some of them are together. */
export async function typedWords(
  db: Db,
  text: string,
  languages: string[],
): Promise<{ words: TypedWord[]; spans: Span[] }> {
  const split = splitWords(text);
  const plain = split.filter(({ kind }) => kind !== "joined");
  const stem = await stemIn(
    db,
    languages,
    plain.filter(({ kind }) => kind === "word").map((word) => word.text),
  );
  const words = plain.map(({ text: word, kind }): TypedWord => {
    const { stems, stop } = kind === "word" ? stem(word) : { stems: [word], stop: false };
    const alternatives =
      kind === "word" ? ownAlternatives(word, stems, 1) : [{ terms: [word], weight: 1 }];
    return { text: word, kind: kind === "joined" ? "word" : kind, stems, stop, alternatives };
  });
  // A word's number counts written words, and so does the index of the plain ones.
  const spans = split
    .filter(({ kind }) => kind === "joined")
    .map(({ text: term, at }) => spanOf(term, at, words));
  return { words, spans: spans.flatMap((span) => span ?? []) };
}

/** Where the parts of a joined word stand: around where it was found. */
function spanOf(term: string, at: number, words: TypedWord[]): Span | null {
  for (let from = Math.max(0, at - 2); from <= at; from += 1) {
    let joined = "";
    for (let to = from; to < words.length && joined.length < term.length; to += 1) {
      joined += words[to]!.text;
      if (joined === term && to > from) return { term, from, to };
    }
  }
  return null;
}
