import { tidyWords } from "./typed-words.ts";

/** Where a browser keeps texts; it may refuse to. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const MOST_RECENT = 8;

const nameOf = (owner: string) => `porchlight.searches:${owner}`;

/** The browser's own shelf; `null` where it is switched off. */
export function browserShelf(): Shelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The words that `owner` (a handle, empty for guests) last searched for in this browser, newest first. */
export function recentSearches(shelf: Shelf | null, owner: string): string[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(nameOf(owner)) ?? "[]");
    if (!Array.isArray(kept)) return [];
    const words = kept.filter((one): one is string => typeof one === "string").map(tidyWords);
    return [...new Set(words)].filter((one) => one !== "").slice(0, MOST_RECENT);
  } catch {
    // Written by something else, or not to be read: as if there were none.
    return [];
  }
}

function keep(shelf: Shelf | null, owner: string, all: string[]): string[] {
  try {
    if (all.length === 0) shelf?.removeItem(nameOf(owner));
    else shelf?.setItem(nameOf(owner), JSON.stringify(all));
  } catch {
    // Full, or switched off: then nothing is remembered.
  }
  return all;
}

/** Puts words before all others; gives what is kept now. Nothing but the words is kept. */
export function keepSearch(shelf: Shelf | null, owner: string, typed: string): string[] {
  const words = tidyWords(typed);
  const before = recentSearches(shelf, owner);
  if (words === "") return before;
  const same = words.toLowerCase();
  const others = before.filter((one) => one.toLowerCase() !== same);
  return keep(shelf, owner, [words, ...others].slice(0, MOST_RECENT));
}

/** Forgets words, or all of them; gives what is kept now. */
export function forgetSearches(shelf: Shelf | null, owner: string, words?: string): string[] {
  if (words === undefined) return keep(shelf, owner, []);
  return keep(
    shelf,
    owner,
    recentSearches(shelf, owner).filter((one) => one !== words),
  );
}
