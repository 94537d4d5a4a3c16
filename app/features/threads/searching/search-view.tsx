import { useEffect, useRef, useState, type RefObject } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { countChosen } from "./search-address.ts";
import { SearchFacets } from "./search-facets.tsx";
import { SearchForm } from "./search-form.tsx";
import type { SearchPageView } from "./search-page-view.ts";
import { SearchResults } from "./search-results.tsx";
import { SearchTips } from "./search-tips.tsx";
import { useLiveSearch } from "./use-live-search.ts";
import { onResultKey } from "./use-result-keys.ts";
import "./search-page.css";

/** The token of a search also notes clicks on its filtered and further pages. */
function useToken({ token, ask }: SearchPageView): string | null {
  const [kept, setKept] = useState({ token, query: ask.query });
  if (kept.query !== ask.query || (token !== null && token !== kept.token)) {
    setKept({ token, query: ask.query });
  }
  return token ?? (kept.query === ask.query ? kept.token : null);
}

/** Sets the boxes of a form as the address has it, but not the text of who is typing. */
function followAddress(form: HTMLFormElement, query: string): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement)) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = field.dataset.chosen !== undefined;
    } else if (field.name === "q" && field !== document.activeElement) {
      field.value = query;
    }
  }
}

function useFormOf(loaded: SearchPageView, form: RefObject<HTMLFormElement>): void {
  const shown = useRef(loaded);
  useEffect(() => {
    if (shown.current === loaded || !form.current) return;
    shown.current = loaded;
    followAddress(form.current, loaded.ask.query);
  }, [loaded, form]);
}

/** The search page: the box, what narrows the results, the results. All of it is one form. */
export function SearchView({ page: loaded }: { page: SearchPageView }) {
  const t = useT();
  const { form, page, busy, onType, onApply, onSubmit } = useLiveSearch(loaded);
  useFormOf(loaded, form);
  const token = useToken(loaded);
  const { query, choice } = loaded.ask;
  const chosen = countChosen(choice);
  const start = query === "" && chosen === 0;
  const empty = page.ask.query === "" && countChosen(page.ask.choice) === 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of what is inside
    <div className="pl-wrap pl-searchpage" onKeyDown={onResultKey}>
      <h1 className={start ? "pl-h-page pl-searchpage__h" : "pl-hide"}>
        {start
          ? t("community.searchStart")
          : query === ""
            ? t("search.filteredTitle")
            : t("community.searchFor", { query })}
      </h1>
      <SearchForm ask={loaded.ask} form={form} onType={onType} onSubmit={onSubmit} />
      <SearchTips />
      {empty ? null : (
        <div className="pl-searchpage__split">
          {loaded.facets.length > 0 ? (
            <SearchFacets facets={loaded.facets} chosen={chosen} onApply={onApply} />
          ) : null}
          <SearchResults
            page={page}
            loaded={loaded}
            busy={busy}
            token={page.typing ? null : token}
          />
        </div>
      )}
    </div>
  );
}
