import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { countChosen, searchHref } from "./search-address.ts";
import type { SearchPageView } from "./search-page-view.ts";

/** Nothing was found: what was tried, what else to try, and asking with the words. */
export function NothingFound({ page }: { page: SearchPageView }) {
  const t = useT();
  const { ask, words } = page;
  // Without quotes and operators more may be found.
  const plain = words.replace(/["“”„«»]/g, "").trim();
  const filtered = countChosen(ask.choice) > 0;
  const tried = words.split(/\s+/).filter((word) => word !== "");
  const title = new URLSearchParams({ title: words }).toString();
  return (
    <div className="pl-empty pl-nothing">
      <span className="pl-empty__i">
        <Icon name="search" />
      </span>
      <h3 className="pl-empty__t">
        {filtered
          ? t("search.noneFits")
          : t("community.searchNone", { query: words === "" ? ask.query : words })}
      </h3>
      {tried.length > 0 ? (
        <p className="pl-nothing__w">
          {t("search.tried")}:{" "}
          {tried.slice(0, 12).map((word, index) => (
            <b key={index} dir="auto">
              {word}
            </b>
          ))}
        </p>
      ) : null}
      <ul>
        <li>{t("search.trySpelling")}</li>
        {plain === "" || plain === ask.query ? null : (
          <li>
            <Link to={searchHref({ ...ask, query: plain, page: 1 })}>
              {t("search.tryPlain", { query: plain })}
            </Link>
          </li>
        )}
        {filtered ? (
          <li>
            <Link to={searchHref({ ...ask, choice: {}, page: 1 })}>{t("search.tryFilters")}</Link>
          </li>
        ) : null}
      </ul>
      <p>{t("community.searchNoneText")}</p>
      <div className="pl-btns">
        <ButtonLink href={words === "" ? "/ask" : `/ask?${title}`} rel="nofollow" variant="primary">
          {t("common.ask")}
        </ButtonLink>
      </div>
    </div>
  );
}
