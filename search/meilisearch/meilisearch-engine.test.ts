import { Meilisearch } from "meilisearch";
import { describe, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { engineSuite } from "../testing/engine-suite.ts";
import { indexName } from "./client.server.ts";
import { meilisearchEngine } from "./meilisearch-engine.server.ts";
import { createIndex } from "./meilisearch-index.server.ts";

const host = process.env.TEST_MEILISEARCH_URL;
const apiKey = process.env.TEST_MEILISEARCH_KEY;

if (!host) {
  describe("Meilisearch", () => {
    it("was not tried: set TEST_MEILISEARCH_URL (and TEST_MEILISEARCH_KEY) to a server of its own and run `npm test -- unit search/meilisearch`", ({
      skip,
    }) => skip());
  });
} else {
  const { db } = await cloneDatabase();
  const client = new Meilisearch({ host, ...(apiKey ? { apiKey } : {}) });
  engineSuite("Meilisearch", async () => {
    const { id, locale, spaces } = await makeCommunity(db);
    const mobile = await makeSpace(db, id, { slug: "mobile" });
    const billing = await makeSpace(db, id, { slug: "billing" });
    await client.deleteIndexIfExists(indexName(id));
    await createIndex(client, indexName(id));
    return {
      engine: meilisearchEngine(db, client),
      db,
      community: { id, locale },
      spaces: { general: spaces.general, mobile, billing },
      settle: () => Promise.resolve(),
    };
  });
}
