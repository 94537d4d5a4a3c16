import { pictureAddress } from "./file-address.ts";

/** Long enough for the longest address that is made a link by itself, all of it percent-encoded. */
const MAX_LENGTH = 6000;

/** Characters that may not stand in a stored address: they could end an attribute or a Markdown link. */
const UNSAFE = /[\s<>"`\\^{|}\p{Cc}]|\P{ASCII}/gu;
const PLAIN = /^[!#-;=?-[\]_a-z~]+$/i;

function encodeUnsafe(address: string): string {
  return address.replace(UNSAFE, (char) => encodeURIComponent(char));
}

function webAddress(value: string): string | null {
  if (!URL.canParse(value)) return null;
  if (PLAIN.test(value)) return value.replace(/^https?/i, (scheme) => scheme.toLowerCase());
  return encodeUnsafe(new URL(value).href);
}

/** Resolves as a browser does, so that "/\t/evil.example" or "/.//evil.example" cannot leave the site. */
function samesiteAddress(value: string): string | null {
  const base = "https://site.invalid";
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  return PLAIN.test(value) ? value : encodeUnsafe(url.pathname + url.search + url.hash);
}

function readHref(raw: string): string | null {
  // As browsers do before they read the scheme: what is checked here is what they will follow.
  const value = raw
    .replace(/\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trim();
  let address: string | null = null;
  if (/^https?:\/\/[^/\\]/i.test(value)) address = webAddress(value);
  else if (/^mailto:[^\s@]+@[^\s@]+$/i.test(value)) {
    address = "mailto:" + encodeUnsafe(value.slice("mailto:".length));
  } else if (/^\/(?![/\\])/.test(value)) address = samesiteAddress(value);
  return address !== null && address.length <= MAX_LENGTH ? address : null;
}

const KEPT = 200;
const read = new Map<string, string | null>();

/**
 * The address of a link in its stored form, or null when it may not be stored.
 * Allowed: http, https, mailto, and same-site paths that start with one "/".
 */
export function safeHref(raw: string): string | null {
  if (raw.length > MAX_LENGTH) return null;
  // One text is read, checked and written: each of its addresses comes here several times.
  const known = read.get(raw);
  if (known !== undefined) return known;
  if (read.size >= KEPT) read.clear();
  const address = readHref(raw);
  read.set(raw, address);
  return address;
}

/**
 * The address of an image in its stored form, or null: http, https and same-site paths only. A picture
 * of the community is stored whole, whichever of its sizes was shown.
 */
export function safeImageSource(raw: string): string | null {
  const address = safeHref(raw);
  if (address === null || address.startsWith("mailto:")) return null;
  return pictureAddress(address) ?? address;
}
