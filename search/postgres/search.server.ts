import type { Db } from "#db/client.server.ts";
import type { Match, SearchFilters, SearchInput, SearchResult } from "../port.ts";
import { parseQuery, type ParsedQuery } from "../query/parse-query.ts";
import { understandQuery } from "../query/understand-query.server.ts";
import type { Understood } from "../query/unit.ts";
import { SETTINGS } from "../settings.ts";
import { keepPhrases } from "./keep-phrases.server.ts";
import { findNewest, type Within } from "./find-candidates.server.ts";
import type { Asked, Finder } from "./finder.ts";
import { findIndex } from "./index-state.server.ts";
import { indexStatistics, type IndexStatistics } from "./index-statistics.server.ts";
import { listPinned } from "./list-pinned.server.ts";
import { rankCandidates, type Ranked } from "./rank-candidates.server.ts";
import { scoredUnits } from "./score.ts";
import { searchTitles } from "./search-titles.server.ts";
import { holdingBy, wordsOf } from "./words-of-units.ts";
import { countsOfWords } from "./vocabulary.server.ts";

/** From so many threads with every word on, those with some of them are not shown. */
const ENOUGH = 5;
/** Threads with less of what was asked for are not worth showing. */
const LEAST_COVERAGE = 0.34;

async function rankFound(
  db: Db,
  asked: Asked,
  { finder, statistics, now }: { finder: Finder; statistics: IndexStatistics; now: Date },
): Promise<Ranked[]> {
  const counts = await countsOfWords(db, asked.area.place, wordsOf(asked.units));
  const holding = holdingBy(counts);
  const ranking = {
    place: asked.area.place,
    statistics,
    units: scoredUnits(asked.units, statistics, counts),
    weights: SETTINGS.search,
    now,
    strict: SETTINGS.strict.search,
    rescored: asked.budget.rescored,
  };
  const all = await rankCandidates(db, await finder.holdingAll(asked, holding), ranking);
  if (all.length >= ENOUGH) return all;
  const some = await finder.holdingSome(asked, holding);
  const found = new Set(all.map(({ threadId }) => threadId));
  const more = await rankCandidates(db, some, ranking);
  return [
    ...all,
    ...more.filter(({ threadId, coverage }) => !found.has(threadId) && coverage >= LEAST_COVERAGE),
  ];
}

function sorted(ranked: Ranked[], sort: SearchInput["sort"]): Ranked[] {
  const by = {
    new: (one: Ranked) => one.candidate.created_at.getTime(),
    helpful: (one: Ranked) => one.candidate.helpful,
  };
  if (sort !== "new" && sort !== "helpful") return ranked;
  return ranked.toSorted((a, b) => by[sort](b) - by[sort](a) || b.score - a.score);
}

type Pinning = { area: Within; parsed: ParsedQuery; didYouMean: string | null; matches: Match[] };

/** What staff pinned for the query comes first, also when it is mistyped; never where something is left out by a minus. */
async function withPins(db: Db, { area, parsed, didYouMean, matches }: Pinning): Promise<Match[]> {
  if (parsed.without.length > 0) return matches;
  const typed = [parsed.words, ...parsed.phrases].join(" ");
  const pinned = await listPinned(db, area, didYouMean === null ? [typed] : [typed, didYouMean]);
  if (pinned.length === 0) return matches;
  const first = matches[0]?.score ?? 1;
  const ids = new Set(pinned);
  return [
    ...pinned.map((threadId, index) => ({ threadId, score: first + pinned.length - index })),
    ...matches.filter(({ threadId }) => !ids.has(threadId)),
  ];
}

/** Documents know members by their ids: a handle that was given up or changed means nobody at once. */
async function withAuthor(
  db: Db,
  communityId: number,
  filters: SearchFilters,
): Promise<SearchFilters> {
  if (filters.from === undefined) return filters;
  const member = await db
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", communityId)
    .where("handle_key", "=", filters.from.toLowerCase())
    .executeTakeFirst();
  return { ...filters, from: String(member?.id ?? "nobody") };
}

const NOTHING: Understood = { units: [], didYouMean: null, words: [] };

async function understand(
  db: Db,
  base: { place: Within["place"]; statistics: IndexStatistics },
  { parsed, input }: { parsed: ParsedQuery; input: SearchInput },
): Promise<Understood> {
  const text = [parsed.words, ...parsed.phrases].join(" ").trim();
  if (text === "") return NOTHING;
  const typing = input.typing === true && parsed.endsInWord && parsed.phrases.length === 0;
  return understandQuery(db, base, { text, locale: input.locale, typing });
}

/** Threads that match a query as typed, best first, with what was understood of it. The finder says where candidates come from. */
export async function searchThreads(
  db: Db,
  input: SearchInput,
  finder: Finder,
): Promise<SearchResult> {
  const empty: SearchResult = {
    matches: [],
    words: [],
    didYouMean: null,
    engine: finder.engine,
    behind: false,
  };
  const index = await findIndex(db, input.communityId);
  if (input.spaceIds.length === 0) return empty;
  // Before the first index is built, titles are searched as they are.
  if (!index) return { ...empty, matches: await searchTitles(db, input), behind: true };
  const place = { communityId: input.communityId, generation: index.live };
  const statistics = await indexStatistics(db, place);
  const parsed = parseQuery(input.query);
  const filters = await withAuthor(db, input.communityId, { ...parsed.filters, ...input.filters });
  const area: Within = { place, spaceIds: input.spaceIds, filters };
  const understood = await understand(db, { place, statistics }, { parsed, input });
  if (understood.units.length === 0) {
    if (Object.keys(filters).length === 0) return empty;
    const newest = await findNewest(db, area, input.limit);
    return { ...empty, matches: newest.map((row) => ({ threadId: row.thread_id, score: 0 })) };
  }
  const budget = input.typing ? SETTINGS.typing : SETTINGS.candidates;
  const asked = { area, units: understood.units, text: parsed.words, budget };
  const ranked = await rankFound(db, asked, { finder, statistics, now: input.now });
  const kept = await keepPhrases(db, ranked, { place, parsed, locale: input.locale });
  const matches = sorted(kept, input.sort)
    .slice(0, input.limit)
    .map(({ threadId, score, coverage }) => ({ threadId, score, coverage }));
  return {
    ...empty,
    matches:
      input.sort === undefined || input.sort === "best"
        ? await withPins(db, { area, parsed, didYouMean: understood.didYouMean, matches })
        : matches,
    words: understood.words,
    didYouMean: understood.didYouMean,
  };
}
