import { parse } from "tldts";
import type { Screened } from "../screened.ts";

/** A link of a text to another place, as the checks look at it. */
export type Link = {
  href: string;
  shown: string;
  /** In small letters, in ASCII ("xn--…"). */
  host: string;
  /** The part somebody registered, "example.co.uk"; the host where there is none. */
  domain: string;
  /** What stands before "@" in the address, which some take for the place it leads to. */
  login: string;
};

const ADDRESS = /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s<>"]{1,2048}/giu;
/** More links than these say nothing new; the check of their number sees all. */
const MOST_READ = 300;
const MAX_ADDRESS = 2_048;

/** The link an address is; null for one that leads nowhere else. */
export function readLink(href: string, shown: string): Link | null {
  const address = href.startsWith("www.") ? `https://${href}` : href;
  if (!/^https?:\/\//i.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address.slice(0, MAX_ADDRESS));
  } catch {
    return null;
  }
  const host = url.hostname.toLowerCase();
  const { domain } = parse(host, { extractHostname: false });
  return { href, shown, host, domain: domain ?? host, login: url.username };
}

/** How many links lead away: those of the body, and addresses written in title and text besides. */
export function countLinks({ title, text, links }: Screened): number {
  const written = [...title.matchAll(ADDRESS), ...text.matchAll(ADDRESS)];
  const linked = links.filter(({ href }) => /^https?:/i.test(href));
  const shown = new Set(linked.flatMap((link) => [link.href, link.text]));
  return linked.length + written.filter(([address]) => !shown.has(address)).length;
}

const read = new WeakMap<Screened, Link[]>();

/** The registrable domains of the community's own hosts. */
export function ownDomainsOf({ ownHosts = [] }: Screened): string[] {
  return ownHosts.map((host) => parse(host, { extractHostname: false }).domain ?? host);
}

/** The first 300 links to elsewhere, the community's own hosts left out; read once for each text. */
export function linksOf(screened: Screened): Link[] {
  const before = read.get(screened);
  if (before) return before;
  const written = Array.from(`${screened.title} ${screened.text}`.matchAll(ADDRESS), ([href]) => ({
    href,
    text: href,
  }));
  const own = ownDomainsOf(screened);
  const seen = new Set<string>();
  const links: Link[] = [];
  for (const { href, text } of [...screened.links, ...written]) {
    const key = `${href} ${text}`;
    if (links.length >= MOST_READ || seen.has(key)) continue;
    seen.add(key);
    const link = readLink(href, text);
    if (link && !own.includes(link.domain)) links.push(link);
  }
  read.set(screened, links);
  return links;
}
