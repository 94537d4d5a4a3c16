import type { Db } from "#db/client.server.ts";
import { FORM } from "../analysis/analyse-text.server.ts";
import type { Match, SimilarInput } from "../port.ts";
import { understandQuery } from "../query/understand-query.server.ts";
import type { Unit } from "../query/unit.ts";
import { SETTINGS } from "../settings.ts";
import { chooseTerms } from "./choose-terms.ts";
import { findHoldingSome } from "./find-candidates.server.ts";
import { findIndex } from "./index-state.server.ts";
import { indexStatistics } from "./index-statistics.server.ts";
import { rankCandidates } from "./rank-candidates.server.ts";
import type { Place } from "./salt.ts";
import { scoredUnits } from "./score.ts";
import { tellingWords } from "./telling-words.server.ts";
import { countsOfWords, findRelated, type WordCounts } from "./vocabulary.server.ts";

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

const bare = (term: string): string => (term.startsWith(FORM) ? term.slice(FORM.length) : term);

/** In how many threads a term or a form stands, in titles and anywhere. */
export function holdingBy(counts: (word: string) => WordCounts) {
  const of = (term: string, kind: "titles" | "documents") =>
    term.startsWith(FORM) ? counts(bare(term)).forms : counts(term)[kind];
  return {
    title: (term: string) => of(term, "titles"),
    text: (term: string) => of(term, "documents"),
  };
}

/** Every word that units look for, for its counts. */
export function wordsOf(units: Unit[]): string[] {
  return units.flatMap((unit) =>
    unit.alternatives.flatMap(({ terms, rarityOf }) => [...terms.map(bare), rarityOf ?? []].flat()),
  );
}

/** Threads that ask what a title (and the text under it) asks, best first. */
export async function similarThreads(db: Db, input: SimilarInput): Promise<Match[]> {
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
  const holding = holdingBy(counts);
  const filters = input.before ? { before: input.before } : {};
  const area = { place, spaceIds: input.spaceIds, filters };
  const { candidates } = SETTINGS;
  const [byTitle, byText] = await Promise.all([
    findHoldingSome(db, area, {
      ...chooseTerms([...units, ...related], holding.title, candidates.title),
      where: "title",
      limit: candidates.title,
    }),
    findHoldingSome(db, area, {
      ...chooseTerms([...units, ...told], holding.text, candidates.text),
      where: "text",
      limit: candidates.text,
    }),
  ]);
  const ranked = await rankCandidates(
    db,
    { byTitle, byText },
    {
      place,
      statistics,
      units: scoredUnits(all, statistics, counts),
      weights: SETTINGS.similar,
      now: input.now,
      strict: SETTINGS.strict.similar,
    },
  );
  return ranked.slice(0, input.limit).map(({ threadId, score }) => ({ threadId, score }));
}
