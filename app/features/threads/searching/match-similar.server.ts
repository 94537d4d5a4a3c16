import type { Ctx } from "#app/lib/ctx.ts";
import type { SimilarMatch } from "#search/port.ts";
import { searchEngine } from "#search/search-engine.server.ts";
import { readableSpaces } from "../readable-spaces.server.ts";
import { findVisible, type VisibleMatch } from "./find-visible.server.ts";

export type VisibleSimilar = Omit<SimilarMatch, "threadId"> & { thread: VisibleMatch };

/** Matches that are asked for beyond those to give, since some may not be seen. */
const SPARE = 10;

/** Threads the actor may see that ask what is being asked, the nearest first, however near they are. */
export async function matchSimilar(
  ctx: Ctx,
  question: { title: string; body: string; limit: number },
): Promise<VisibleSimilar[]> {
  const matches = await searchEngine(ctx.db).similar({
    communityId: ctx.community.id,
    locale: ctx.community.locale,
    spaceIds: await readableSpaces(ctx),
    title: question.title,
    body: question.body,
    limit: question.limit + SPARE,
    now: ctx.now,
  });
  const visible = await findVisible(
    ctx,
    matches.map(({ threadId }) => threadId),
  );
  return matches
    .flatMap(({ threadId, ...match }) => {
      const thread = visible.get(threadId);
      return thread ? [{ ...match, thread }] : [];
    })
    .slice(0, question.limit);
}
