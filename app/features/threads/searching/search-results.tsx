import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Translate } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { ThreadRows } from "#app/ui/thread-row.tsx";
import { LikelyFix } from "./likely-fix-card.tsx";
import { NothingFound } from "./nothing-found.tsx";
import {
  countChosen,
  SEARCH_SORTS,
  searchHref,
  withoutValue,
  type SearchAsk,
} from "./search-address.ts";
import type { FacetView, SearchPageView } from "./search-page-view.ts";
import { SearchPages } from "./search-pages.tsx";
import { SearchResult } from "./search-result.tsx";

type Props = {
  /** What is shown: maybe of what is still being typed. */
  page: SearchPageView;
  /** The page of the address, with its facets. */
  loaded: SearchPageView;
  busy: boolean;
  token: string | null;
};

function countOf(t: Translate, { total, more }: SearchPageView): string {
  return t(more ? "search.countMany" : "search.count", { count: total });
}

/** Says how many there are once results came without the page's being loaded. */
function useAnnounced(loaded: SearchPageView, text: string): void {
  const said = useRef(loaded);
  useEffect(() => {
    if (said.current === loaded) return;
    said.current = loaded;
    announce(text);
  }, [loaded, text]);
}

/** How many were found, what they are narrowed by, and the results. */
export function SearchResults({ page, loaded, busy, token }: Props) {
  const t = useT();
  const { query } = loaded.ask;
  const results = countOf(t, loaded);
  useAnnounced(loaded, query === "" ? results : t("search.countFor", { results, query }));
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = page.fix ? page.results.slice(1) : page.results;
  const first = page.results[0];
  return (
    <section aria-labelledby="results" aria-busy={busy} className="pl-results">
      <div className="pl-resbar">
        <h2 className="pl-h-sec" id="results" ref={heading} tabIndex={-1}>
          {countOf(t, page)}
        </h2>
        <Chips loaded={loaded} onRemoved={() => heading.current?.focus()} />
        {page.total > 1 ? <Sorts ask={loaded.ask} /> : null}
      </div>
      <div className="pl-results__in">
        <Notes page={page} />
        {page.fix && first ? <LikelyFix result={first} fix={page.fix} token={token} /> : null}
        {rows.length > 0 ? (
          <ThreadRows label={t("search.results")}>
            {rows.map((result) => (
              <SearchResult key={result.id} result={result} token={token} />
            ))}
          </ThreadRows>
        ) : null}
        {page.total === 0 ? <NothingFound page={page} /> : <AskCard words={page.words} />}
        {page.typing ? null : <SearchPages ask={page.ask} pages={page.pages} />}
      </div>
    </section>
  );
}

function chipsOf(facets: FacetView[]) {
  return facets.flatMap(({ name, values }) =>
    values.filter(({ chosen }) => chosen).map(({ value, label }) => ({ name, value, label })),
  );
}

function Chips({ loaded, onRemoved }: { loaded: SearchPageView; onRemoved: () => void }) {
  const t = useT();
  const { ask, facets } = loaded;
  if (countChosen(ask.choice) === 0) return null;
  return (
    <ul className="pl-chips" aria-label={t("search.filtersNow")}>
      {chipsOf(facets).map(({ name, value, label }) => (
        <li key={`${name}=${value}`}>
          <Link
            className="pl-chip pl-chip--on"
            to={searchHref(withoutValue(ask, name, value))}
            preventScrollReset
            onClick={onRemoved}
          >
            <span dir="auto">{label}</span>
            <Icon name="x" size={14} />
            <Hidden>, {t("search.remove")}</Hidden>
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="pl-act"
          to={searchHref({ ...ask, choice: {}, page: 1 })}
          aria-label={t("search.clearAll")}
          preventScrollReset
          onClick={onRemoved}
        >
          {t("search.clear")}
        </Link>
      </li>
    </ul>
  );
}

function Sorts({ ask }: { ask: SearchAsk }) {
  const t = useT();
  return (
    <nav className="pl-seg" aria-label={t("search.sort")}>
      {SEARCH_SORTS.map((sort) => (
        <Link
          key={sort}
          to={searchHref({ ...ask, sort, page: 1 })}
          aria-current={sort === ask.sort ? "true" : undefined}
          preventScrollReset
        >
          {t(`search.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  );
}

function Notes({ page }: { page: SearchPageView }) {
  const t = useT();
  const { didYouMean, ask } = page;
  return (
    <>
      {didYouMean !== null ? (
        <p className="pl-results__note">
          {t("search.showing", { query: didYouMean })}{" "}
          <Link to={searchHref({ ...ask, query: `"${page.words}"`, page: 1 })}>
            {t("search.exactly", { query: page.words })}
          </Link>
        </p>
      ) : null}
      {page.behind ? <p className="pl-results__note pl-meta">{t("search.behind")}</p> : null}
    </>
  );
}

/** The way on for who did not find it: the words come along. */
function AskCard({ words }: { words: string }) {
  const t = useT();
  const title = new URLSearchParams({ title: words }).toString();
  return (
    <div className="pl-askcard">
      <div>
        <h3 className="pl-h-sec">{t("search.askTitle")}</h3>
        <p>{t("search.askText")}</p>
      </div>
      <ButtonLink
        href={words === "" ? "/ask" : `/ask?${title}`}
        rel="nofollow"
        variant="primary"
        size="lg"
      >
        {t("common.ask")}
      </ButtonLink>
    </div>
  );
}
