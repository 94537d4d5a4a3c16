import type { CandidateFacts } from "./candidate-facts.server.ts";

export const ASPECTS = [
  "quantity",
  "quality",
  "speed",
  "kindness",
  "breadth",
  "stability",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What each aspect counts in the whole; together 1. */
export const WEIGHTS: Record<Aspect, number> = {
  quantity: 0.5,
  quality: 0.1,
  speed: 0.05,
  kindness: 0.1,
  breadth: 0.15,
  stability: 0.1,
};

export type RankedCandidate = CandidateFacts & {
  /** Part of the other active members who do less well, in percent, by aspect. */
  percentiles: Record<Aspect, number>;
  /** Weighted mean of the percentiles, 0 to 100. */
  score: number;
};

/** Answers that stand in for the community's mean where a member has few of their own. */
const PRIOR = 10;

/** A share drawn towards the community's, the more the fewer answers it is of (empirical Bayes). */
function drawn(part: number, whole: number, mean: number): number {
  return (part + PRIOR * mean) / (whole + PRIOR);
}

function shareOf(facts: CandidateFacts[], part: keyof CandidateFacts, whole: keyof CandidateFacts) {
  const sum = (name: keyof CandidateFacts) =>
    facts.reduce((total, fact) => total + (fact[name] ?? 0), 0);
  return sum(part) / Math.max(1, sum(whole));
}

/** Mid-rank percentile of each value among all: the part below, and half of the equal others. */
function percentilesOf(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const others = Math.max(1, values.length - 1);
  return values.map((value) => {
    const below = sorted.findIndex((other) => other >= value);
    const equal = sorted.findLastIndex((other) => other <= value) - below;
    return (100 * (below + equal / 2)) / others;
  });
}

/**
 * Active members as candidates, best first. Each aspect is the member's percentile among them, so
 * that no unit outweighs another:
 * quantity: accepted answers, and a tenth for each other one;
 * quality: accepted part of their answers, and helpful votes an answer, each drawn to the mean;
 * speed: median hours to their answer, shorter is better;
 * kindness: part of their answers to newcomers that helped, drawn to the mean, by how many there are;
 * breadth: tags in which they helped; stability: months in which they answered.
 */
export function rankCandidates(facts: CandidateFacts[]): RankedCandidate[] {
  const accepted = shareOf(facts, "accepted", "answers");
  const helpful = shareOf(facts, "helpful", "answers");
  const helped = shareOf(facts, "newcomersHelped", "newcomers");
  const measures: Record<Aspect, (fact: CandidateFacts) => number> = {
    quantity: (f) => f.accepted + (f.answers - f.accepted) / 10,
    quality: (f) =>
      drawn(f.accepted, f.answers, accepted) / Math.max(0.01, accepted) +
      drawn(f.helpful, f.answers, helpful) / Math.max(0.01, helpful),
    speed: (f) => -(f.hours ?? Infinity),
    kindness: (f) => drawn(f.newcomersHelped, f.newcomers, helped) * Math.log2(2 + f.newcomers),
    breadth: (f) => f.tags,
    stability: (f) => f.months,
  };
  const columns = ASPECTS.map((aspect) => percentilesOf(facts.map(measures[aspect])));
  const ranked = facts.map((fact, row): RankedCandidate => {
    const percentiles = Object.fromEntries(
      ASPECTS.map((aspect, column) => [aspect, Math.round(columns[column]![row]!)]),
    ) as Record<Aspect, number>;
    const score = ASPECTS.reduce((sum, aspect, c) => sum + WEIGHTS[aspect] * columns[c]![row]!, 0);
    return { ...fact, percentiles, score: Math.round(score * 10) / 10 };
  });
  return ranked.sort((a, b) => b.score - a.score || a.memberId - b.memberId);
}
