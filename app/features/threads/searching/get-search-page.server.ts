import { recordSearch } from "#app/features/insights/record-search.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { splitWords } from "#search/analysis/split-words.ts";
import type { Sought } from "#search/mark-words.ts";
import { parseQuery } from "#search/query/parse-query.ts";
import { findFaceted, type Faceted } from "./find-faceted.server.ts";
import { clearlyFits, loadLikelyFix } from "./likely-fix.server.ts";
import { loadResults } from "./load-results.server.ts";
import { countChosen, type SearchAsk } from "./search-address.ts";
import type { LikelyFixView, SearchPageView, SearchResultView } from "./search-page-view.ts";
import { viewFacets } from "./view-facets.ts";
import { viewResult } from "./view-result.server.ts";

/** Results on a page. */
const A_PAGE = 20;
/** Results while somebody types: what a window shows. */
const TYPED = 8;

export type SearchPageInput = SearchAsk & {
  /** Somebody is still typing. */
  typing?: boolean;
  /** Token of the search that this one goes on from. */
  replaces?: string | null;
};

type Shown = { found: Faceted; results: SearchResultView[]; typed: string[] };

/** The first result's answer, where that is likely all somebody looks for. */
async function findFix(
  ctx: Ctx,
  ask: SearchPageInput,
  shown: Shown,
): Promise<LikelyFixView | null> {
  const { found, results, typed } = shown;
  const [hit] = found.hits;
  const [result] = results;
  const first = ask.page === 1 && ask.sort === "best" && !ask.typing;
  if (!first || !hit || !result || hit.thread.id !== result.id || found.words.length === 0) {
    return null;
  }
  const known = new Set(found.words.map((word) => word.replace(/^=/, "")));
  const telling = typed.filter((word) => known.has(word)).length;
  const fits = clearlyFits({ hit, result }, { total: found.hits.length, typed: telling });
  return fits ? loadLikelyFix(ctx, hit) : null;
}

/** Only what was typed is a search of its own: a page or a filter of it is the same one. */
function record(ctx: Ctx, ask: SearchPageInput, { found, results }: Shown): Promise<string | null> {
  const own = ask.page === 1 && countChosen(ask.choice) === 0 && ask.sort === "best";
  if (!own || ask.typing || ask.query === "") return Promise.resolve(null);
  return recordSearch(ctx, {
    query: ask.query,
    source: "page",
    total: found.hits.length,
    shown: results.map(({ id }) => id),
    ...(ask.replaces ? { replaces: ask.replaces } : {}),
  });
}

const NOTHING = {
  results: [],
  fix: null,
  total: 0,
  more: false,
  pages: 0,
  facets: [],
  didYouMean: null,
  behind: false,
  token: null,
} as const;

/**
 * The search page: a page of results with their marks, facets with their counts, the likely fix. Only
 * what the actor may see is shown and counted. Keeps the search, unless somebody is still typing.
 */
export async function getSearchPage(ctx: Ctx, input: SearchPageInput): Promise<SearchPageView> {
  const { typing = false, replaces: _replaces, ...ask } = input;
  const parsed = parseQuery(ask.query);
  const words = [parsed.words, ...parsed.phrases].join(" ").trim();
  if (ask.query === "" && countChosen(ask.choice) === 0) {
    return { ...NOTHING, results: [], facets: [], ask, words, typing };
  }
  const found = await findFaceted(ctx, { ...ask, typing });
  const total = found.hits.length;
  const pages = Math.ceil(total / A_PAGE);
  const page = Math.min(ask.page, Math.max(1, pages));
  const from = (page - 1) * A_PAGE;
  const hits = found.hits.slice(from, from + (typing ? TYPED : A_PAGE));
  const typed = splitWords(words).map(({ text }) => text);
  const loaded = await loadResults(
    ctx,
    hits.map(({ thread }) => thread.id),
  );
  const sought: Sought = { words: found.words, beside: typed };
  const results = loaded.map((one) => viewResult(ctx, one, sought));
  const shown = { found, results, typed };
  const [fix, token] = await Promise.all([
    findFix(ctx, { ...input, page }, shown),
    record(ctx, { ...input, page }, shown),
  ]);
  return {
    ask: { ...ask, page },
    words,
    results,
    fix,
    total,
    more: found.more,
    pages,
    facets: typing
      ? []
      : viewFacets(ctx.t, {
          facets: found.facets,
          fields: found.fields,
          choice: ask.choice,
          total,
        }),
    didYouMean: total > 0 ? found.didYouMean : null,
    behind: found.behind,
    token,
    typing,
  };
}
