import type { Db } from "#db/client.server.ts";
import type { IndexStatistics } from "../postgres/index-statistics.server.ts";
import type { Place } from "../postgres/salt.ts";
import type { WordCounts } from "../postgres/vocabulary.server.ts";

/** The community's words, as the steps of understanding a query ask for them. */
export type Vocabulary = {
  db: Db;
  place: Place;
  statistics: IndexStatistics;
  languages: string[];
  counts: (word: string) => WordCounts;
};
