import type { Db } from "#db/client.server.ts";
import { splitWords } from "../analysis/split-words.ts";
import { findCandidates, type Within } from "./find-candidates.server.ts";

/** A query as pins know it: its words, folded. */
export function queryKey(query: string): string {
  return splitWords(query)
    .filter(({ kind }) => kind !== "joined")
    .map(({ text }) => text)
    .join(" ")
    .slice(0, 200);
}

/**
 * Threads of the area that staff put first for one of these queries, in their order: those of the
 * first query that has some.
 */
export async function listPinned(db: Db, area: Within, queries: string[]): Promise<number[]> {
  const keys = queries.map(queryKey).filter((key) => key !== "");
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("search_pin")
    .select(["query_key", "thread_id"])
    .where("community_id", "=", area.place.communityId)
    .where("query_key", "in", keys)
    .orderBy("position")
    .orderBy("thread_id")
    .execute();
  if (rows.length === 0) return [];
  const chosen = keys.find((key) => rows.some((row) => row.query_key === key));
  const ids = rows.filter((row) => row.query_key === chosen).map((row) => row.thread_id);
  const within = await findCandidates(db, area, ids);
  const found = new Set(within.map((row) => row.thread_id));
  return ids.filter((id) => found.has(id));
}
