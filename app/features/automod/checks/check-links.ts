import type { Finding, Screened } from "../screened.ts";
import { findingOf } from "./check.ts";
import { countLinks, linksOf } from "./link-domains.ts";
import type { CheckSettings } from "./settings.ts";

/** Services that hide where a link leads. */
const SHORTENERS = new Set(
  `bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at tiny.cc
   rb.gy bl.ink s.id t.ly lnkd.in db.tt adf.ly bc.vc clck.ru vk.cc shorte.st ouo.io soo.gd clicky.me
   x.co u.to qr.ae surl.li urlz.fr lc.chat l.ead.me snip.ly short.io dub.sh tr.im kutt.it`.split(
    /\s+/,
  ),
);

const list = (names: Iterable<string>): string => [...new Set(names)].slice(0, 5).join(", ");

/** More links than an answer needs. */
export function checkLinkNumber(screened: Screened, { linkNumber }: CheckSettings): Finding[] {
  const count = countLinks(screened);
  if (count <= linkNumber.most) return [];
  const params = { count, most: linkNumber.most };
  return findingOf("linkNumber", linkNumber.mode, "linkNumber", { params });
}

/** More links or pictures than newcomers may show at once. */
export function checkNewcomerLimits(
  screened: Screened,
  { newcomerLimits }: CheckSettings,
): Finding[] {
  if (!screened.author.newcomer) return [];
  const { mode, links: mostLinks, images: mostImages } = newcomerLimits;
  const exceeded = (reason: string, count: number, most: number): Finding[] =>
    count > most ? findingOf("newcomerLimits", mode, reason, { params: { count, most } }) : [];
  return [
    ...exceeded("newcomerLinks", countLinks(screened), mostLinks),
    ...exceeded("newcomerImages", screened.images ?? 0, mostImages),
  ];
}

/** Domains nobody linked to here before. */
export function checkNewDomains(screened: Screened, { newDomains }: CheckSettings): Finding[] {
  const known = screened.known?.domains;
  if (!known || (newDomains.newcomersOnly && !screened.author.newcomer)) return [];
  const all = new Set(known);
  const unknown = linksOf(screened).filter(({ domain }) => !all.has(domain));
  if (unknown.length === 0) return [];
  const params = { domains: list(unknown.map(({ domain }) => domain)) };
  return findingOf("newDomains", newDomains.mode, "newDomain", { params });
}

/** Addresses that hide where they lead. */
export function checkShorteners(screened: Screened, { shorteners }: CheckSettings): Finding[] {
  const also = new Set(shorteners.also.map((domain) => domain.toLowerCase()));
  const short = linksOf(screened).filter(
    ({ domain, host }) => SHORTENERS.has(domain) || SHORTENERS.has(host) || also.has(domain),
  );
  if (short.length === 0) return [];
  const params = { domains: list(short.map(({ host }) => host)) };
  return findingOf("shorteners", shorteners.mode, "shortener", { params });
}
