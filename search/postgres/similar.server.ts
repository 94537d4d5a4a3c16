import type { Db } from "#db/client.server.ts";
import type { SimilarInput, SimilarMatch } from "../port.ts";
import { understandQuery } from "../query/understand-query.server.ts";
import type { Unit } from "../query/unit.ts";
import { SETTINGS } from "../settings.ts";
import type { Finder } from "./finder.ts";
import { findIndex } from "./index-state.server.ts";
import { indexStatistics } from "./index-statistics.server.ts";
import { nearnessOf, worthOf } from "./nearness.ts";
import { rankCandidates } from "./rank-candidates.server.ts";
import type { Place } from "./salt.ts";
import { scoredUnits } from "./score.ts";
import { tellingWords } from "./telling-words.server.ts";
import { countsOfWords, findRelated } from "./vocabulary.server.ts";
import { holdingBy, wordsOf } from "./words-of-units.ts";

/** Units for what stands in the same surroundings as the words of a title, unless it is there itself. */
async function relatedUnits(db: Db, place: Place, units: Unit[]): Promise<Unit[]> {
  const own = new Set(units.flatMap((unit) => unit.alternatives.flatMap(({ terms }) => terms)));
  const related = await findRelated(db, place, [...own]);
  const best = new Map<string, number>();
  for (const list of related.values()) {
    for (const { term, similarity } of list) {
      if (!own.has(term)) best.set(term, Math.max(best.get(term) ?? 0, similarity));
    }
  }
  return [...best].map(([term, similarity]) => ({
    alternatives: [{ terms: [term], weight: 1 }],
    required: false,
    weight: SETTINGS.related.weight * similarity,
  }));
}

/** Threads that ask what a title (and the text under it) asks, best first. */
export async function similarThreads(
  db: Db,
  input: SimilarInput,
  finder: Finder,
): Promise<SimilarMatch[]> {
  const index = await findIndex(db, input.communityId);
  if (!index || input.spaceIds.length === 0) return [];
  const place = { communityId: input.communityId, generation: index.live };
  const statistics = await indexStatistics(db, place);
  const { units } = await understandQuery(
    db,
    { place, statistics },
    { text: input.title, locale: input.locale, typing: false },
  );
  const [related, told] = await Promise.all([
    relatedUnits(db, place, units),
    tellingWords(db, { place, statistics }, { text: input.body ?? "", locale: input.locale }),
  ]);
  const all = [...units, ...related, ...told];
  const counts = await countsOfWords(db, place, wordsOf(all));
  const filters = input.before ? { before: input.before } : {};
  const area = { place, spaceIds: input.spaceIds, filters };
  const asked = { area, units, text: input.title, budget: SETTINGS.candidates };
  const found = await finder.similar({ ...asked, related, told }, holdingBy(counts));
  const ranked = await rankCandidates(db, found, {
    place,
    statistics,
    units: scoredUnits(all, statistics, counts),
    weights: SETTINGS.similar,
    now: input.now,
    strict: SETTINGS.strict.similar,
    rescored: SETTINGS.candidates.rescored,
  });
  const worths = ranked.map((match) => worthOf(match, statistics.documents));
  const best = Math.max(0, ...worths);
  return ranked.slice(0, input.limit).map((match, index) => {
    const { threadId, score, text } = match;
    return { threadId, score, text, near: nearnessOf(match, worths[index]!, best) };
  });
}
