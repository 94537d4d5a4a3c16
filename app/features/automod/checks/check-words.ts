import type { Finding, Screened, Span } from "../screened.ts";
import { findInvisible } from "../words/find-invisible.ts";
import { wordListOf } from "../words/word-list.ts";
import { findingOf, partsOf } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

/** Words of the lists staff keep, whole and however dressed up. */
export function checkWords(screened: Screened, { words }: CheckSettings): Finding[] {
  return words.lists.flatMap(({ name, mode, entries }) => {
    if (mode === "off" || entries.length === 0) return [];
    const list = wordListOf(entries);
    const matches = partsOf(screened).flatMap((part) =>
      list.find(part.text).map((match) => ({ ...match, in: part.in })),
    );
    if (matches.length === 0) return [];
    const found = [...new Set(matches.map(({ entry }) => entry))].slice(0, 5).join(", ");
    const spans: Span[] = matches.map(({ in: place, from, to }) => ({ in: place, from, to }));
    return findingOf("words", mode, "word", { params: { list: name, words: found }, spans });
  });
}

/** Characters nobody sees that hide words or turn them around. */
export function checkInvisible(screened: Screened, { invisible }: CheckSettings): Finding[] {
  const spans = partsOf(screened).flatMap((part) =>
    findInvisible(part.text).map(({ from, to }): Span => ({ in: part.in, from, to })),
  );
  if (spans.length === 0) return [];
  const params = { count: spans.length };
  return findingOf("invisible", invisible.mode, "invisible", {
    params,
    spans: spans.slice(0, 100),
  });
}
