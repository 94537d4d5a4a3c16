import type { Db } from "#db/client.server.ts";
import type { Unit } from "../query/unit.ts";
import type { Budget } from "../settings.ts";
import { chooseTerms } from "./choose-terms.ts";
import { findHoldingAll, findHoldingSome, type Within } from "./find-candidates.server.ts";
import type { Finder, FoundCandidates, Holding } from "./finder.ts";

type Some = {
  area: Within;
  budget: Budget;
  inTitles: Unit[];
  inTexts: Unit[];
  holding: Holding;
};

async function findSome(db: Db, { area, budget, inTitles, inTexts, holding }: Some) {
  const { title, text } = budget;
  const [byTitle, byText] = await Promise.all([
    findHoldingSome(db, area, {
      ...chooseTerms(inTitles, holding.title, title),
      where: "title",
      limit: title,
    }),
    findHoldingSome(db, area, {
      ...chooseTerms(inTexts, holding.text, text),
      where: "text",
      limit: text,
    }),
  ]);
  return { byTitle, byText };
}

/** Candidates from PostgreSQL's own indexes. */
export function embeddedFinder(db: Db): Finder {
  return {
    engine: "postgres",
    holdingAll: async ({ area, units, budget }): Promise<FoundCandidates> => {
      const { title, text, enough } = budget;
      const inTitles = findHoldingAll(db, area, { units, where: "title", limit: title });
      if (enough < title) {
        const byTitle = await inTitles;
        if (byTitle.length >= enough) return { byTitle, byText: [] };
      }
      const [byTitle, byText] = await Promise.all([
        inTitles,
        findHoldingAll(db, area, { units, where: "text", limit: text }),
      ]);
      return { byTitle, byText };
    },
    holdingSome: ({ area, units, budget }, holding) =>
      findSome(db, { area, budget, inTitles: units, inTexts: units, holding }),
    similar: ({ area, units, budget, related, told }, holding) =>
      findSome(db, {
        area,
        budget,
        inTitles: [...units, ...related],
        inTexts: [...units, ...told],
        holding,
      }),
  };
}
