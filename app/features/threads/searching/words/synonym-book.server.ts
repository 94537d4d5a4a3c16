import type { ErrorMessage } from "#app/lib/errors.ts";
import { queryKey } from "#search/postgres/list-pinned.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

export type Synonym = { words: string; means: string; bothWays: boolean };

/** What is wrong with a synonym, and on which side. */
export type Trouble = { field: "words" | "means"; message: ErrorMessage };

const pairKey = (from: string, to: string): string => `${from}\n${to}`;

/** The synonyms of a community, to say of another one what speaks against it. */
export class SynonymBook {
  readonly #pairs = new Map<string, Synonym>();

  constructor(known: Iterable<Synonym>) {
    for (const synonym of known) this.add(synonym);
  }

  /** Takes a synonym in. */
  add(synonym: Synonym): void {
    this.#pairs.set(pairKey(queryKey(synonym.words), queryKey(synonym.means)), synonym);
  }

  /** `null` when the synonym can be taken. Both directions of a pair are one synonym, both ways. */
  troubleOf(synonym: Synonym): Trouble | null {
    const max = WORD_LIMITS.synonymLength;
    for (const field of ["words", "means"] as const) {
      if (synonym[field].length > max) {
        return { field, message: { key: "error.tooLong", params: { max } } };
      }
      if (queryKey(synonym[field]) === "") {
        return { field, message: { key: "words.nothingToFind" } };
      }
    }
    const [from, to] = [queryKey(synonym.words), queryKey(synonym.means)];
    if (from === to) return { field: "means", message: { key: "words.meansItself" } };
    const same = this.#pairs.get(pairKey(from, to));
    const turned = this.#pairs.get(pairKey(to, from));
    const known = same ?? turned;
    if (!known) return null;
    const covered = known.bothWays || (same !== undefined && !synonym.bothWays);
    const { words, means } = known;
    const sign = known.bothWays ? "=" : "=>";
    return {
      field: "words",
      message: {
        key: covered ? "words.alreadyThere" : "words.otherWay",
        params: { pair: `${words} ${sign} ${means}` },
      },
    };
  }
}
