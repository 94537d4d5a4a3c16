import type { Ctx } from "#app/lib/ctx.ts";
import { snippetOf } from "#search/snippet.ts";
import type { Facets } from "./count-facets.ts";
import { findFaceted } from "./find-faceted.server.ts";
import { searchStatus } from "./find-visible.server.ts";
import { facetParameter, readFields, type SearchChoice } from "./search-address.ts";
import type { SearchParams } from "./search-filters.ts";
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

/** Counts by facet and value; those of fields by `key:value`, as the parameter has it. */
function countsOf(facets: Facets): FacetCounts {
  const counts: FacetCounts = { kind: {}, status: {}, space: {}, tag: {}, language: {} };
  counts.date = {};
  counts.field = {};
  for (const [facet, values] of facets) {
    for (const { value, count } of values) {
      const { name, value: key } = facetParameter(facet, value);
      if (count > 0) (counts[name] ??= {})[key] = count;
    }
  }
  return counts;
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

/** What was asked for in the address. */
function choiceOf({ date, field, ...params }: SearchParams): SearchChoice {
  const { kind, status, space, tag, language } = params;
  const lists = { kind, status, space, tag, language, date: date ? [date] : undefined };
  const given = Object.entries(lists).flatMap(([facet, values]) =>
    values && values.length > 0 ? [[facet, values]] : [],
  );
  return { ...Object.fromEntries(given), ...readFields(field === undefined ? [] : [field]) };
}

/** A page of a search as programs get it; only what the actor may see is shown and counted. */
export async function searchForApi(ctx: Ctx, params: SearchParams): Promise<SearchAnswer> {
  const start = performance.now();
  const found = await findFaceted(ctx, {
    query: params.q,
    choice: choiceOf(params),
    sort: params.sort,
  });
  const page = found.hits.slice(params.cursor, params.cursor + params.limit);
  const threads = found.hits.map(({ thread }) => thread);
  const [externalIds, texts] = await Promise.all([
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
    facets: countsOf(found.facets),
    didYouMean: found.didYouMean,
    nextCursor: next < threads.length ? String(next) : null,
    tookMs: Math.round(performance.now() - start),
  };
}
