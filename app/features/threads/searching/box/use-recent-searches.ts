import { useState } from "react";
import { browserShelf, forgetSearches, keepSearch, recentSearches } from "./recent-searches.ts";

export type RecentSearches = {
  all: string[];
  keep: (words: string) => void;
  /** One of them, or all. */
  forget: (words?: string) => void;
  /** Another tab may have searched. */
  readAgain: () => void;
};

/** The searches of `owner` (a handle, empty for guests) in this browser. */
export function useRecentSearches(owner: string): RecentSearches {
  const [all, setAll] = useState(() => recentSearches(browserShelf(), owner));
  return {
    all,
    keep: (words) => setAll(keepSearch(browserShelf(), owner, words)),
    forget: (words) => setAll(forgetSearches(browserShelf(), owner, words)),
    readAgain: () => setAll(recentSearches(browserShelf(), owner)),
  };
}
