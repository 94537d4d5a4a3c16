import type { Ctx } from "#app/lib/ctx.ts";
import type { SearchInput } from "#search/port.ts";
import { searchEngine } from "#search/search-engine.server.ts";
import { findVisible, type VisibleMatch } from "./find-visible.server.ts";
import { keepCorrection } from "./keep-correction.server.ts";
import { readableSpaces } from "../readable-spaces.server.ts";
import { listThreadsById } from "../thread-rows.server.ts";
import type { ThreadRow } from "../thread-view.ts";

/** Matches that are looked at: what a search counts, and how far its pages go. */
export const MATCHES = 1_000;

export type FoundThread = { score: number; coverage: number | null; thread: VisibleMatch };

export type Found = {
  /** Visible matches, best first, with their scores and how much of what was sought they hold. */
  hits: FoundThread[];
  /** Matches of the engine, those included that the actor may not see: never to be shown. */
  looked: number;
  words: string[];
  didYouMean: string | null;
  /** What was written of late may be missing. */
  behind: boolean;
};

/** Everything the actor may see that matches, each match checked against the rows. */
export async function findThreads(
  ctx: Ctx,
  input: Pick<SearchInput, "query" | "filters" | "sort" | "typing"> & { limit?: number },
): Promise<Found> {
  const { matches, words, didYouMean, behind } = await searchEngine(ctx.db).search({
    ...input,
    communityId: ctx.community.id,
    locale: ctx.community.locale,
    spaceIds: await readableSpaces(ctx),
    limit: input.limit ?? MATCHES,
    now: ctx.now,
  });
  const visible = await findVisible(
    ctx,
    matches.map(({ threadId }) => threadId),
  );
  const hits = matches.flatMap(({ threadId, score, coverage = null }) => {
    const thread = visible.get(threadId);
    return thread ? [{ score, coverage, thread }] : [];
  });
  const visibleIds = hits.map(({ thread }) => thread.id);
  return {
    hits,
    looked: matches.length,
    words,
    behind,
    didYouMean: await keepCorrection(ctx, {
      query: input.query,
      corrected: didYouMean,
      visibleIds,
    }),
  };
}

const SHOWN = 20;

/** Threads that the actor may read and that match what was typed, best first, 20 at most. */
export async function searchThreads(ctx: Ctx, query: string): Promise<ThreadRow[]> {
  const { hits } = await findThreads(ctx, { query, limit: 3 * SHOWN });
  return listThreadsById(
    ctx,
    hits.slice(0, SHOWN).map(({ thread }) => thread.id),
  );
}
