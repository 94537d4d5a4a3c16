import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ViewerView } from "#app/features/communities/viewer-view.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import type * as searchList from "./search-list.tsx";

type ListModule = typeof searchList;
type Props = { id: string; placeholder?: string; large?: boolean; submit?: string };

/** What the box is before its list is there. */
const CLOSED = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };

let loading: Promise<ListModule> | null = null;

/** The list's code, once a page; tried again when it failed. */
function loadList(): Promise<ListModule> {
  loading ??= import("./search-list.tsx").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/**
 * A search box that suggests threads as one types. On the server and without JavaScript it is the plain
 * form; the list's code is loaded when somebody comes to the box.
 */
export function SearchCombobox({ id, placeholder, large, submit }: Props) {
  const t = useT();
  const root = useRouteLoaderData<{ viewer: ViewerView }>("root");
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<{ module: ListModule; box: HTMLInputElement } | null>(null);
  const takeOver = () => {
    loadList().then(
      (module) => {
        const box = input.current;
        if (box) setTaken((before) => before ?? { module, box });
      },
      // Without the list one sends the form.
      () => undefined,
    );
  };
  useEffect(() => {
    const box = input.current;
    if (!box) return;
    for (const [name, value] of Object.entries(CLOSED)) box.setAttribute(name, value);
    if (document.activeElement === box) takeOver();
  }, []);
  const label = t("common.searchLabel");
  return (
    <SearchBox
      id={id}
      action="/search"
      label={label}
      placeholder={placeholder ?? label}
      large={large}
      submit={submit}
      inputRef={input}
      onFocus={takeOver}
    >
      {taken ? (
        <taken.module.SearchList id={id} input={taken.box} owner={root?.viewer?.handle ?? ""} />
      ) : null}
    </SearchBox>
  );
}
