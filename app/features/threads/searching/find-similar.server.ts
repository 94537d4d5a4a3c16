import type { Ctx } from "#app/lib/ctx.ts";
import { snippetOf } from "#search/snippet.ts";
import { matchSimilar } from "./match-similar.server.ts";
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

/** Threads the actor may see that ask what is being asked, the nearest first. */
export async function findSimilar(ctx: Ctx, params: SimilarParams): Promise<SimilarAnswer> {
  const start = performance.now();
  const shown = await matchSimilar(ctx, params);
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
