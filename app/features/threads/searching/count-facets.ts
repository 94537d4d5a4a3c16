import type { SearchChoice } from "./search-address.ts";

/** A value of a facet that a match has; `value` in lower case, `label` as it is shown. */
export type TraitValue = { value: string; label: string };

/** What a match is counted by, by facet. */
export type Traits = Record<string, TraitValue[]>;

export type CountedValue = TraitValue & { count: number };

/** Values by facet, in the order in which they were met. */
export type Facets = Map<string, CountedValue[]>;

function misses(traits: Traits, choice: SearchChoice): string[] {
  return Object.entries(choice)
    .filter(([facet, chosen]) => !(traits[facet] ?? []).some(({ value }) => chosen.includes(value)))
    .map(([facet]) => facet);
}

class Counter {
  readonly #facets = new Map<string, Map<string, CountedValue>>();

  add(facet: string, values: TraitValue[], by: 0 | 1): void {
    let counted = this.#facets.get(facet);
    if (!counted) this.#facets.set(facet, (counted = new Map()));
    for (const { value, label } of values) {
      const known = counted.get(value);
      if (known) known.count += by;
      else counted.set(value, { value, label, count: by });
    }
  }

  get facets(): Facets {
    return new Map([...this.#facets].map(([facet, values]) => [facet, [...values.values()]]));
  }
}

/**
 * Filters matches by what is chosen and counts their values: several values of a facet mean any of
 * them, several facets all of them. A facet's values are counted among the matches that fit what is
 * chosen in the other facets, so that its other values stay there to be chosen too.
 */
export function countFacets<T extends { traits: Traits }>(
  matches: T[],
  choice: SearchChoice,
): { hits: T[]; facets: Facets } {
  const hits: T[] = [];
  const counter = new Counter();
  for (const match of matches) {
    const missed = misses(match.traits, choice);
    if (missed.length === 0) hits.push(match);
    for (const [facet, values] of Object.entries(match.traits)) {
      const counts = missed.length === 0 || (missed.length === 1 && missed[0] === facet);
      // A value that is chosen keeps its name even where nothing is left of it.
      const shown = counts
        ? values
        : values.filter(({ value }) => choice[facet]?.includes(value) === true);
      if (shown.length > 0) counter.add(facet, shown, counts ? 1 : 0);
    }
  }
  return { hits, facets: counter.facets };
}
