import { Node } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import type { Translate } from "#app/i18n/translate.ts";
import { pictureAddress } from "../rich-text/file-address.ts";
import { safeImageSource } from "../rich-text/safe-address.ts";
import { PictureView } from "./picture-view.ts";

/** True for a picture that was uploaded here. */
function isOwn(src: unknown): boolean {
  return typeof src === "string" && pictureAddress(src) !== null;
}

/**
 * Pictures, inline. The community’s own have a field for their words. Those of other hosts are shown
 * by their words: loading them would tell the host who writes here, and posts show them as links too.
 */
export const Image = Node.create<{ t: Translate | null }>({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  addOptions: () => ({ t: null }),
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
  addNodeView() {
    const { t } = this.options;
    if (!t) return null;
    return ({ node, view, getPos }) => {
      if (isOwn(node.attrs["src"])) return new PictureView({ node, view, getPos, t });
      const dom = document.createElement("span");
      dom.className = "pl-editor__image";
      dom.textContent = String(node.attrs["alt"] ?? "") || String(node.attrs["src"]);
      return { dom };
    };
  },
  addKeyboardShortcuts() {
    return {
      // On a chosen picture Enter leads to its words.
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || !isOwn(selection.node.attrs["src"]))
          return false;
        const box = editor.view.nodeDOM(selection.from);
        const field = box instanceof Element ? box.querySelector("input") : null;
        field?.focus();
        return field !== null;
      },
    };
  },
});
