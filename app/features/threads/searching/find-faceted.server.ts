import type { Ctx } from "#app/lib/ctx.ts";
import type { SearchFilters, SearchInput } from "#search/port.ts";
import { parseQuery, type ParsedQuery } from "#search/query/parse-query.ts";
import { countFacets, type Facets, type Traits } from "./count-facets.ts";
import { loadTraits } from "./load-traits.server.ts";
import type { SearchChoice } from "./search-address.ts";
import { findThreads, MATCHES, type Found, type FoundThread } from "./search-threads.server.ts";

export type FacetedHit = FoundThread & { traits: Traits };

export type Faceted = {
  /** Visible matches that fit what is chosen, in the order asked for. */
  hits: FacetedHit[];
  facets: Facets;
  /** Names of the facets of fields. */
  fields: Map<string, string>;
  words: string[];
  didYouMean: string | null;
  behind: boolean;
  /** There may be more than were counted. */
  more: boolean;
};

type Input = {
  query: string;
  choice: SearchChoice;
  sort?: SearchInput["sort"];
  /** Somebody is still typing: a few results at once, without counts. */
  typing?: boolean;
};

/** Matches that are looked at while somebody types. */
const TYPED = 60;
/** Fewer matches than this are all there are: no engine stopped looking. */
const WHOLE = 400;
const IN_ENGINE = ["kind", "status", "space", "tag", "language"] as const;
/** Everything there is: without words and filters an engine finds nothing. */
const EVERYTHING: SearchFilters = { after: new Date(0) };

/** Where the address chooses what the query's operators leave out, nothing can be found. */
function bothOf(typed: string[] | undefined, chosen: string[]): string[] {
  return typed ? chosen.filter((value) => typed.includes(value)) : chosen;
}

/** What an engine can filter by of what is chosen; `null` where nothing can fit. */
function engineFilters(choice: SearchChoice, typed: SearchFilters): SearchFilters | null {
  const filters: SearchFilters = {};
  for (const facet of IN_ENGINE) {
    const chosen = choice[facet];
    if (!chosen) continue;
    const both = bothOf(typed[facet], chosen);
    if (both.length === 0) return null;
    filters[facet] = both;
  }
  return filters;
}

const hasWords = (parsed: ParsedQuery) =>
  parsed.words !== "" || parsed.phrases.length > 0 || Object.keys(parsed.filters).length > 0;

/**
 * All matches are filtered and counted here. Only where the engine may have stopped looking is it asked
 * again with the filters, so that what is rare among much is found.
 */
async function findAll(ctx: Ctx, { query, choice, sort, typing = false }: Input): Promise<Found> {
  const parsed = parseQuery(query);
  const words = hasWords(parsed);
  const chosen = Object.keys(choice).length > 0;
  const common = { query, ...(sort ? { sort } : {}) };
  const filters = engineFilters(choice, parsed.filters);
  if (typing) {
    return findThreads(ctx, { ...common, filters: filters ?? {}, typing, limit: TYPED });
  }
  const found = await findThreads(
    ctx,
    words || !chosen ? common : { ...common, filters: EVERYTHING },
  );
  const exact = parsed.phrases.length === 0 && parsed.without.length === 0;
  const whole = found.looked < (words ? WHOLE : MATCHES) && exact;
  if (whole || !filters || Object.keys(filters).length === 0) return found;
  const narrow = await findThreads(ctx, { ...common, filters });
  const known = new Set(narrow.hits.map(({ thread }) => thread.id));
  return {
    ...found,
    hits: [...narrow.hits, ...found.hits.filter((hit) => !known.has(hit.thread.id))],
  };
}

/**
 * What a search finds for the actor, filtered by what is chosen, with the counts of every facet: one
 * way of counting for the page and the API. Nothing that may not be seen is in it.
 */
export async function findFaceted(ctx: Ctx, input: Input): Promise<Faceted> {
  const found = await findAll(ctx, input);
  const counted = !input.typing || Object.keys(input.choice).length > 0;
  const { traits, fields } = await loadTraits(
    ctx,
    counted ? found.hits.map(({ thread }) => thread) : [],
  );
  const matches = found.hits.map((hit) => ({ ...hit, traits: traits.get(hit.thread.id) ?? {} }));
  const { hits, facets } = countFacets(matches, input.choice);
  return {
    hits,
    facets,
    fields,
    words: found.words,
    didYouMean: found.didYouMean,
    behind: found.behind,
    more: found.looked >= (input.typing ? TYPED : MATCHES),
  };
}
