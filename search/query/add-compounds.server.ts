import { FORM } from "../analysis/form.ts";
import { SETTINGS } from "../settings.ts";
import { findCompounds } from "../postgres/vocabulary.server.ts";
import { stemIn, type TypedWord } from "./typed-words.server.ts";
import type { Vocabulary } from "./vocabulary.ts";

const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;
/** A part that other words are made with: shorter ones are in everything. */
const SHORTEST_STEM = 4;
const COMPOUNDS = 8;
/** What German, Dutch and the Nordic languages put between parts. */
const LINKS = ["", "s", "es", "n", "en", "er", "e"];

type Cut = [first: string, second: string];

/** Ways to cut a word in two, with or without a link between. */
function cuts(word: string): Cut[] {
  const found: Cut[] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const second = word.slice(at);
    for (const link of LINKS) {
      const first = word.slice(0, at - link.length);
      if (first.length >= SHORTEST_PART && word.slice(first.length, at) === link)
        found.push([first, second]);
    }
  }
  return found;
}

/** Everything that a word might be made of, to be looked up at once. */
export function possibleParts({ text, kind }: TypedWord): string[] {
  return kind === "word" && text.length >= SHORTEST_COMPOUND ? cuts(text).flat() : [];
}

/** The cut whose rarer part is the commonest. */
function bestCut(word: string, forms: (part: string) => number): Cut | null {
  let best: Cut | null = null;
  let most = 0;
  for (const cut of cuts(word)) {
    const rarer = Math.min(forms(cut[0]), forms(cut[1])) * Math.min(...cut.map((c) => c.length));
    if (rarer > most) [best, most] = [cut, rarer];
  }
  return best;
}

/**
 * Adds what a compound is made of, and the compounds that a word is part of, by the community's own
 * words: `Glasfaseranschluss` finds `Anschluss für Glasfaser`, and `Anschluss` finds both.
 */
export async function addCompounds(
  { db, place, counts, languages }: Vocabulary,
  { words, compounding }: { words: TypedWord[]; compounding: boolean },
): Promise<void> {
  const plain = words.filter((word) => word.kind === "word" && !word.stop);
  const stem = await stemIn(db, languages, plain.flatMap(possibleParts));
  for (const word of plain) {
    // In other languages a known word is not taken apart: `forget` is not `for` and `get`.
    if (!compounding && counts(word.text).forms > 0) continue;
    const cut = bestCut(word.text, (part) => counts(part).forms);
    if (!cut) continue;
    const terms = cut.map((part) => stem(part).stems[0] ?? FORM + part);
    word.alternatives.push({ terms, weight: SETTINGS.alternatives.compound, why: "compound" });
  }
  if (!compounding) return;
  const parts = [...new Set(plain.flatMap(({ text, stems }) => [text, ...stems]))].filter(
    (part) => part.length >= SHORTEST_STEM,
  );
  if (parts.length === 0) return;
  const compounds = await findCompounds(db, place, { parts, limit: COMPOUNDS });
  for (const word of plain) {
    const found = [word.text, ...word.stems].flatMap((part) => compounds.get(part) ?? []);
    for (const compound of new Set(found)) {
      word.alternatives.push({
        terms: [FORM + compound],
        weight: SETTINGS.alternatives.compound,
        why: "compound",
      });
    }
  }
}
