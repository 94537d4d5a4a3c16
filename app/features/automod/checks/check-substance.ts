import type { Finding, Screened } from "../screened.ts";
import { findingOf, ownTextOf } from "./check.ts";
import { isFiller } from "./filler-words.ts";
import type { CheckSettings } from "./settings.ts";

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const LETTERS = /[\p{L}\p{N}]/gu;
/** One sign says as much as a short word. */
const WORD_SIGNS = /[\p{Script=Han}\p{Script=Hangul}]/gu;
const WORD_SIGN_WORTH = 3;

function amountOf(text: string): number {
  const letters = text.match(LETTERS)?.length ?? 0;
  const signs = text.match(WORD_SIGNS)?.length ?? 0;
  return letters + signs * (WORD_SIGN_WORTH - 1);
}

/** A text too short to say anything, mere thanks or agreement, mere links, a mere quote. */
export function checkSubstance(screened: Screened, { substance }: CheckSettings): Finding[] {
  const { surface, title, links, partial, quotes = [], code = [] } = screened;
  if ((surface !== "opening" && surface !== "answer") || partial) return [];
  const { mode, leastAnswer, leastOpening } = substance;
  const own = ownTextOf(screened);
  const least = surface === "answer" ? leastAnswer : leastOpening;
  const said = surface === "answer" ? own : `${title} ${own}`;
  if (surface === "answer" && isFiller(own)) return findingOf("substance", mode, "filler");
  const words = amountOf(said.replace(ADDRESS, " "));
  // A line of code can be the whole answer.
  if (words >= least || (surface === "answer" && code.length > 0)) return [];
  if (surface === "answer" && quotes.length > 0 && words === 0) {
    return findingOf("substance", mode, "onlyQuote");
  }
  const hasLinks = links.length > 0 || said.search(ADDRESS) !== -1;
  return findingOf("substance", mode, hasLinks ? "onlyLinks" : "tooShort", { params: { least } });
}
