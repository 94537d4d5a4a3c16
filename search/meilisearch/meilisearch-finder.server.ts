import type { Meilisearch, MultiSearchQuery } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { chooseTerms } from "../postgres/choose-terms.ts";
import { findCandidates, type Candidate, type Within } from "../postgres/find-candidates.server.ts";
import type { Finder, FoundCandidates, Holding } from "../postgres/finder.ts";
import type { Unit } from "../query/unit.ts";
import type { Budget } from "../settings.ts";
import { indexName } from "./client.server.ts";
import type { StoredDocument } from "./stored-document.ts";
import { plainWords, variantsOf } from "./variants.ts";

/** Of what a query finds, so many are taken in Meilisearch's own order before all others. */
const BEST = 60;
/** Words that are looked for one by one. */
const QUERIES = 40;

const TITLE = ["title", "titleTerms"];

const quoted = (value: string): string => JSON.stringify(value.toWellFormed());

/** The area as Meilisearch filters it: one community's index, the spaces the asker may read. */
function filterOf({ spaceIds, filters = {} }: Within): string[] {
  const parts = [`spaceId IN [${spaceIds.join(", ")}]`];
  const among = (name: string, values: string[] | undefined) => {
    if (values) parts.push(`${name} IN [${values.map(quoted).join(", ")}]`);
  };
  among("kind", filters.kind);
  among("status", filters.status);
  among("spaceSlug", filters.space);
  among("tagSlugs", filters.tag);
  among("language", filters.language);
  if (filters.from !== undefined) parts.push(`author = ${quoted(filters.from)}`);
  if (filters.after) parts.push(`createdAt >= ${filters.after.getTime()}`);
  if (filters.before) parts.push(`createdAt < ${filters.before.getTime()}`);
  return parts;
}

type Query = Pick<MultiSearchQuery, "q" | "limit" | "attributesToSearchOn">;
type Some = { units: Unit[]; holding: (term: string) => number; budget: number };

/**
 * The rarest words each by itself, as the embedded engine chooses them: Meilisearch has no "any of
 * these", and leaves out words of a query by its own rules.
 */
function queriesForSome({ units, holding, budget }: Some, where?: string[]): Query[] {
  const { terms, groups } = chooseTerms(units, holding, budget);
  return [...terms.map((term) => [term]), ...groups].slice(0, QUERIES).map((words) => ({
    q: plainWords(words),
    limit: 0,
    ...(where ? { attributesToSearchOn: where } : {}),
  }));
}

/** The first of several lists in turn, so that none is left out. */
function takeInTurn(lists: number[][], most: number): Set<number> {
  const taken = new Set<number>();
  const deepest = Math.max(0, ...lists.map((list) => list.length));
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const list of lists) {
      if (taken.size >= most) return taken;
      if (depth < list.length) taken.add(list[depth]!);
    }
  }
  return taken;
}

/** Candidates from Meilisearch, with their standing from PostgreSQL. */
export function meilisearchFinder(db: Db, client: Meilisearch): Finder {
  /** Threads that each of the queries finds: its best first, then the others in no order. */
  const ask = async (area: Within, queries: Query[]): Promise<number[][]> => {
    if (queries.length === 0) return [];
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, StoredDocument>({
      queries: queries.map((query) => ({
        indexUid: indexName(area.place.communityId),
        filter: filterOf(area),
        attributesToRetrieve: ["id"],
        facets: ["id"],
        matchingStrategy: "all",
        ...query,
      })),
    });
    return results.map(({ hits, facetDistribution }) => [
      ...new Set([
        ...hits.map((hit) => hit.id),
        ...Object.keys(facetDistribution?.id ?? {}).map(Number),
      ]),
    ]);
  };

  /** Reads what was found; `whole` are compared by their texts as well, the others by title alone. */
  const load = async (
    area: Within,
    { whole, titles }: { whole: Set<number>; titles: Set<number> },
  ): Promise<FoundCandidates> => {
    const found = await findCandidates(db, area, [...new Set([...whole, ...titles])]);
    const among = (ids: Set<number>): Candidate[] => found.filter((row) => ids.has(row.thread_id));
    return { byTitle: among(titles), byText: among(whole) };
  };

  const askSome = async (
    area: Within,
    budget: Budget,
    { inTitles, inTexts, holding }: { inTitles: Unit[]; inTexts: Unit[]; holding: Holding },
  ): Promise<FoundCandidates> => {
    const titles = queriesForSome(
      { units: inTitles, holding: holding.title, budget: budget.title },
      TITLE,
    );
    const texts = queriesForSome({ units: inTexts, holding: holding.text, budget: budget.text });
    const found = await ask(area, [...titles, ...texts]);
    return load(area, {
      titles: takeInTurn(found.slice(0, titles.length), budget.title),
      whole: takeInTurn(found.slice(titles.length), 2 * budget.text),
    });
  };

  return {
    engine: "meilisearch",
    holdingAll: async ({ area, text, units, budget }, holding) => {
      const variants = variantsOf(text, units, holding);
      const found = await ask(
        area,
        variants.map((q) => ({ q, limit: BEST })),
      );
      return load(area, {
        titles: takeInTurn(found, budget.title),
        whole: takeInTurn(found, budget.text + budget.rescored),
      });
    },
    holdingSome: ({ area, units, budget }, holding) =>
      askSome(area, budget, { inTitles: units, inTexts: units, holding }),
    similar: ({ area, units, budget, related, told }, holding) =>
      askSome(area, budget, {
        inTitles: [...units, ...related],
        inTexts: [...units, ...told],
        holding,
      }),
  };
}
