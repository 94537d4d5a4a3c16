import type { Db } from "#db/client.server.ts";
import type { SearchEngine } from "../port.ts";
import { embeddedFinder } from "./embedded-finder.server.ts";
import { searchThreads } from "./search.server.ts";
import { similarThreads } from "./similar.server.ts";
import { writeDocuments } from "./write-documents.server.ts";

/** The embedded engine: PostgreSQL itself. */
export function embeddedEngine(db: Db): SearchEngine {
  const finder = embeddedFinder(db);
  return {
    name: "postgres",
    search: (input) => searchThreads(db, input, finder),
    similar: (input) => similarThreads(db, input, finder),
    write: (communityId, changes) => writeDocuments(db, communityId, changes),
  };
}
