import type { Editor } from "@tiptap/core";
import { useEffect, useImperativeHandle, useState, type RefObject } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { useSuggestions } from "./use-suggestions.ts";

/** Where an `@` and what follows it stand; positions in the document. */
export interface MentionPlace {
  from: number;
  to: number;
  query: string;
}

export type KeyTaker = { take: (event: KeyboardEvent) => boolean };

type Props = { id: string; editor: Editor; keys: RefObject<KeyTaker> };

const TYPED = /(?:^|[^\p{L}\p{M}\p{N}_@/.-])@([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]{0,29}|)$/u;

/** The `@…` that ends at the caret, if there is one. */
export function mentionPlace(editor: Editor): MentionPlace | null {
  const { $from, empty, from } = editor.state.selection;
  if (!empty || $from.parent.type.spec.code || editor.isActive("code")) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\uFFFC");
  const query = TYPED.exec(before)?.[1];
  return query === undefined ? null : { from: from - query.length - 1, to: from, query };
}

/** Members to choose from while an `@` is being typed; arrows move, Enter chooses, Escape closes. */
export function MentionList({ id, editor, keys }: Props) {
  const t = useT();
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState({ query: "", index: 0 });
  const found = editor.isFocused ? mentionPlace(editor) : null;
  const place = found && found.from !== dismissed ? found : null;
  const query = place?.query ?? null;
  const members = useSuggestions(query);
  const isOpen = place !== null && members.length > 0;
  const at = active.query === query ? Math.min(active.index, members.length - 1) : 0;

  useEffect(() => {
    const text = editor.view.dom;
    if (!isOpen) return undefined;
    text.setAttribute("aria-controls", `${id}-members`);
    text.setAttribute("aria-activedescendant", `${id}-member-${at}`);
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, isOpen, at]);

  const choose = (index: number) => {
    const member = members[index];
    if (!place || !member) return;
    const mention = { type: "mention", attrs: { id: member.id, label: member.handle } };
    const content = [mention, { type: "text", text: " " }];
    editor.chain().focus().insertContentAt({ from: place.from, to: place.to }, content).run();
  };
  useImperativeHandle(keys, () => ({
    take: (event) => {
      // An `@` after one that was dismissed and deleted opens the list again.
      if (!found) setDismissed(null);
      if (!isOpen || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        const index = (at + step + members.length) % members.length;
        setActive({ query: place.query, index });
      } else if (event.key === "Enter" || event.key === "Tab") choose(at);
      else if (event.key === "Escape") setDismissed(place.from);
      else return false;
      return true;
    },
  }));
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> stands for a form's result */}
      <p role="status">
        <Hidden>
          {isOpen ? t("editor.membersFound", { count: members.length, enter: "Enter" }) : ""}
        </Hidden>
      </p>
      {isOpen ? (
        <div
          id={`${id}-members`}
          className="pl-editor__members"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the text keeps the focus and the keys
          role="listbox"
          aria-label={t("editor.members")}
        >
          {members.map((member, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the text keeps the focus and the keys
            <div
              key={member.id}
              id={`${id}-member-${index}`}
              className="pl-editor__member"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <Avatar name={member.name} hue={member.hue} size={24} />
              <b dir="auto">{member.name}</b>
              <span className="pl-meta" dir="auto">
                @{member.handle}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
