import type { Editor } from "@tiptap/core";
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { placeList } from "./place-list.ts";
import { suggestionPlace, type SuggestionPlace } from "./suggestion-place.ts";
import { useSuggestions, type Suggested } from "./use-suggestions.ts";

export type KeyTaker = { take: (event: KeyboardEvent) => boolean };

type Props = { id: string; editor: Editor; keys: RefObject<KeyTaker> };

function choose(editor: Editor, { from, to }: SuggestionPlace, one: Suggested): void {
  const chosen =
    one.kind === "member"
      ? { type: "mention", attrs: { id: one.member.id, label: one.member.handle } }
      : {
          type: "text",
          text: `#${one.tag.name}`,
          marks: [{ type: "link", attrs: { href: `/tag/${encodeURIComponent(one.tag.slug)}` } }],
        };
  const content = [chosen, { type: "text", text: " " }];
  editor.chain().focus().insertContentAt({ from, to }, content).run();
}

/** Keeps the list at its place in the text, above all else in the page. */
function useListPlace(list: RefObject<HTMLElement>, editor: Editor, from: number | null): void {
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || from === null) return undefined;
    // An older browser shows the list below the text.
    if (!("showPopover" in element)) return undefined;
    element.setAttribute("popover", "manual");
    element.showPopover();
    const place = () => {
      if (from <= editor.state.doc.content.size) placeList(element, editor.view.coordsAtPos(from));
    };
    place();
    const seen = window.visualViewport;
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    seen?.addEventListener("resize", place);
    seen?.addEventListener("scroll", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
      seen?.removeEventListener("resize", place);
      seen?.removeEventListener("scroll", place);
    };
  });
}

/** Says to assistive technology which of the list's options the keys are on. */
function useActiveOption(editor: Editor, listId: string, at: number | null): void {
  useEffect(() => {
    const text = editor.view.dom;
    if (at === null) return undefined;
    const option = `${listId}-${at}`;
    text.setAttribute("aria-controls", listId);
    text.setAttribute("aria-activedescendant", option);
    document.getElementById(option)?.scrollIntoView({ block: "nearest" });
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, listId, at]);
}

/**
 * Members or tags to choose from while an `@` or `#` is being typed; arrows move, Enter and Tab choose,
 * Escape closes.
 */
export function SuggestionList({ id, editor, keys }: Props) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState({ query: "", index: 0 });
  const found = editor.isFocused ? suggestionPlace(editor) : null;
  const place = found && found.from !== dismissed ? found : null;
  const all = useSuggestions(place);
  const isOpen = place !== null && all.length > 0;
  const at = active.query === place?.query ? Math.min(active.index, all.length - 1) : 0;
  const listId = `${id}-${place?.kind ?? "member"}`;
  useListPlace(list, editor, isOpen ? place.from : null);
  useActiveOption(editor, listId, isOpen ? at : null);

  useImperativeHandle(keys, () => ({
    take: (event) => {
      // One after another that was dismissed and deleted opens the list again.
      if (!found) setDismissed(null);
      if (!isOpen || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        const index = (at + step + all.length) % all.length;
        setActive({ query: place.query, index });
      } else if (event.key === "Enter" || event.key === "Tab") choose(editor, place, all[at]!);
      else if (event.key === "Escape") setDismissed(place.from);
      else return false;
      return true;
    },
  }));
  const isTags = place?.kind === "tag";
  const count = { count: all.length, enter: "Enter" };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> stands for a form's result */}
      <p role="status">
        <Hidden>
          {isOpen ? t(isTags ? "editor.tagsFound" : "editor.membersFound", count) : ""}
        </Hidden>
      </p>
      {isOpen ? (
        <div
          ref={list}
          id={listId}
          className="pl-editor__members"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the text keeps the focus and the keys
          role="listbox"
          aria-label={t(isTags ? "editor.tags" : "editor.members")}
        >
          {all.map((one, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the text keeps the focus and the keys
            <div
              key={one.kind === "member" ? one.member.id : one.tag.slug}
              id={`${listId}-${index}`}
              className="pl-editor__member"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(editor, place, one)}
            >
              <Choice one={one} />
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

function Choice({ one }: { one: Suggested }) {
  if (one.kind === "tag") return <b dir="auto">#{one.tag.name}</b>;
  const { name, hue, handle } = one.member;
  return (
    <>
      <Avatar name={name} hue={hue} size={24} />
      <b dir="auto">{name}</b>
      <span className="pl-meta" dir="auto">
        @{handle}
      </span>
    </>
  );
}
