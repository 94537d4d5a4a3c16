import type { Finding, Span } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { readHosts, sameDomain } from "./read-hosts.ts";

/** Words of somebody who has trouble with an address; it belongs into their title. */
const TROUBLE =
  /(?<![\p{L}\p{N}])(?:can(?:no|['’])?t|unable|errors?|fail(?:s|ed|ing|ure)?|block(?:s|ed|ing)?|redirect\p{L}*|slow|down|broken|reach\p{L}*|access\p{L}*|connect\p{L}*|load\p{L}*|resolve\p{L}*|work(?:s|ing)?|proxy|timeout|timed out|certificate|ssl|dns|[345]\d\d|fehler|geht nicht|lädt|erreichbar|kaputt|خطأ|يعمل|مشكلة)(?![\p{L}\p{N}])/iu;
const PITCH =
  /(?<![\p{L}\p{N}])(?:visit|buy|cheap|best|free|discount|offer|sale|loans?|quick|coupon|earn|money|download|watch|online|click|check(?: out)?|kauf\p{L}*|billig|gratis|jetzt)(?![\p{L}\p{N}])/iu;

/**
 * A web address in the title that isn't the community's own, one kept for examples, or the thing
 * somebody has trouble with. With a pitch beside it, staff look first; else the author is told that
 * addresses belong into the text.
 */
export const findLinkInTitle: Pattern = ({ title, ownHosts = [] }): Finding[] => {
  const read = title.slice(0, 2_000);
  const addresses = readHosts(read).filter(
    ({ domain }) => !ownHosts.some((host) => sameDomain(host, domain)),
  );
  const [first] = addresses;
  if (!first) return [];
  const rest = addresses.reduceRight(
    (text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`,
    read,
  );
  const pitched = PITCH.test(rest);
  if (!pitched && (TROUBLE.test(rest) || !addresses.some(({ full }) => full))) return [];
  const spans: Span[] = addresses.map(({ from, to }) => ({ in: "title", from, to }));
  const verdict = pitched ? "hold" : "nudge";
  return [patternFinding("linkInTitle", { verdict, spans, seen: first.written })];
};
