import type { Editor } from "@tiptap/core";

/** Where an `@` or `#` and what follows it stand; positions in the document. */
export interface SuggestionPlace {
  kind: "member" | "tag";
  from: number;
  to: number;
  query: string;
}

const MEMBER = /(?:^|[^\p{L}\p{M}\p{N}_@/.-])@([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]{0,29}|)$/u;
const TAG = /(?:^|[^\p{L}\p{M}\p{N}_#&/.-])#([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]{1,29})$/u;

/** The `@…` or `#…` that ends at the caret, if there is one. */
export function suggestionPlace(editor: Editor): SuggestionPlace | null {
  const { $from, empty, from } = editor.state.selection;
  if (!empty || $from.parent.type.spec.code) return null;
  if (editor.isActive("code") || editor.isActive("link")) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\uFFFC");
  const member = MEMBER.exec(before)?.[1];
  const query = member ?? TAG.exec(before)?.[1];
  if (query === undefined) return null;
  const kind = member === undefined ? "tag" : "member";
  return { kind, from: from - query.length - 1, to: from, query };
}
