import type { FormEventHandler, RefObject } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { SearchAsk } from "./search-address.ts";

/** The form that the box and all facets belong to. */
export const FORM_ID = "search-form";

type Props = {
  ask: SearchAsk;
  form: RefObject<HTMLFormElement>;
  onType: () => void;
  onSubmit: FormEventHandler;
};

/** The big box; it has no list of suggestions, for results come up below it. */
export function SearchForm({ ask, form, onType, onSubmit }: Props) {
  const t = useT();
  return (
    <form
      id={FORM_ID}
      ref={form}
      className="pl-search pl-search--lg pl-searchpage__q"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- older browsers do not know <search>
      role="search"
      action="/search"
      onSubmit={onSubmit}
    >
      <label className="pl-hide" htmlFor="search">
        {t("common.searchLabel")}
      </label>
      <div className="pl-search__box">
        <Icon name="search" />
        <input
          id="search"
          name="q"
          type="search"
          placeholder={t("community.searchPlaceholder")}
          defaultValue={ask.query}
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
          data-result-box
          onInput={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) onType();
          }}
          onCompositionEnd={onType}
        />
        <Button variant="primary">{t("common.search")}</Button>
      </div>
      {ask.sort === "best" ? null : <input type="hidden" name="sort" value={ask.sort} />}
    </form>
  );
}
