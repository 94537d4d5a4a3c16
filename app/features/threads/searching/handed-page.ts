import type { SearchPageView } from "./search-page-view.ts";

/** What the search page is made of; without a page where it could not be loaded while typing. */
export type SearchData = { page: SearchPageView | null; title: string };

let handed: { address: string; data: SearchData } | null = null;

/** Keeps what was loaded already for the address that is gone to next. */
export function handOver(address: string, data: SearchData): void {
  handed = { address, data };
}

/** What was kept for an address, once; `null` where there is nothing. */
export function takeHanded(asked: URL): SearchData | null {
  const kept = handed;
  handed = null;
  return kept && new URL(kept.address, asked).href === asked.href ? kept.data : null;
}
