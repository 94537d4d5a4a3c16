import { labelOf } from "./label-words.ts";
import type { LabelKind } from "./label-words.ts";

/** A word of a text that says what follows it. */
export type Label = { kind: LabelKind; from: number; to: number };

const WORD = /\p{L}[\p{L}\p{M}'/-]{0,40}/gu;

/** All such words of a flat text, in their order; one pass. */
export function readLabels(flat: string): Label[] {
  const labels: Label[] = [];
  const known = new Map<string, LabelKind | null>();
  let before = "";
  for (const match of flat.matchAll(WORD)) {
    const word = match[0].toLowerCase().replace(/[-'/]+$/, "");
    const pair = `${before} ${word}`;
    let kind = known.get(pair);
    if (kind === undefined) known.set(pair, (kind = labelOf(word, before)));
    if (kind) labels.push({ kind, from: match.index, to: match.index + match[0].length });
    before = word;
  }
  return labels;
}

const SENTENCE_END = /\p{L}{4}(?<!nr|num)[.]\s|[!?]\s|\n\n/iu;

/**
 * Answers which label stands nearest before a place.
 */
export class Labels {
  readonly #labels: readonly Label[];
  readonly #flat: string;

  constructor(flat: string) {
    this.#flat = flat;
    this.#labels = readLabels(flat);
  }

  /** The nearest label that ends at most `within` units before, in the same sentence; or null. */
  before(place: number, within: number): Label | null {
    const label = this.#labels[this.#lastBefore(place)];
    if (!label || place - label.to > within) return null;
    return SENTENCE_END.test(this.#flat.slice(label.from, place)) ? null : label;
  }

  /** True when a label of the kind ends at most `within` units before, whatever stands between. */
  has(kind: LabelKind, place: number, within: number): boolean {
    for (let index = this.#lastBefore(place); index >= 0; index -= 1) {
      const label = this.#labels[index]!;
      if (place - label.to > within) return false;
      if (label.kind === kind) return true;
    }
    return false;
  }

  /** The first label that begins at most `within` units behind a place, if nothing ends there; or null. */
  after(place: number, within: number): Label | null {
    const label = this.#labels[this.#lastBefore(place) + 1];
    if (!label || label.from - place > within) return null;
    return /[.!?\n]/.test(this.#flat.slice(place, label.from)) ? null : label;
  }

  #lastBefore(place: number): number {
    let low = 0;
    let high = this.#labels.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#labels[middle]!.to <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
