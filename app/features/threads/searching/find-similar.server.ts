import type { Ctx } from "#app/lib/ctx.ts";
import { searchEngine } from "#search/search-engine.server.ts";
import { snippetOf } from "#search/snippet.ts";
import { findVisible } from "./find-visible.server.ts";
import { readableSpaces } from "../readable-spaces.server.ts";
import { findExternalIds, findTexts } from "./search-api.server.ts";
import type { SimilarParams } from "./search-filters.ts";
import { threadHref } from "../thread-view.ts";

export type SimilarHit = {
  id: number;
  externalId: string | null;
  url: string;
  title: string;
  score: number;
  /** The accepted answer in one line. */
  acceptedAnswer: { id: number; url: string; text: string } | null;
};

export type SimilarAnswer = { hits: SimilarHit[]; tookMs: number };

/** Matches that are asked for beyond those to show, since some may not be seen. */
const SPARE = 10;

/** Threads the actor may see that ask what is being asked, the nearest first. */
export async function findSimilar(ctx: Ctx, params: SimilarParams): Promise<SimilarAnswer> {
  const start = performance.now();
  const matches = await searchEngine(ctx.db).similar({
    communityId: ctx.community.id,
    locale: ctx.community.locale,
    spaceIds: await readableSpaces(ctx),
    title: params.title,
    body: params.body,
    limit: params.limit + SPARE,
    now: ctx.now,
  });
  const visible = await findVisible(
    ctx,
    matches.map(({ threadId }) => threadId),
  );
  const shown = matches
    .flatMap(({ threadId, score }) => {
      const thread = visible.get(threadId);
      return thread ? [{ score, thread }] : [];
    })
    .slice(0, params.limit);
  const [externalIds, answers] = await Promise.all([
    findExternalIds(
      ctx,
      shown.map(({ thread }) => thread.id),
    ),
    findTexts(
      ctx,
      shown.flatMap(({ thread }) => thread.accepted_post_id ?? []),
    ),
  ]);
  const { baseUrl } = ctx.community;
  return {
    hits: shown.map(({ score, thread }) => {
      const answerId = thread.accepted_post_id;
      const answer = answerId === null ? undefined : answers.get(answerId);
      return {
        id: thread.id,
        externalId: externalIds.get(thread.id) ?? null,
        url: baseUrl + threadHref(thread.id, thread.slug),
        title: thread.title,
        score: Math.round(score * 1_000) / 1_000,
        acceptedAnswer:
          answer === undefined
            ? null
            : { id: answerId!, url: `${baseUrl}/p/${answerId}`, text: snippetOf(answer, []) },
      };
    }),
    tookMs: Math.round(performance.now() - start),
  };
}
