import type { Node } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import type { EditorView, NodeView } from "@tiptap/pm/view";
import type { Translate } from "#app/i18n/translate.ts";
import { MAX_ALT_LENGTH } from "../rich-text/alt-text.ts";
import { pictureAttributes } from "../rich-text/picture-html.ts";
import { element, quietButton } from "./make-element.ts";

export interface PictureViewOptions {
  node: Node;
  view: EditorView;
  getPos: () => number | undefined;
  t: Translate;
}

let serial = 0;

/** A picture in the editor, with the field for its words below it. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement;
  private node: Node;
  private readonly image: HTMLImageElement;
  private readonly field: HTMLInputElement;
  private readonly options: PictureViewOptions;

  constructor(options: PictureViewOptions) {
    const { node, t } = options;
    this.options = options;
    this.node = node;
    this.dom = element("span", "pl-picture-box");
    this.image = element("img", "pl-picture-box__image");
    for (const [name, value] of Object.entries(pictureAttributes(String(node.attrs["src"])))) {
      this.image.setAttribute(name, value);
    }
    this.field = this.makeField();
    const label = element("label", "pl-picture-box__label", t("editor.alt"));
    label.htmlFor = this.field.id;
    const words = element("span", "pl-picture-box__words");
    words.append(
      label,
      this.field,
      quietButton(t("editor.pictureRemove"), () => this.remove()),
    );
    this.dom.append(this.image, words);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs["src"] !== this.node.attrs["src"]) return false;
    this.node = node;
    this.show();
    return true;
  }

  /** What is typed into the field and clicked beside it is not the editor's. */
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("input, button, label") !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private makeField(): HTMLInputElement {
    const field = element("input", "pl-editor__input");
    field.id = `picture-words-${++serial}`;
    field.type = "text";
    field.maxLength = MAX_ALT_LENGTH;
    field.autocomplete = "off";
    field.dir = "auto";
    field.placeholder = this.options.t("editor.altExample");
    field.addEventListener("input", () => this.write());
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
      // Enter would send the form.
      event.preventDefault();
      this.leave();
    });
    return field;
  }

  private show(): void {
    const alt = String(this.node.attrs["alt"] ?? "");
    this.image.alt = alt;
    if (this.field.value !== alt) this.field.value = alt;
  }

  private write(): void {
    const position = this.options.getPos();
    if (position === undefined) return;
    const { view } = this.options;
    view.dispatch(view.state.tr.setNodeAttribute(position, "alt", this.field.value || null));
  }

  /** Back into the text, after the picture. */
  private leave(): void {
    const { view } = this.options;
    const position = this.options.getPos();
    if (position !== undefined) {
      const { tr } = view.state;
      const after = Selection.near(tr.doc.resolve(position + this.node.nodeSize));
      view.dispatch(tr.setSelection(after).scrollIntoView());
    }
    view.focus();
  }

  private remove(): void {
    const position = this.options.getPos();
    const { view } = this.options;
    if (position !== undefined) {
      view.dispatch(view.state.tr.delete(position, position + this.node.nodeSize));
    }
    view.focus();
  }
}
