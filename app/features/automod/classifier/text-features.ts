import { normaliseText } from "./normalise-text.ts";
import { textTraits } from "./text-traits.ts";

/** Number of weights of a model: 2^17, so that few of a community's features share one. */
export const SLOTS = 1 << 17;

/** Of a longer text the beginning and the end are read: what costs time is bounded. */
const HEAD = 12_000;
const TAIL = 4_000;
const LONGEST_WORD = 40;
const LETTERS_FROM = 3;
const LETTERS_TO = 5;
/** How much each kind counts; found by cross-validation (docs/automod.md). */
const SCALE = { word: 1.2, letters: 1, shape: 0.4, purpose: 0.2 } as const;

export type FeatureKind = keyof typeof SCALE;
/** One feature of a text: where its weight lies, how much it counts, how to show it. */
export type Feature = { slot: number; value: number; kind: FeatureKind; label: string };

/** FNV-1a over UTF-16 units with a final mix (Murmur3), folded into the slots. */
function slotOf(kind: number, label: string): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let at = 0; at < label.length; at++) {
    hash ^= label.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash & (SLOTS - 1);
}

type Labels = Map<number, string>;

function wordsOf(small: string): Labels {
  const found: Labels = new Map();
  const words = (small.match(/[\p{L}\p{M}\p{N}']+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []).map((word) =>
    /^\d{5,}$/.test(word) ? "0".repeat(Math.min(word.length, 12)) : word.slice(0, LONGEST_WORD),
  );
  for (const [index, word] of words.entries()) {
    found.set(slotOf(1, word), word);
    const pair = `${words[index - 1] ?? "^"} ${word}`;
    found.set(slotOf(2, pair), pair);
  }
  const last = words.at(-1);
  if (last !== undefined) found.set(slotOf(2, `${last} $`), `${last} $`);
  return found;
}

function lettersOf(small: string): Labels {
  const found: Labels = new Map();
  const text = ` ${small.replace(/\d/g, "0")} `;
  for (let length = LETTERS_FROM; length <= LETTERS_TO; length++) {
    for (let from = 0; from + length <= text.length; from++) {
      const label = text.slice(from, from + length);
      found.set(slotOf(100 + length, label), label);
    }
  }
  return found;
}

function named(kind: number, names: readonly string[]): Labels {
  return new Map(names.map((name) => [slotOf(kind, name), name]));
}

/** Features of one kind; words and letters together weigh the same in short and in long texts. */
function* weighed(kind: FeatureKind, labels: Labels, each: number): Generator<Feature> {
  for (const [slot, label] of labels) yield { slot, value: SCALE[kind] * each, kind, label };
}

function readable(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

/**
 * A text as features: words and pairs of words, runs of 3 to 5 letters, its shape, and what its
 * words are for. Reads at most 16,000 characters.
 */
export function textFeatures(text: string): Feature[] {
  const normal = normaliseText(readable(text));
  const small = normal.toLowerCase();
  const words = wordsOf(small);
  const letters = lettersOf(small);
  const { shape, purposes } = textTraits(normal);
  return [
    ...weighed("word", words, 1 / Math.sqrt(Math.max(1, words.size))),
    ...weighed("letters", letters, 1 / Math.sqrt(Math.max(1, letters.size))),
    ...weighed("shape", named(7, shape), 1 / Math.sqrt(shape.length)),
    ...weighed("purpose", named(9, purposes), 1),
  ];
}

/** Features without their labels, as the fitting wants them. */
export type Vector = { slots: Int32Array; values: Float64Array };

export function toVector(text: string): Vector {
  const features = textFeatures(text);
  return {
    slots: Int32Array.from(features, (feature) => feature.slot),
    values: Float64Array.from(features, (feature) => feature.value),
  };
}
