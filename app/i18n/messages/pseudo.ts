import { en, type MessageKey, type Messages } from "./en.ts";

const ACCENTS: Record<string, string> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  n: "ñ",
  c: "ç",
};

/** Accents the letters outside `{…}` so that placeholders, plurals and their branches stay whole. */
function accent(message: string): string {
  let depth = 0;
  let out = "";
  for (const char of message) {
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    out += depth === 0 ? (ACCENTS[char] ?? char) : char;
  }
  return `⟦${out}⟧`;
}

/** The pseudo-locale: every message in brackets, so that text without them is hard-coded. */
export const pseudo = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [key as MessageKey, accent(message)]),
) as Messages;
