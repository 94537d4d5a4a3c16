/** How well rankings found what was wanted; each a mean over the queries, 0 to 1. */
export type Measures = {
  queries: number;
  mrr10: number;
  hit1: number;
  hit5: number;
  hit10: number;
};

const DEPTH = 10;

/** Place of the first wanted id among the first ten, from 1; 0 when none is there. */
export function firstHit(ranking: string[], wanted: ReadonlySet<string>): number {
  return ranking.slice(0, DEPTH).findIndex((id) => wanted.has(id)) + 1;
}

/**
 * MRR@10 (mean of 1 / place of the first hit, 0 when it isn't among the first ten) and hit@1, 5, 10
 * (share of queries with a hit among as many). Queries that want nothing are not counted.
 */
export function measure(results: { ranking: string[]; wanted: ReadonlySet<string> }[]): Measures {
  const places = results
    .filter(({ wanted }) => wanted.size > 0)
    .map(({ ranking, wanted }) => firstHit(ranking, wanted));
  const queries = places.length;
  const share = (depth: number): number =>
    queries === 0 ? 0 : places.filter((place) => place > 0 && place <= depth).length / queries;
  const reciprocal = places.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0);
  return {
    queries,
    mrr10: queries === 0 ? 0 : reciprocal / queries,
    hit1: share(1),
    hit5: share(5),
    hit10: share(10),
  };
}
