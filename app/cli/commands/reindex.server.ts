import { parseArgs } from "node:util";
import { rebuildMeilisearch } from "#search/meilisearch/rebuild-meilisearch.server.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";

export const reindexCommand: Command = {
  usage: "reindex [--community SLUG]",
  summary:
    "builds the search index anew beside the one that answers, and swaps them; may be stopped and run again at any time",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({ args, options: { community: { type: "string" } } });
    const communities = values.community
      ? [await findCommunity(db, values.community)]
      : await db.selectFrom("community").select(["id", "slug", "locale"]).execute();
    for (const community of communities) {
      const start = Date.now();
      const rebuilt = await rebuildIndex(db, community);
      const outside = await rebuildMeilisearch(db, community);
      const seconds = ((Date.now() - start) / 1_000).toFixed(1);
      print(
        rebuilt
          ? `${community.slug}: ${rebuilt.documents} threads in ${seconds} s${outside === null ? "" : ", Meilisearch too"}`
          : `${community.slug}: another reindex began meanwhile and goes on`,
      );
    }
    return 0;
  },
};
