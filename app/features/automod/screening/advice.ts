import { createHash } from "node:crypto";
import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Finding, Screened } from "../screened.ts";

const MOST_QUOTES = 3;
const MOST_QUOTE = 80;

/** A reason with the places it is about, as they stand there. */
export type AdviceReason = { message: ErrorMessage; quotes: string[] };

/** The words at a finding's places, each once, shortened. */
export function quotesOf({ title, text }: Pick<Screened, "title" | "text">, finding: Finding) {
  const parts = finding.spans.map(({ in: part, from, to }) =>
    (part === "title" ? title : text).slice(from, to).replace(/\s+/g, " ").trim(),
  );
  return [...new Set(parts.filter((part) => part !== ""))]
    .slice(0, MOST_QUOTES)
    .map((part) => (part.length > MOST_QUOTE ? `${part.slice(0, MOST_QUOTE)}…` : part));
}

/** What the author is told before the text appears, each reason once. */
export function adviceOf(screened: Screened, findings: readonly Finding[]): AdviceReason[] {
  const reasons = new Map<string, AdviceReason>();
  for (const finding of findings) {
    const key = JSON.stringify(finding.toAuthor);
    if (!reasons.has(key)) {
      reasons.set(key, { message: finding.toAuthor, quotes: quotesOf(screened, finding) });
    }
  }
  return [...reasons.values()];
}

/**
 * Stands for one text with what was said against it: whoever sends it back was told just that of just
 * this text. No secret: all it does is what the button beside it does.
 */
export function adviceToken(screened: Screened, findings: readonly Finding[]): string {
  const { surface, title, text, links } = screened;
  const said = findings.map(({ check, toAuthor }) => JSON.stringify([check, toAuthor])).toSorted();
  return createHash("sha256")
    .update(JSON.stringify([surface, title, text, links, said]))
    .digest("hex")
    .slice(0, 32);
}
