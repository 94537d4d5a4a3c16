import { useRef } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { FoundList } from "./found-list.tsx";
import { RecentList } from "./recent-list.tsx";
import "./search-list.css";
import { useCombobox } from "./use-combobox.ts";
import { useListener } from "./use-listener.ts";
import { useRecentSearches } from "./use-recent-searches.ts";
import { useSuggested } from "./use-suggested.ts";
import { useTypedWords } from "./use-typed-words.ts";

type Props = {
  id: string;
  input: HTMLInputElement;
  /** Handle of who searches, empty for guests. */
  owner: string;
};

/** What comes up under a search box: threads for what is typed, recent searches while it is empty. */
export function SearchList({ id, input, owner }: Props) {
  const t = useT();
  const popup = useRef<HTMLDivElement>(null);
  const recent = useRecentSearches(owner);
  const words = useTypedWords(input);
  const found = useSuggested(words);
  const recents = words === "" ? recent.all : [];
  const listId = `${id}-list`;
  const combobox = useCombobox({
    input,
    popup,
    listId,
    words,
    content: found,
    count: found ? found.threads.length + 1 : recents.length && recents.length + 1,
    removable: recents.length,
    onRemove: (at) => recent.forget(recents[at]),
  });
  const { isOpen, active } = combobox;
  useListener(input, "focus", () => {
    recent.readAgain();
    if (input.value === "") combobox.open();
  });
  useListener(input, "click", () => {
    if (!isOpen) combobox.open();
  });
  useListener(input.form, "submit", () => {
    recent.keep(input.value);
    combobox.close();
  });
  const onChosen = (chosen: string, isHere: boolean) => {
    recent.keep(chosen);
    if (isHere) combobox.close();
  };
  const said = found
    ? t("searchBox.found", { count: found.threads.length })
    : t("searchBox.recentFound", { count: recents.length });
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> stands for a form's result */}
      <p role="status">
        <Hidden>{isOpen ? said : ""}</Hidden>
      </p>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the box keeps the focus
        <div ref={popup} className="pl-suggest" onMouseDown={(event) => event.preventDefault()}>
          {found ? (
            <FoundList {...{ listId, words, found, active, onChosen }} />
          ) : (
            <RecentList
              {...{ listId, recents, active, onChosen }}
              onForget={(one) => {
                recent.forget(one);
                input.focus();
              }}
            />
          )}
        </div>
      ) : null}
    </>
  );
}
