import type { Meilisearch, MultiSearchQuery } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { FORM } from "../analysis/form.ts";
import { findCandidates, type Within } from "../postgres/find-candidates.server.ts";
import type { Asked, Finder, FoundCandidates } from "../postgres/finder.ts";
import type { Unit } from "../query/unit.ts";
import { indexName } from "./client.server.ts";
import type { StoredDocument } from "./stored-document.ts";

/** Meilisearch reads the first ten words of a query. */
const WORDS_READ = 10;
const VARIANTS = 4;
const CANDIDATES = 300;

const quoted = (value: string): string => JSON.stringify(value);

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
  if (filters.from !== undefined) parts.push(`author = ${quoted(filters.from.toLowerCase())}`);
  if (filters.after) parts.push(`createdAt >= ${filters.after.getTime()}`);
  if (filters.before) parts.push(`createdAt < ${filters.before.getTime()}`);
  return parts;
}

const plain = (terms: string[]): string =>
  terms.map((term) => (term.startsWith(FORM) ? term.slice(FORM.length) : term)).join(" ");

/**
 * The query as typed, and as it may have been meant: synonyms (also of mistyped words), corrections,
 * compounds taken apart. Meilisearch alone looks a synonym up by its exact words.
 */
function variantsOf({ units, text }: Asked): string[] {
  const variants = new Set([text]);
  const own = units.filter((unit) => unit.required);
  const deepest = Math.max(0, ...own.map((unit) => unit.alternatives.length));
  for (let depth = 0; depth < deepest && variants.size < VARIANTS; depth += 1) {
    const words = own.map((unit) =>
      plain((unit.alternatives[depth] ?? unit.alternatives[0]!).terms),
    );
    variants.add([...new Set(words)].join(" "));
  }
  return [...variants].filter((variant) => variant.trim() !== "");
}

/** The rarest words of a long text, in a query that Meilisearch reads to its end. */
function rarest(units: Unit[], holding: (term: string) => number): string {
  return units
    .map((unit) => ({
      words: plain(unit.alternatives[0]!.terms),
      count: holding(unit.alternatives[0]!.terms[0]!),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, WORDS_READ)
    .map(({ words }) => words)
    .join(" ");
}

/** Candidates from Meilisearch, with their standing from PostgreSQL. */
export function meilisearchFinder(db: Db, client: Meilisearch): Finder {
  const ask = async (
    area: Within,
    variants: string[],
    matchingStrategy: MultiSearchQuery["matchingStrategy"],
  ): Promise<FoundCandidates> => {
    if (variants.length === 0) return { byTitle: [], byText: [] };
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, StoredDocument>({
      queries: variants.map((q) => ({
        indexUid: indexName(area.place.communityId),
        q,
        filter: filterOf(area),
        attributesToRetrieve: ["id"],
        limit: CANDIDATES,
        ...(matchingStrategy ? { matchingStrategy } : {}),
      })),
    });
    const ids = new Set(results.flatMap(({ hits }) => hits.map((hit) => hit.id)));
    return { byTitle: [], byText: await findCandidates(db, area, [...ids]) };
  };
  return {
    engine: "meilisearch",
    holdingAll: (asked) => ask(asked.area, variantsOf(asked), "all"),
    holdingSome: (asked) => ask(asked.area, variantsOf(asked), "frequency"),
    similar: (asked, holding) =>
      ask(
        asked.area,
        [
          rarest(asked.units, holding.title),
          rarest([...asked.units, ...asked.related], holding.title),
          rarest(asked.told, holding.text),
        ].filter(Boolean),
        "frequency",
      ),
  };
}
