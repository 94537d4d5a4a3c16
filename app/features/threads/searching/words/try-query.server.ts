import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { explainQuery, type ExplainedWord } from "#search/query/explain-query.server.ts";
import { readableSpaces } from "../../readable-spaces.server.ts";
import { threadHref } from "../../thread-view.ts";
import { findThreads } from "../search-threads.server.ts";
import { seenByGuests } from "./seen-by-guests.server.ts";

export type TriedQuery = {
  query: string;
  words: ExplainedWord[];
  didYouMean: string | null;
  hits: { id: number; title: string; href: string; pinned: boolean; forEverybody: boolean }[];
};

const SHOWN = 8;

async function countSpaces(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom("space")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("community_id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * How a query is understood and what it finds, for who tunes the words of the brand: no more than the
 * actor may see. Nothing of it is kept. Throws SignInNeededError, ForbiddenError.
 */
export async function tryQuery(ctx: Ctx, query: string): Promise<TriedQuery> {
  assertCan(ctx.actor, "tune_search", null);
  const { id: communityId, locale } = ctx.community;
  const [spaceIds, spaces] = await Promise.all([readableSpaces(ctx), countSpaces(ctx)]);
  const scope = { communityId, locale, spaceIds, everywhere: spaceIds.length === spaces };
  const [explained, found] = await Promise.all([
    explainQuery(ctx.db, scope, query),
    findThreads(ctx, { query, limit: 3 * SHOWN }),
  ]);
  const shown = found.hits.slice(0, SHOWN).map(({ thread }) => thread);
  const everybody = await seenByGuests(
    ctx,
    shown.map(({ id }) => id),
  );
  const pinned = new Set(explained.pinned);
  return {
    query,
    words: explained.words,
    didYouMean: found.didYouMean,
    hits: shown.map(({ id, slug, title }) => ({
      id,
      title,
      href: threadHref(id, slug),
      pinned: pinned.has(id),
      forEverybody: everybody.has(id),
    })),
  };
}
