import { findPersonal, type Personal } from "#app/lib/find-personal.ts";
import { questionWords } from "./question-words.ts";

export type QuestionText = {
  title: string;
  /** Markdown. */
  body: string;
  tried: string;
  /** Whether a field of the space, such as the device, says something. */
  hasDetails: boolean;
};

export const CHECKS = ["title", "tried", "one", "details", "private"] as const;
export type CheckName = (typeof CHECKS)[number];

export type Checked = {
  done: Record<CheckName, boolean>;
  /** Details found that should not be public. */
  personal: Personal[];
};

const TRIED =
  /\b(tried|tested|restarted|rebooted|reinstalled|reset|versucht|probiert|ausprobiert|getestet|neu ?gestartet|zurückgesetzt)\b|جرّ?بت|حاولت|أعدت/iu;
/** A model or a version: letters and digits together, or numbers with dots. */
const MODEL = /\b(\p{L}{1,12}[ -]?\d{1,5}\p{L}{0,3}|\d+\.\d+(\.\d+)*)\b/u;
const SEVERAL =
  /\b(another (question|problem|issue)|second (question|problem)|noch eine frage|weitere frage|zweites problem)\b|سؤال آخر|مشكلة أخرى/iu;

/** How many questions one text asks; what stands in code or quotes is not the asker's. */
function questionMarks(text: string): number {
  const own = text.replace(/```[\s\S]*?```|`[^`]*`|^>.*$/gm, " ");
  return [...own.matchAll(/[?؟]+/g)].length;
}

/**
 * What of a good question is there already. Only hints: none of it stops anybody. Knows words of
 * English, German and Arabic.
 */
export function checkQuestion({ title, body, tried, hasDetails }: QuestionText): Checked {
  const all = `${title}\n${body}\n${tried}`;
  const personal = findPersonal(all);
  const begun = title.trim().length + body.trim().length >= 20;
  return {
    done: {
      title: title.trim().length >= 15 && questionWords(title).length >= 2,
      tried: tried.trim().length >= 5 || TRIED.test(body),
      one: begun && questionMarks(`${title}\n${body}`) <= 3 && !SEVERAL.test(all),
      details: hasDetails || MODEL.test(`${title}\n${body}`),
      private: begun && personal.length === 0,
    },
    personal,
  };
}
