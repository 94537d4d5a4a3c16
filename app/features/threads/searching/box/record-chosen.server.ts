import { recordClick } from "#app/features/insights/record-click.server.ts";
import { recordSearch } from "#app/features/insights/record-search.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { findVisible } from "../find-visible.server.ts";
import { areEnough, tidyWords } from "./typed-words.ts";

export type Chosen = { query: string; threadId: number; shown: number[] };

const MOST_SHOWN = 8;
const isId = (id: number) => Number.isInteger(id) && id > 0 && id <= Number.MAX_SAFE_INTEGER;

/**
 * Keeps a search in the suggestion list with the thread that was chosen from it. What a browser says
 * was shown counts only as far as the actor may see it; a chosen thread that they may not see keeps
 * nothing.
 */
export async function recordChosen(ctx: Ctx, { query, threadId, shown }: Chosen): Promise<void> {
  const words = tidyWords(query);
  const ids = [...new Set([...shown.slice(0, MOST_SHOWN), threadId])].filter(isId);
  if (!areEnough(words) || !ids.includes(threadId)) return;
  const visible = await findVisible(ctx, ids);
  if (!visible.has(threadId)) return;
  const seen = ids.filter((id) => visible.has(id));
  const token = await recordSearch(ctx, {
    source: "box",
    query: words,
    total: seen.length,
    shown: seen,
  });
  if (token !== null) await recordClick(ctx, { token, threadId });
}
