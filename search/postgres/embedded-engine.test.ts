import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeSpace } from "#db/testing/make.ts";
import { engineSuite } from "../testing/engine-suite.ts";
import { embeddedEngine } from "./embedded-engine.server.ts";

const { db } = await cloneDatabase();

engineSuite("the embedded engine", async () => {
  const { id, locale, spaces } = await makeCommunity(db);
  const mobile = await makeSpace(db, id, { slug: "mobile" });
  const billing = await makeSpace(db, id, { slug: "billing" });
  return {
    engine: embeddedEngine(db),
    db,
    community: { id, locale },
    spaces: { general: spaces.general, mobile, billing },
    settle: () => Promise.resolve(),
  };
});
