/** One query as it is clustered: what it is about, how often it was made, what it showed last. */
export type QueryToCluster = {
  key: string;
  /** Words without spelling mistakes and endings; synonyms are one. */
  concepts: readonly string[];
  searches: number;
  shown: readonly number[];
  /** The case that staff put it in. */
  caseId: number | null;
};

export type QueryCluster = {
  /** The key of its most common query; of a case, any of its own. */
  key: string;
  caseId: number | null;
  /** Keys of its queries, the most common first. */
  keys: string[];
};

/** Two queries mean the same when they share this much of their words, rare words counting more. */
const ALIKE = 0.6;
/** Or when they share a word and this much of at least so many results. */
const ALIKE_RESULTS = 0.6;
const FEWEST_RESULTS = 3;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most common first; the order of the alphabet decides between equals. */
function byRank(a: QueryToCluster, b: QueryToCluster): number {
  return b.searches - a.searches || compareText(a.key, b.key);
}

function sharedResults(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  const both = a.filter((id) => other.has(id)).length;
  return both < FEWEST_RESULTS ? 0 : both / (a.length + b.length - both);
}

/** How much a word tells: less, the more different queries have it. */
function weigh(queries: QueryToCluster[]): (concept: string) => number {
  const having = new Map<string, number>();
  for (const { concepts } of queries) {
    for (const concept of concepts) having.set(concept, (having.get(concept) ?? 0) + 1);
  }
  return (concept) => Math.log(1 + queries.length / (having.get(concept) ?? 1));
}

class Clusters {
  readonly #weight: (concept: string) => number;
  readonly #open: { cluster: QueryCluster; members: QueryToCluster[] }[] = [];
  /** By concept: which query speaks for which cluster. */
  readonly #leaders = new Map<string, { leader: QueryToCluster; at: number }[]>();

  constructor(queries: QueryToCluster[]) {
    this.#weight = weigh(queries);
  }

  #alike(a: QueryToCluster, b: QueryToCluster): number {
    const other = new Set(b.concepts);
    const sum = (concepts: readonly string[]) =>
      concepts.reduce((total, concept) => total + this.#weight(concept), 0);
    const both = sum(a.concepts.filter((concept) => other.has(concept)));
    const words = both / (sum(a.concepts) + sum(b.concepts) - both);
    if (words >= ALIKE) return words;
    const results = sharedResults(a.shown, b.shown);
    return results >= ALIKE_RESULTS ? results * ALIKE : 0;
  }

  /** The cluster a query is most like: of equals the first. */
  nearest(query: QueryToCluster): number | null {
    let best = { at: -1, alike: 0 };
    const compared = new Set<QueryToCluster>();
    for (const concept of query.concepts) {
      for (const { leader, at } of this.#leaders.get(concept) ?? []) {
        if (compared.has(leader)) continue;
        compared.add(leader);
        const alike = this.#alike(query, leader);
        if (alike > best.alike || (alike > 0 && alike === best.alike && at < best.at)) {
          best = { at, alike };
        }
      }
    }
    return best.at < 0 ? null : best.at;
  }

  /** Puts a query where it belongs; one that `leads` has others compared with it. */
  add(query: QueryToCluster, place: number | null, leads: boolean): number {
    const at = place ?? this.#open.length;
    this.#open[at] ??= { cluster: { key: query.key, caseId: query.caseId, keys: [] }, members: [] };
    this.#open[at].members.push(query);
    if (leads) {
      for (const concept of query.concepts) {
        const leaders = this.#leaders.get(concept) ?? [];
        leaders.push({ leader: query, at });
        this.#leaders.set(concept, leaders);
      }
    }
    return at;
  }

  closed(): QueryCluster[] {
    return this.#open.map(({ cluster, members }) => ({
      ...cluster,
      keys: members.sort(byRank).map((query) => query.key),
    }));
  }
}

/**
 * Puts queries that mean the same together. A case's queries stay together, whatever they say; every other
 * one joins the case or the more common query that it is most like, or begins a cluster. The same set gives
 * the same clusters in whatever order it comes.
 */
export function clusterQueries(given: readonly QueryToCluster[]): QueryCluster[] {
  const queries = [...given].sort(byRank);
  const clusters = new Clusters(queries);
  const cases = new Map<number, number>();
  const taken = queries.filter((query) => query.caseId !== null);
  for (const query of taken.sort((a, b) => a.caseId! - b.caseId! || byRank(a, b))) {
    const at = clusters.add(query, cases.get(query.caseId!) ?? null, true);
    cases.set(query.caseId!, at);
  }
  for (const query of queries) {
    if (query.caseId !== null) continue;
    const near = clusters.nearest(query);
    clusters.add(query, near, near === null);
  }
  return clusters.closed();
}
