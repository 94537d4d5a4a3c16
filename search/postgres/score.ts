import { hashTerm } from "../analysis/hash-term.ts";
import type { Unit } from "../query/unit.ts";
import { FIELDS, SETTINGS } from "../settings.ts";
import type { IndexStatistics } from "./index-statistics.server.ts";
import { countsOf, lengthOf } from "./signature.ts";
import type { WordCounts } from "./vocabulary.server.ts";

type ScoredTerm = { hash: number; idf: number[] };
type ScoredAlternative = { terms: ScoredTerm[]; weight: number };
export type ScoredUnit = {
  alternatives: ScoredAlternative[];
  required: boolean;
  weight: number;
  /** Share of the query that it is. */
  share: number;
};

export type TextScore = {
  score: number;
  /** What of it the typed words make, without those that were only told beside them. */
  asked: number;
  /** Share of what was asked for that is there, 0 to 1. */
  coverage: number;
};

const FIELD_WEIGHTS = FIELDS.map((field) => SETTINGS.fields[field].weight);

/** How telling a term is (BM25's inverse document frequency, never negative). */
function idf(documents: number, holding: number): number {
  return Math.log(1 + (Math.max(documents, holding) - holding + 0.5) / (holding + 0.5));
}

/** Prepares units for scoring: hashes, and how telling each term is in titles and in texts. */
export function scoredUnits(
  units: Unit[],
  statistics: IndexStatistics,
  counts: (term: string) => WordCounts,
): ScoredUnit[] {
  const termOf = (term: string, rarityOf = term): ScoredTerm => {
    const known = counts(rarityOf);
    const plain = rarityOf.startsWith("=") ? counts(rarityOf.slice(1)) : known;
    const title = idf(statistics.documents, known === plain ? known.titles : plain.forms);
    const text = idf(statistics.documents, known === plain ? known.documents : plain.forms);
    return { hash: hashTerm(term), idf: FIELDS.map((field) => (field === "title" ? title : text)) };
  };
  const scored = units.map((unit) => {
    const alternatives = unit.alternatives.map(({ terms, weight, rarityOf }) => ({
      weight,
      terms: terms.map((term) => termOf(term, rarityOf)),
    }));
    const own = Math.max(0.1, ...alternatives[0]!.terms.map((term) => term.idf[1]!));
    // A word that nobody wrote yet: among few threads most words of a new question are such.
    const telling = Math.min(own, idf(statistics.documents, 1));
    return { alternatives, required: unit.required, weight: unit.weight, share: telling };
  });
  const whole = scored.reduce((sum, unit) => sum + (unit.required ? unit.share : 0), 0) || 1;
  return scored.map((unit) => ({ ...unit, share: unit.required ? unit.share / whole : 0 }));
}

/** BM25 of one term over the fields, as a weighted sum. */
function termScore(packed: Buffer, term: ScoredTerm, norms: number[]): number {
  const counts = countsOf(packed, term.hash);
  if (counts === 0) return 0;
  let score = 0;
  for (let field = 0; field < norms.length; field += 1) {
    const count = (counts >> (4 * field)) & 15;
    if (count === 0) continue;
    score +=
      FIELD_WEIGHTS[field]! *
      term.idf[field]! *
      ((count * (SETTINGS.k1 + 1)) / (count + SETTINGS.k1 * norms[field]!));
  }
  return score;
}

function alternativeScore(packed: Buffer, { terms, weight }: ScoredAlternative, norms: number[]) {
  let sum = 0;
  for (const term of terms) {
    const score = termScore(packed, term, norms);
    if (score === 0) return 0;
    sum += score;
  }
  return weight * sum;
}

/** How well a thread's texts match: each unit counts by the best of its alternatives. */
export function scoreText(
  packed: Buffer,
  units: ScoredUnit[],
  statistics: IndexStatistics,
): TextScore {
  const norms = FIELDS.map((field, index) => {
    const { b } = SETTINGS.fields[field];
    return 1 - b + (b * lengthOf(packed, index)) / statistics.lengths[index]!;
  });
  let score = 0;
  let asked = 0;
  let coverage = 0;
  for (const unit of units) {
    let best = 0;
    for (const alternative of unit.alternatives) {
      best = Math.max(best, alternativeScore(packed, alternative, norms));
    }
    if (best === 0) continue;
    score += unit.weight * best;
    if (unit.required) asked += unit.weight * best;
    coverage += unit.share;
  }
  return { score, asked, coverage };
}

export type Standing = { solved: boolean; official: boolean; helpful: number; active_at: Date };
type Weights = { solved: number; official: number; helpful: number; fresh: number };

const DAY = 86_400_000;

/** What a thread's standing adds to its text: solved, official, helpful, fresh. */
export function scoreStanding(standing: Standing, weights: Weights, now: Date): number {
  const days = Math.max(0, now.getTime() - standing.active_at.getTime()) / DAY;
  return (
    (standing.solved ? weights.solved : 0) +
    (standing.official ? weights.official : 0) +
    weights.helpful * Math.log(1 + Math.max(0, standing.helpful)) +
    weights.fresh / (1 + days / SETTINGS.freshDays)
  );
}
