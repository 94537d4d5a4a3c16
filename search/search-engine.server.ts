import type { Db } from "#db/client.server.ts";
import { fallingBack } from "./falling-back.server.ts";
import { meilisearchClient } from "./meilisearch/client.server.ts";
import { meilisearchEngine } from "./meilisearch/meilisearch-engine.server.ts";
import type { SearchEngine } from "./port.ts";
import { embeddedEngine } from "./postgres/embedded-engine.server.ts";

/** The engine that answers: Meilisearch where it is set up, with the embedded one behind it. */
export function searchEngine(db: Db): SearchEngine {
  const embedded = embeddedEngine(db);
  const client = meilisearchClient();
  return client ? fallingBack(meilisearchEngine(db, client), embedded) : embedded;
}
