import { Node } from "@tiptap/core";
import { isMentionLabel } from "../rich-text/schema.ts";

/** A member by id; the label is the handle. */
export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ id: { isRequired: true }, label: { isRequired: true } }),
  parseHTML: () => [
    {
      tag: "span[data-mention]",
      getAttrs: (element) => {
        const id = Number(element.getAttribute("data-mention"));
        const label = element.textContent.replace(/^@/, "");
        return Number.isSafeInteger(id) && id > 0 && isMentionLabel(label) ? { id, label } : false;
      },
    },
  ],
  renderHTML: ({ node }) => [
    "span",
    { class: "pl-mention", "data-mention": String(node.attrs["id"]) },
    `@${String(node.attrs["label"])}`,
  ],
  renderText: ({ node }) => `@${String(node.attrs["label"])}`,
});
