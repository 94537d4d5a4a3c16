import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { snippetOf } from "#search/snippet.ts";
import { searchStatus, type VisibleMatch } from "./find-visible.server.ts";
import type { SearchParams } from "./search-filters.ts";
import { findThreads } from "./search-threads.server.ts";
import { threadHref } from "../thread-view.ts";

export type FacetCounts = Record<string, Record<string, number>>;

export type SearchAnswer = {
  hits: {
    id: number;
    externalId: string | null;
    url: string;
    title: string;
    snippet: string;
    kind: string;
    status: string;
    space: string;
    score: number;
  }[];
  total: number;
  facets: FacetCounts;
  didYouMean: string | null;
  nextCursor: string | null;
  tookMs: number;
};

/** How many of the visible matches there are of each kind, status, space and tag. */
async function countFacets(ctx: Ctx, threads: VisibleMatch[]): Promise<FacetCounts> {
  const facets: FacetCounts = { kind: {}, status: {}, space: {}, tag: {} };
  const add = (facet: string, value: string, count = 1): void => {
    facets[facet]![value] = (facets[facet]![value] ?? 0) + count;
  };
  for (const thread of threads) {
    add("kind", thread.kind);
    add("status", searchStatus(thread));
    add("space", thread.space_slug);
  }
  if (threads.length === 0) return facets;
  const tags = await ctx.db
    .selectFrom("thread_tag")
    .innerJoin("tag", (join) =>
      join
        .onRef("tag.community_id", "=", "thread_tag.community_id")
        .onRef("tag.id", "=", "thread_tag.tag_id"),
    )
    .select(["tag.slug", sql<number>`count(*)::int`.as("count")])
    .where("thread_tag.community_id", "=", ctx.community.id)
    .where(
      "thread_tag.thread_id",
      "in",
      threads.map((thread) => thread.id),
    )
    .groupBy("tag.slug")
    .execute();
  for (const { slug, count } of tags) add("tag", slug, count);
  return facets;
}

/** Ids that threads were imported with, by thread. */
export async function findExternalIds(ctx: Ctx, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("import_record")
    .select(["target_id", "source_id"])
    .where("community_id", "=", ctx.community.id)
    .where("kind", "=", "thread")
    .where("target_id", "in", ids)
    .orderBy("source", "desc")
    .execute();
  return new Map(rows.map((row) => [row.target_id, row.source_id]));
}

/** Texts to quote from: of the opening post, else of the answer that is asked for. */
export async function findTexts(ctx: Ctx, postIds: number[]): Promise<Map<number, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("post")
    .select(["id", "text"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "in", postIds)
    .where("state", "=", "published")
    .execute();
  return new Map(rows.map((row) => [row.id, row.text]));
}

const orUndefined = (list: string[] | undefined) => (list && list.length > 0 ? list : undefined);

/** What was asked for in the address, and nothing else: a filter that is there replaces the typed one. */
function filtersOf(params: SearchParams) {
  const filters = {
    kind: orUndefined(params.kind),
    status: orUndefined(params.status),
    space: orUndefined(params.space),
    tag: orUndefined(params.tag),
    language: orUndefined(params.language),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** A page of a search as programs get it; only what the actor may see is shown and counted. */
export async function searchForApi(ctx: Ctx, params: SearchParams): Promise<SearchAnswer> {
  const start = performance.now();
  const found = await findThreads(ctx, {
    query: params.q,
    filters: filtersOf(params),
    sort: params.sort,
  });
  const page = found.hits.slice(params.cursor, params.cursor + params.limit);
  const threads = found.hits.map(({ thread }) => thread);
  const [facets, externalIds, texts] = await Promise.all([
    countFacets(ctx, threads),
    findExternalIds(
      ctx,
      page.map(({ thread }) => thread.id),
    ),
    findTexts(
      ctx,
      page.flatMap(({ thread }) => thread.opening_post_id ?? []),
    ),
  ]);
  const next = params.cursor + page.length;
  return {
    hits: page.map(({ score, thread }) => ({
      id: thread.id,
      externalId: externalIds.get(thread.id) ?? null,
      url: ctx.community.baseUrl + threadHref(thread.id, thread.slug),
      title: thread.title,
      snippet: snippetOf(texts.get(thread.opening_post_id ?? 0) ?? "", found.words),
      kind: thread.kind,
      status: searchStatus(thread),
      space: thread.space_slug,
      score: Math.round(score * 1_000) / 1_000,
    })),
    total: threads.length,
    facets,
    didYouMean: found.didYouMean,
    nextCursor: next < threads.length ? String(next) : null,
    tookMs: Math.round(performance.now() - start),
  };
}
