import { getDomain, parse } from "tldts";

/** A link with its scheme, or a host name that stands by itself. */
const ADDRESS =
  /https?:\/\/[^\s<>"'()]{1,300}|(?<![\p{L}\p{N}@._/=-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,4}[\p{L}]{2,24}(?![\p{L}\p{N}@])(?:\/[^\s<>"'()]{0,300})?/giu;
/** Endings that are as often file names or method calls as hosts ("main.rs", "Node.js"). */
const ALSO_FILES = new Set(
  "ai app bat bin cc cl cs data dev do es fm gs hs id im in ini io is js json jl ls lua map md me ml mm mo mov name net new next ng nu org page pdf php pl pm ps pub py rb re read rs run sc sh so st swift to ts tv vi zip".split(
    " ",
  ),
);
/** Names kept for examples (RFC 2606 and RFC 6761), and the machine itself. */
const FOR_EXAMPLES = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

export type Address = { from: number; to: number; written: string; domain: string; full: boolean };

/** The domain one would register for an address; null where it is none, or one kept for examples. */
export function domainOf(address: string): string | null {
  const { hostname, domain, isIp, isIcann } = parse(address, { detectIp: true });
  if (!hostname || FOR_EXAMPLES.test(hostname)) return null;
  if (isIp) return hostname;
  return domain && isIcann ? domain : null;
}

export const sameDomain = (host: string, domain: string): boolean =>
  (getDomain(host) ?? host) === domain;

/**
 * Web addresses in a text with the domain of each. Without a scheme only what surely is a host
 * counts: a known ending, and none that files or calls have.
 */
export function readHosts(text: string): Address[] {
  const found: Address[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const written = match[0];
    const full = /^(?:https?:|www\.)/i.test(written);
    const domain = domainOf(written);
    if (!domain) continue;
    const ending = domain.slice(domain.lastIndexOf(".") + 1);
    const visited = /(?:visit|website|web ?site|besucht?)\s*:?\s*$/i.test(
      text.slice(Math.max(0, match.index - 12), match.index),
    );
    if (!full && ALSO_FILES.has(ending) && !(visited && /^(?:net|org|io|me|app)$/.test(ending))) {
      continue;
    }
    found.push({ from: match.index, to: match.index + written.length, written, domain, full });
  }
  return found;
}
