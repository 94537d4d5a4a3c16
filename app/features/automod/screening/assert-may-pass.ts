import { AdviceError, InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import type { Finding } from "../screened.ts";
import { adviceOf, adviceToken } from "./advice.ts";
import type { Screening } from "./screen.server.ts";

/** The form's fields for the title and the text. */
type Fields = readonly [title: string, text: string];

/** A refusal stands beside what it is about: the title where all its places are there. */
function fieldOf({ spans }: Finding, [title, text]: Fields): string {
  return spans.length > 0 && spans.every((span) => span.in === "title") ? title : text;
}

/**
 * Lets a screening pass, or throws: InvalidError on the field of the title or the text when it refuses them,
 * AdviceError when the author is to be told first and wasn't yet.
 */
export function assertMayPass(
  screening: Screening,
  asItIs: string | undefined,
  names: Fields = ["title", "body"],
): void {
  const { verdict, findings, screened } = screening;
  if (verdict === "reject") {
    const fields: FieldErrors = {};
    for (const finding of findings) {
      if (finding.verdict === "reject") fields[fieldOf(finding, names)] ??= finding.toAuthor;
    }
    throw new InvalidError(fields, "automod");
  }
  if (verdict !== "nudge") return;
  const token = adviceToken(screened, findings);
  if (asItIs !== token) throw new AdviceError({ token, reasons: adviceOf(screened, findings) });
}
