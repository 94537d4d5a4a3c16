import { hidePersonal } from "#app/lib/hide-personal.ts";
import { detectLanguage } from "#search/analysis/detect-language.ts";
import { queryKey } from "#search/postgres/list-pinned.server.ts";

/** Where a search was made: the page, a box in a header, the form that asks, a program. */
export type SearchSource = "page" | "box" | "ask" | "api";

/** A query as it is kept; `key` are its words, folded, as pins know them. */
export type KeptQuery = { query: string; key: string; language: string };

/** How many of the threads shown are kept. */
export const SHOWN = 10;
const LONGEST = 200;

/** What of a typed query may be kept; `null` when no word is left. */
export function keptQuery(typed: string, locale: string): KeptQuery | null {
  const query = hidePersonal(typed.slice(0, 2 * LONGEST).replace(/[\s\p{Cc}]+/gu, " "))
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
    .trim();
  const key = queryKey(query).trim();
  if (query === "" || key === "") return null;
  return { query, key, language: detectLanguage(query, locale.split("-")[0]!) };
}
