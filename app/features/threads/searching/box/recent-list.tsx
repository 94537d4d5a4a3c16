import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { opensHere } from "./found-list.tsx";
import { KeyHints } from "./key-hints.tsx";

type Props = {
  listId: string;
  recents: string[];
  active: number;
  onChosen: (words: string, isHere: boolean) => void;
  /** One of them, or all. */
  onForget: (words?: string) => void;
};

/**
 * What was searched for in this browser. A button can't stand in a list of options: those that remove
 * stand beside it, row by row; keys remove with Delete.
 */
export function RecentList({ listId, recents, active, onChosen, onForget }: Props) {
  const t = useT();
  const last = recents.length;
  return (
    <>
      <div className="pl-suggest__h">{t("searchBox.recent")}</div>
      <div className="pl-suggest__r">
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the box keeps the focus and the keys */}
        <div id={listId} role="listbox" aria-label={t("searchBox.recent")}>
          {recents.map((words, index) => (
            <a
              key={words}
              id={`${listId}-${index}`}
              className="pl-suggest__i"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
              role="option"
              aria-selected={active === index}
              aria-keyshortcuts="Delete"
              tabIndex={-1}
              href={`/search?${new URLSearchParams({ q: words }).toString()}`}
              onClick={(event) => onChosen(words, opensHere(event))}
            >
              <Icon name="history" />
              <span className="pl-clip" dir="auto">
                {words}
              </span>
            </a>
          ))}
          <div className="pl-suggest__f">
            <KeyHints enter={t("common.search")} remove={t("searchBox.remove")} />
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box keeps the focus and the keys */}
            <span
              id={`${listId}-${last}`}
              className="pl-suggest__a"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
              role="option"
              aria-selected={active === last}
              tabIndex={-1}
              onClick={() => onForget()}
            >
              {t("searchBox.removeAll")}
            </span>
          </div>
        </div>
        <div className="pl-suggest__x">
          {recents.map((words) => (
            <button
              key={words}
              type="button"
              tabIndex={-1}
              aria-label={t("searchBox.removeOne", { words })}
              onClick={() => onForget(words)}
            >
              <Icon name="x" size={16} />
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
