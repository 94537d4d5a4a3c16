import type { Finding } from "../screened.ts";
import { findArrowLink } from "./find-arrow-link.ts";
import { findForeignScript } from "./find-foreign-script.ts";
import { findLinkInTitle } from "./find-link-in-title.ts";
import { findLoudTitle } from "./find-loud-title.ts";
import { findLookAlikes } from "./find-look-alikes.ts";
import { findOddCapitals } from "./find-odd-capitals.ts";
import { findPhoneOffer } from "./find-phone-offer.ts";
import { findPromotingName } from "./find-promoting-name.ts";
import { findPromotion } from "./find-promotion.ts";
import type { Pattern } from "./pattern.ts";

/** Every pattern, in the order of the findings. */
const ALL: readonly Pattern[] = [
  findPromotingName,
  findLinkInTitle,
  findArrowLink,
  findPhoneOffer,
  findPromotion,
  findLookAlikes,
  findForeignScript,
  findOddCapitals,
  findLoudTitle,
];

/** What the patterns of known spam find: pure, and linear in the length of the first 20,000 characters. */
export const findPatterns: Pattern = (screened): Finding[] =>
  ALL.flatMap((pattern) => pattern(screened));
