import { checkFloods } from "./check-floods.ts";
import {
  checkLinkNumber,
  checkNewcomerLimits,
  checkNewDomains,
  checkShorteners,
} from "./check-links.ts";
import { checkMisleadingLinks } from "./check-misleading-links.ts";
import { checkPersonalData } from "./check-personal-data.ts";
import { checkPromotion } from "./check-promotion.ts";
import { checkRate } from "./check-rate.ts";
import { checkCopies, checkRepeats } from "./check-repeats.ts";
import { checkShouting } from "./check-shouting.ts";
import { checkSubstance } from "./check-substance.ts";
import { checkInvisible, checkWords } from "./check-words.ts";
import type { Check } from "./check.ts";

/**
 * The checks of the text in the order in which they run and in which their reasons are told;
 * `screening/screening-checks.ts` puts behind them what the community learnt and what others say.
 */
export const CHECKS: readonly Check[] = [
  // First what makes a text read otherwise than it is: the checks behind see through it, people don't.
  { id: "invisible", run: checkInvisible },
  // Words the community doesn't want, as the lists of its staff say; each list has its own answer.
  { id: "words", run: checkWords },
  // What identifies a person. The author is told before anybody reads it, and staff can mask it.
  { id: "personalData", run: checkPersonalData },
  // A question nobody can answer, "good post", a link without a word, a quote without one.
  { id: "substance", run: checkSubstance },
  // Texts in capitals: the author can put it right at once.
  { id: "shouting", run: checkShouting },
  // Rows of one character or word, emoji, stacked marks: no text at all, or one that breaks the page.
  { id: "floods", run: checkFloods },
  // More links than any answer needs.
  { id: "linkNumber", run: checkLinkNumber },
  // Fewer for those who just came: most spam is a first post with links or pictures.
  { id: "newcomerLimits", run: checkNewcomerLimits },
  // A domain nobody linked to here before, from somebody nobody knows.
  { id: "newDomains", run: checkNewDomains },
  // Addresses that hide where they lead.
  { id: "shorteners", run: checkShorteners },
  // Links that lead elsewhere than they say, and domains that look like another: how passwords are got.
  { id: "misleadingLinks", run: checkMisleadingLinks },
  // An author who mainly links to what is their own.
  { id: "promotion", run: checkPromotion },
  // The author said nearly the same lately.
  { id: "repeats", run: checkRepeats },
  // Others said nearly the same lately: one text from many accounts.
  { id: "copies", run: checkCopies },
  // More posts in an hour than a person writes.
  { id: "rate", run: checkRate },
];
