import type { Meilisearch } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import type { SearchEngine } from "../port.ts";
import { searchThreads } from "../postgres/search.server.ts";
import { similarThreads } from "../postgres/similar.server.ts";
import { writeDocuments } from "../postgres/write-documents.server.ts";
import { meilisearchFinder } from "./meilisearch-finder.server.ts";
import { newestOf, sendDocuments } from "./send-documents.server.ts";

/**
 * Meilisearch finds the candidates; what a query means and how they rank is ours, so that both
 * engines follow one settings file. The embedded index is kept beside it and answers when it is away.
 */
export function meilisearchEngine(db: Db, client: Meilisearch): SearchEngine {
  const finder = meilisearchFinder(db, client);
  return {
    name: "meilisearch",
    search: (input) => searchThreads(db, input, finder),
    similar: (input) => similarThreads(db, input, finder),
    write: async (communityId, changes) => {
      await writeDocuments(db, communityId, changes);
      const newest = await newestOf(db, communityId, changes);
      await sendDocuments({ db, client }, communityId, newest);
    },
  };
}
