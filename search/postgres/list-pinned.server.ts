import type { Db } from "#db/client.server.ts";
import { splitWords } from "../analysis/split-words.ts";
import type { SearchInput } from "../port.ts";

/** A query as pins know it: its words, folded. */
export function queryKey(query: string): string {
  return splitWords(query)
    .filter(({ kind }) => kind !== "joined")
    .map(({ text }) => text)
    .join(" ")
    .slice(0, 200);
}

/** Threads that staff put first for this query. */
export async function listPinned(db: Db, input: SearchInput): Promise<number[]> {
  const rows = await db
    .selectFrom("search_pin")
    .select("thread_id")
    .where("community_id", "=", input.communityId)
    .where("query_key", "=", queryKey(input.query))
    .orderBy("position")
    .orderBy("thread_id")
    .execute();
  return rows.map((row) => row.thread_id);
}
