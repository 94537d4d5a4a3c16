import { InputRule, Mark } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { safeHref } from "../rich-text/safe-address.ts";

const ADDRESS = /^https?:\/\/[^\s]+$/i;

/** The stored form of an address as typed: without a scheme it is one of the web or a mailbox. */
export function readAddress(typed: string): string | null {
  const value = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@]+$/.test(value)) return safeHref(`mailto:${value}`);
  if (/^[^\s/:]+\.[^\s]+$/.test(value)) return safeHref(`https://${value}`);
  return safeHref(value);
}

/** Links: typed and pasted addresses, Markdown links, an address pasted over selected text. */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { isRequired: true } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute("href") ?? "");
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => ["a", { href: safeHref(String(mark.attrs["href"])) ?? "" }, 0],
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s)(https?:\/\/\S+)\s$/i,
        handler: ({ state, range, match }) => {
          const href = safeHref(match[1]!);
          if (href === null) return null;
          const from = range.from + match[0].indexOf(match[1]!);
          const to = from + match[1]!.length;
          if (state.doc.rangeHasMark(from, to, this.type)) return null;
          state.tr.addMark(from, to, this.type.create({ href }));
          return undefined;
        },
      }),
      new InputRule({
        find: /(?<!!)\[([^[\]]+)\]\(([^\s()]+)\)$/,
        handler: ({ state, range, match }) => {
          const href = readAddress(match[2]!);
          if (href === null) return null;
          const text = state.schema.text(match[1]!, [this.type.create({ href })]);
          state.tr.replaceWith(range.from, range.to, text).removeStoredMark(this.type);
          return undefined;
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const { empty, from, to, $from } = view.state.selection;
            const text = event.clipboardData?.getData("text/plain").trim() ?? "";
            const href = ADDRESS.test(text) ? safeHref(text) : null;
            if (href === null || $from.parent.type.spec.code) return false;
            const mark = type.create({ href });
            const tr = empty
              ? view.state.tr.replaceSelectionWith(view.state.schema.text(text, [mark]), false)
              : view.state.tr.removeMark(from, to, type).addMark(from, to, mark);
            view.dispatch(tr.removeStoredMark(type).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
