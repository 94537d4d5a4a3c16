import { domainToUnicode } from "node:url";
import { parse } from "tldts";
import { lookOf, strictLooksOf } from "#app/features/members/look-alikes.ts";
import type { Finding, Screened } from "../screened.ts";
import { findingOf } from "./check.ts";
import { linksOf, ownDomainsOf } from "./link-domains.ts";
import type { Link } from "./link-domains.ts";
import type { CheckSettings } from "./settings.ts";

/** What a link is shown as, when that is itself an address: its domain, or null. */
function shownDomain(shown: string): string | null {
  const first = shown.trim().slice(0, 300);
  const match = /^(?:https?:\/\/)?(?:[^\s/@]{1,64}@)?([\p{L}\p{N}.-]{4,253})(?:[/:?#]\S*)?$/iu.exec(
    first,
  );
  if (!match?.[1]?.includes(".")) return null;
  const { domain, isIcann } = parse(match[1].toLowerCase(), { extractHostname: false });
  return isIcann ? domain : null;
}

/** Names of files that end like domains: "readme.md" is nobody's address. */
const FILE = /^[\w-]+\.(?:md|sh|py|rs|pl|zip|mov|so|ps|app|ai|io)$/i;

function isMismatch({ shown, domain, host }: Link): boolean {
  if (FILE.test(shown.trim())) return false;
  const said = shownDomain(shown);
  return said !== null && said !== domain && said !== host && said !== domainToUnicode(domain);
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
];
const ASCII = /^[a-z0-9.-]+$/;

/** Letters of two alphabets in one label, or foreign letters that read as Latin throughout. */
function isDressedUp(host: string): boolean {
  if (!host.includes("xn--")) return false;
  const labels = domainToUnicode(host).split(".");
  const end = labels.at(-1)!;
  return labels.slice(0, -1).some((label) => {
    const scripts = SCRIPTS.filter((script) => script.test(label)).length;
    const isForeign = !/\p{Script=Latin}/u.test(label) && /\P{ASCII}/u.test(label);
    return scripts > 1 || (isForeign && ASCII.test(lookOf(label)) && ASCII.test(end));
  });
}

/** The brand's domain that another one looks like, or null. */
function imitated({ domain }: Link, own: readonly string[]): string | null {
  const looks = strictLooksOf(domainToUnicode(domain));
  return own.find((name) => strictLooksOf(name).some((look) => looks.includes(look))) ?? null;
}

/**
 * Links that lead elsewhere than they say: another domain in their text, a login that reads as a
 * domain, letters of other alphabets in the host, a domain that looks like the brand's own.
 */
export function checkMisleadingLinks(
  screened: Screened,
  { misleadingLinks: { mode } }: CheckSettings,
): Finding[] {
  const own = ownDomainsOf(screened);
  for (const link of linksOf(screened)) {
    const params = { domain: link.domain, shown: link.shown.slice(0, 100) };
    if (isMismatch(link) || link.login.includes(".")) {
      return findingOf("misleadingLinks", mode, "linkMismatch", { params });
    }
    const imitates = imitated(link, own);
    if (imitates !== null) {
      return findingOf("misleadingLinks", mode, "linkImitates", {
        params: { ...params, imitates },
      });
    }
    if (isDressedUp(link.host))
      return findingOf("misleadingLinks", mode, "linkDressedUp", { params });
  }
  return [];
}
