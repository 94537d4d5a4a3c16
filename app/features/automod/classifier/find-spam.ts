import type { Finding, Screened } from "../screened.ts";
import { explainScore } from "./explain-score.ts";
import type { Model } from "./model.ts";
import { scoreText } from "./score-text.ts";
import { screenedText } from "./screened-text.ts";

const NAMED = 5;

/**
 * Asks staff to look first at what is like the spam they removed before, with the words that made
 * the difference. Says nothing without a model, as long as there are too few decisions.
 */
export function findSpam(model: Model | null, screened: Screened): Finding[] {
  if (!model) return [];
  const text = screenedText(screened);
  const { spam, probability } = scoreText(model, text);
  if (!spam) return [];
  const reasons = explainScore(model, text, 4 * NAMED);
  // What stands in the text is understood in every language; names of traits are English.
  const written = reasons.filter(({ kind }) => kind === "word" || kind === "letters");
  const because = (written.length > 0 ? written : reasons)
    .slice(0, NAMED)
    .map(({ label }) => `“${label}”`);
  return [
    {
      check: "classifier",
      verdict: "hold",
      toAuthor: { key: "classifier.spam.author" },
      toStaff: {
        key: "classifier.spam.staff",
        params: { percent: Math.round(probability * 100), because: because.join(", ") },
      },
      spans: [],
    },
  ];
}
