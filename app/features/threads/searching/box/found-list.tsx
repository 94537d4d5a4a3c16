import type { MouseEvent } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { Hidden } from "#app/ui/layout.tsx";
import { stateLook } from "#app/ui/state.ts";
import { stateOf } from "../../components/state-look.ts";
import { KeyHints } from "./key-hints.tsx";
import type { SuggestedThread } from "./suggest-threads.server.ts";
import type { Suggested } from "./use-suggested.ts";

type Props = {
  listId: string;
  /** What stands in the box now. */
  words: string;
  found: Suggested;
  active: number;
  /** An option was opened: here, or elsewhere as in another tab. */
  onChosen: (words: string, isHere: boolean) => void;
};

const isAnswered = ({ state, line }: SuggestedThread) =>
  state === "solved" || state === "official" || line !== null;

/** Whether a click opens in this tab. */
export function opensHere(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** Has the community know what was chosen for which words; the browser sends it when it has time. */
function tellChosen({ words, threads }: Suggested, chosen: SuggestedThread): void {
  const shown = threads.map(({ id }) => id).join(",");
  const sent = new URLSearchParams({ q: words, t: String(chosen.id), shown });
  navigator.sendBeacon?.("/suggest/chosen", sent);
}

/** The threads that were found, those with an answer first, and the way to ask what wasn't. */
export function FoundList({ listId, words, found, active, onChosen }: Props) {
  const t = useT();
  const answered = found.threads.filter(isAnswered);
  const others = found.threads.filter((thread) => !isAnswered(thread));
  const open = (thread: SuggestedThread, event: MouseEvent) => {
    tellChosen(found, thread);
    onChosen(found.words, opensHere(event));
  };
  const groups = [
    { name: "answered", title: t("searchBox.answered"), threads: answered, from: 0 },
    { name: "others", title: t("searchBox.others"), threads: others, from: answered.length },
  ].filter(({ threads }) => threads.length > 0);
  const last = found.threads.length;
  return (
    <>
      {last === 0 ? <p className="pl-suggest__none">{t("searchBox.none")}</p> : null}
      <div
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the box keeps the focus and the keys
        role="listbox"
        aria-label={t("searchBox.list")}
        aria-busy={found.words !== words}
      >
        {groups.map(({ name, title, threads, from }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no part of a list
          <div key={name} role="group" aria-labelledby={`${listId}-${name}`}>
            <div className="pl-suggest__h" id={`${listId}-${name}`}>
              {title}
            </div>
            {threads.map((thread, index) => (
              <ThreadOption
                key={thread.id}
                id={`${listId}-${from + index}`}
                thread={thread}
                isActive={active === from + index}
                onOpen={(event) => open(thread, event)}
              />
            ))}
          </div>
        ))}
        <div className="pl-suggest__f">
          <KeyHints enter={t("searchBox.open")} />
          <a
            id={`${listId}-${last}`}
            className="pl-suggest__a"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
            role="option"
            aria-selected={active === last}
            tabIndex={-1}
            href={`/ask?${new URLSearchParams({ title: words }).toString()}`}
            onClick={(event) => onChosen("", opensHere(event))}
          >
            {t("searchBox.ask")}
          </a>
        </div>
      </div>
    </>
  );
}

type OptionProps = {
  id: string;
  thread: SuggestedThread;
  isActive: boolean;
  onOpen: (event: MouseEvent) => void;
};

function ThreadOption({ id, thread, isActive, onOpen }: OptionProps) {
  const t = useT();
  const { key, label } = stateOf(t, thread.state);
  const { icon, className } = stateLook(key);
  const { line, sameHere, kind } = thread;
  const count = { count: sameHere };
  return (
    <a
      id={id}
      className={joinClasses("pl-suggest__i", className)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={thread.href}
      onClick={onOpen}
      onAuxClick={(event) => {
        if (event.button === 1) onOpen(event);
      }}
    >
      <Icon name={icon} />
      <Hidden>{label}</Hidden>
      <span className="pl-suggest__t">
        <span dir="auto">
          {thread.titleParts.map(({ text, hit }, index) =>
            hit ? <mark key={index}>{text}</mark> : text,
          )}
        </span>
      </span>
      {sameHere > 0 ? (
        <span className="pl-meta">
          {t(kind === "idea" ? "searchBox.wanted" : "searchBox.sameHere", count)}
        </span>
      ) : null}
      {line ? (
        <span className="pl-suggest__s pl-clip" dir="auto">
          {line.who ? `${line.who}: ` : ""}
          {line.text}
        </span>
      ) : null}
    </a>
  );
}
