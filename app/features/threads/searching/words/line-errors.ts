import { translateKey, type Translate } from "#app/i18n/translate.ts";
import { InvalidError, type ErrorMessage, type FieldErrors } from "#app/lib/errors.ts";

export type LineTrouble = { line: number; text: string; message: ErrorMessage };

/** More are not listed: who sees twenty starts again from the top. */
const LISTED = 20;
const QUOTED = 60;

/** What is wrong with each line of a pasted text, as errors of the fields `line-N`. */
export function lineErrors(t: Translate, troubles: LineTrouble[]): InvalidError {
  const fields: FieldErrors = {};
  for (const { line, text, message } of troubles.slice(0, LISTED)) {
    fields[`line-${line}`] = {
      key: "words.lineProblem",
      params: {
        line,
        text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
        problem: translateKey(t, message.key, message.params),
      },
    };
  }
  const more = troubles.length - LISTED;
  if (more > 0) fields["line-more"] = { key: "words.moreLines", params: { count: more } };
  return new InvalidError(fields);
}
