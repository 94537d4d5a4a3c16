import { Node } from "@tiptap/core";
import { safeImageSource } from "../rich-text/safe-address.ts";

/**
 * Pictures, inline. Those of other hosts are shown by their words: loading them would tell the host
 * who writes here, and posts show them as links too.
 */
export const Image = Node.create({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { isRequired: true },
    alt: { default: null },
  }),
  parseHTML: () => [
    {
      tag: "img[src]",
      getAttrs: (element) => {
        const src = safeImageSource(element.getAttribute("src") ?? "");
        return src === null ? false : { src, alt: element.getAttribute("alt") };
      },
    },
  ],
  renderHTML: ({ node }) => {
    const src = String(node.attrs["src"]);
    const alt = String(node.attrs["alt"] ?? "");
    if (src.startsWith("/")) return ["img", { src, alt }];
    return ["span", { class: "pl-editor__image" }, alt || src];
  },
});
