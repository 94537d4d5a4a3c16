import type { Finding, Screened } from "../screened.ts";
import { findingOf } from "./check.ts";
import { linksOf, readLink } from "./link-domains.ts";
import type { CheckSettings } from "./settings.ts";

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>")]{1,2048}/giu;
const LEAST_NAME = 4;
const MOST_TEXT = 20_000;

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function domainsIn(text: string): Set<string> {
  const addresses = text.slice(0, MOST_TEXT).matchAll(ADDRESS);
  const domains = Array.from(addresses, ([address]) => readLink(address, "")?.domain ?? "");
  return new Set(domains.slice(0, 100));
}

/** The name somebody registered, without its ending: "example" of "example.co.uk". */
function nameOf(domain: string): string {
  return bare(domain.split(".")[0]!);
}

/** Links to a domain the author is named after, says to be theirs, or mostly writes of. */
export function checkPromotion(screened: Screened, { promotion }: CheckSettings): Finding[] {
  const { author, known } = screened;
  const names = bare(author.name);
  const theirs = domainsIn(author.about ?? "");
  const recent = (known?.ownTexts ?? []).slice(0, 50).map(domainsIn);
  for (const domain of new Set(linksOf(screened).map((link) => link.domain))) {
    const params = { domain };
    const name = nameOf(domain);
    const isNamed = name.length >= LEAST_NAME && names.includes(name);
    if (isNamed || theirs.has(domain)) {
      return findingOf("promotion", promotion.mode, "ownDomain", { params });
    }
    const before = recent.filter((domains) => domains.has(domain)).length;
    if (promotion.recent > 0 && before >= promotion.recent && before * 2 > recent.length) {
      return findingOf("promotion", promotion.mode, "sameDomain", {
        params: { ...params, count: before + 1 },
      });
    }
  }
  return [];
}
