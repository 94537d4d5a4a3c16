import type { PersonalSpan } from "./kinds.ts";

const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}(\p{L}{2,24}|xn--[a-z0-9-]{2,40})/uy;
const MAX_LOCAL = 64;
/** What stands behind a dot in file names, packages and code rather than in a mail address. */
const NOT_TOP_LEVEL =
  /^(?:png|jpe?g|gif|svg|webp|avif|ico|css|scss|[cm]?[jt]sx?|json|xml|html?|php|py|java|exe|dll|zip|pdf|service|local|localhost|invalid|internal|lan|conf|cfg|sock|target|timer)$/i;
/** "ann (at) example dot com": only with brackets or with both words, so that plain speech stays. */
const SPELLED =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,40}(?: ?[[({<] ?(?:at|@|ät|arroba|chez|chiocciola) ?[\])}>] ?| @ )[\p{L}\p{N}-]{1,40}(?: ?(?:\.|[[({<] ?(?:dot|punkt|point|punto|\.) ?[\])}>]) ?[\p{L}\p{N}-]{1,40}){1,3}(?![\p{L}\p{N}])/giu;
const SPOKEN =
  /(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}_-]{1,40} (?:dot|punkt|point|punto) )?[\p{L}\p{N}._%+-]{2,40} (?:at|ät|arroba|chiocciola) [\p{L}\p{N}-]{2,40} (?:dot|punkt|point|punto) (?:com|org|net|de|fr|es|it|nl|co|uk|at|ch|example|io|me|info|eu|pl)(?![\p{L}\p{N}])/giu;

/** A word before an address with a path or password is a login of a machine, not somebody's mail. */
function isLogin(flat: string, from: number, to: number): boolean {
  if (/^:[\p{L}\p{N}_./~-]*\//u.test(flat.slice(to, to + 60))) return true;
  if (/^git$/i.test(flat.slice(from, flat.indexOf("@", from)))) return true;
  return /:\/\/[^\s/?#]{0,64}$/.test(flat.slice(Math.max(0, from - 80), from));
}

/** Mail addresses of a flat text, also spelled ones ("ann (at) example.com"). */
export function findEmails(flat: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  let last = 0;
  for (let sign = flat.indexOf("@"); sign !== -1; sign = flat.indexOf("@", sign + 1)) {
    let from = sign;
    while (from > last && sign - from < MAX_LOCAL && LOCAL.test(flat[from - 1]!)) from -= 1;
    while (from < sign && /[.'%-]/.test(flat[from]!)) from += 1;
    if (from === sign) continue;
    DOMAIN.lastIndex = sign + 1;
    const domain = DOMAIN.exec(flat);
    if (!domain || NOT_TOP_LEVEL.test(domain[1]!)) continue;
    const to = DOMAIN.lastIndex;
    if (isLogin(flat, from, to)) continue;
    found.push({ kind: "email", from, to });
    last = to;
  }
  for (const shape of [SPELLED, SPOKEN]) {
    for (const match of flat.matchAll(shape)) {
      const end = /\.([\p{L}]+)$/u.exec(match[0])?.[1];
      if (end && NOT_TOP_LEVEL.test(end)) continue;
      found.push({ kind: "email", from: match.index, to: match.index + match[0].length });
    }
  }
  return found;
}
