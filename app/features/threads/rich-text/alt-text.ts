import { cleanText } from "./clean-text.ts";

/** UTF-16 code units. */
export const MAX_ALT_LENGTH = 500;

/** The alternative text of a picture as stored: one line, cut where it is too long; null for none. */
export function readAlt(raw: string): string | null {
  const line = cleanText(raw).replace(/\s+/g, " ").trim();
  // A cut between the halves of a surrogate pair would leave half a character.
  const alt = line
    .slice(0, MAX_ALT_LENGTH)
    .replace(/\p{Surrogate}$/u, "")
    .trimEnd();
  return alt === "" ? null : alt;
}
