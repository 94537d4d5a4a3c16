import type { Db } from "#db/client.server.ts";
import { analyseTexts } from "../analysis/analyse-text.server.ts";
import { detectLanguage } from "../analysis/detect-language.ts";
import type { Unit } from "../query/unit.ts";
import type { IndexStatistics } from "./index-statistics.server.ts";
import type { Place } from "./salt.ts";
import { countsOfWords } from "./vocabulary.server.ts";

/** Words of a text that count beside its title. */
const TOLD = 10;
const READ = 5_000;
/** All of them together are worth about two words of a title. */
const WEIGHT = 0.2;

/** The words that tell a text from others: repeated here, rare elsewhere. */
export async function tellingWords(
  db: Db,
  { place, statistics }: { place: Place; statistics: IndexStatistics },
  { text, locale }: { text: string; locale: string },
): Promise<Unit[]> {
  if (text.trim() === "") return [];
  const start = text.slice(0, READ);
  const [analysed] = await analyseTexts(db, detectLanguage(start, locale), [start]);
  const counts = await countsOfWords(db, place, analysed!.terms.keys());
  return [...analysed!.terms]
    .map(([term, count]) => ({ term, count, documents: counts(term).documents }))
    .filter(({ documents }) => documents > 0)
    .map(({ term, count, documents }) => ({
      term,
      telling: (1 + Math.log(count)) * Math.log(1 + statistics.documents / documents),
    }))
    .sort((a, b) => b.telling - a.telling)
    .slice(0, TOLD)
    .map(({ term }) => ({
      alternatives: [{ terms: [term], weight: 1 }],
      required: false,
      weight: WEIGHT,
    }));
}
