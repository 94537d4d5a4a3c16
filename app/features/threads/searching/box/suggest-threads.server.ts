import type { Ctx } from "#app/lib/ctx.ts";
import { markWords } from "#search/mark-words.ts";
import { listThreadsById } from "../../thread-rows.server.ts";
import type { ThreadRow } from "../../thread-view.ts";
import { findThreads } from "../search-threads.server.ts";
import { areEnough, tidyWords } from "./typed-words.ts";

/** A thread in the list under a search box. */
export type SuggestedThread = {
  id: number;
  href: string;
  /** The title, parted where words of the search stand. */
  titleParts: { text: string; hit: boolean }[];
  /** The accepted or official answer in one line. */
  line: { who: string; text: string } | null;
  state: ThreadRow["stateKey"];
  kind: ThreadRow["kind"];
  sameHere: number;
};

export type SuggestedThreads = { threads: SuggestedThread[]; total: number };

const MOST = 8;

/**
 * Threads for words that are still being typed, best first, 8 at most: only what the actor may see,
 * and none as long as the words say too little.
 */
export async function suggestThreads(
  ctx: Ctx,
  { query }: { query: string },
): Promise<SuggestedThreads> {
  const typed = tidyWords(query);
  if (!areEnough(typed)) return { threads: [], total: 0 };
  // Some of them may have been hidden since they were indexed.
  const limit = 2 * MOST;
  const { hits, words } = await findThreads(ctx, { query: typed, typing: true, limit });
  const rows = await listThreadsById(
    ctx,
    hits.slice(0, MOST).map(({ thread }) => thread.id),
  );
  const threads = rows.map((row) => ({
    id: row.id,
    href: row.href,
    titleParts: markWords(row.title, { words }),
    line: row.line && { who: row.line.who, text: row.line.text },
    state: row.stateKey,
    kind: row.kind,
    sameHere: row.counts.sameHere,
  }));
  return { threads, total: threads.length };
}
