import { LANGUAGES, languageOf, type Language } from "./locales.ts";

/** Longer headers are no browser's. */
const MAX_LENGTH = 1_000;

type Wish = { range: string; weight: number };

/** `de-AT;q=0.8` → what is wished for and how much; `null` when it says neither. */
function wishOf(part: string): Wish | null {
  const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
  if (!/^(\*|[a-z]{1,8}(-[a-z0-9]{1,8})*)$/.test(range)) return null;
  const [quality, ...more] = parameters;
  if (quality === undefined) return { range, weight: 1 };
  const given = /^q\s*=\s*(0(\.\d{0,3})?|1(\.0{0,3})?)$/.exec(quality);
  return given && more.length === 0 ? { range, weight: Number(given[1]) } : null;
}

/**
 * The language of ours that an Accept-Language header asks for most (RFC 9110, 12.5.4): a region's
 * variant asks for its language, `*` for the `own` one or else the first that is not refused with
 * `q=0`. `own` when the header asks for none of ours, is missing or malformed. Never throws.
 */
export function negotiateLanguage(header: string | null, own: Language): Language {
  const wishes = (header ?? "")
    .slice(0, MAX_LENGTH)
    .split(",")
    .flatMap((part) => wishOf(part.trim()) ?? []);
  const refused = new Set(wishes.filter(({ weight }) => weight === 0).map(({ range }) => range));
  const wanted = wishes
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { range } of wanted) {
    if (range === "*") {
      const all: Language[] = [own, ...LANGUAGES.map(({ tag }) => tag)];
      return all.find((tag) => !refused.has(tag)) ?? own;
    }
    const language = languageOf(range.split("-")[0]);
    if (language && !refused.has(language)) return language;
  }
  return own;
}
