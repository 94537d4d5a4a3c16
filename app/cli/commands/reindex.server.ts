import { parseArgs } from "node:util";
import { rebuildEngines, type RebuiltEngines } from "#search/rebuild-engines.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";

function describe({ embedded, meilisearch }: RebuiltEngines, seconds: string): string[] {
  const lines = [
    embedded
      ? `${embedded.documents} threads in ${seconds} s${typeof meilisearch === "number" ? ", Meilisearch too" : ""}`
      : "another reindex began meanwhile and goes on",
  ];
  if (meilisearch === "busy") lines.push("another reindex of Meilisearch goes on");
  else if (meilisearch !== null && typeof meilisearch !== "number") {
    lines.push(
      `Meilisearch did not take them (${meilisearch.away}): PostgreSQL answers, and Meilisearch is brought up to date when it is back`,
    );
  }
  return lines;
}

export const reindexCommand: Command = {
  usage: "reindex [--community SLUG]",
  summary:
    "builds the search index anew beside the one that answers, and swaps them; may be stopped and run again at any time",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({ args, options: { community: { type: "string" } } });
    const communities = values.community
      ? [await findCommunity(db, values.community)]
      : await db.selectFrom("community").select(["id", "slug", "locale"]).execute();
    let status = 0;
    for (const community of communities) {
      const start = Date.now();
      const rebuilt = await rebuildEngines(db, community);
      const seconds = ((Date.now() - start) / 1_000).toFixed(1);
      for (const line of describe(rebuilt, seconds)) print(`${community.slug}: ${line}`);
      if (rebuilt.meilisearch !== null && typeof rebuilt.meilisearch === "object") status = 1;
    }
    return status;
  },
};
