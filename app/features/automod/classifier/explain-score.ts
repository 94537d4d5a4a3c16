import type { Model } from "./model.ts";
import { textFeatures, type Feature, type FeatureKind } from "./text-features.ts";

/** What spoke for spam, and how much of the score it gave. */
export type Reason = { kind: FeatureKind; label: string; weight: number };

/** Without the marks of the text's beginning and end; long numbers, whose digits don't count, as signs. */
function shown({ kind, label }: Feature): string {
  if (kind === "purpose") return label.replace(/ × \d$/, "");
  if (kind !== "word") return label.trim();
  return label.replace(/^\^ | \$$/g, "").replace(/0{5,}/g, (zeros) => "#".repeat(zeros.length));
}

const isReadable = (kind: FeatureKind, label: string): boolean =>
  kind === "letters" ? /\p{L}{2}/u.test(label) : /[\p{L}\p{N}#]/u.test(label);

/**
 * The features that spoke most for spam, the strongest first: words and pairs of words, runs of
 * letters, shape and purpose. What lies within one already named isn't named again.
 */
export function explainScore(model: Model, text: string, most: number): Reason[] {
  const speaking = textFeatures(text)
    .map((feature) => ({
      kind: feature.kind,
      label: shown(feature),
      weight: (model.weights[feature.slot] ?? 0) * feature.value,
    }))
    .filter(({ weight, kind, label }) => weight > 0 && isReadable(kind, label))
    .toSorted((a, b) => b.weight - a.weight);
  const named: Reason[] = [];
  for (const reason of speaking) {
    if (named.length >= most) break;
    const known = named.some(
      ({ label }) => label.includes(reason.label) || reason.label.includes(label),
    );
    if (!known) named.push(reason);
  }
  return named;
}
