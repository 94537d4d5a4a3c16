import type { Translate } from "#app/i18n/translate.ts";
import { element, quietButton } from "./make-element.ts";

export interface UploadWidgetOptions {
  name: string;
  t: Translate;
  onRetry: () => void;
  onRemove: () => void;
}

/** Stands in the text while a file is on its way: how far it is, or why it failed and what to do. */
export class UploadWidget {
  readonly dom: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly words: HTMLElement;
  private readonly retry: HTMLButtonElement;
  private readonly remove: HTMLButtonElement;
  private readonly options: UploadWidgetOptions;

  constructor(options: UploadWidgetOptions) {
    const { name, t, onRetry, onRemove } = options;
    this.options = options;
    this.dom = element("span", "pl-upload");
    this.dom.contentEditable = "false";
    const label = element("bdi", "pl-upload__name", name);
    this.bar = element("progress", "pl-upload__bar");
    this.bar.max = 1;
    this.bar.setAttribute("aria-label", t("editor.uploading", { name }));
    this.words = element("span", "pl-upload__words");
    this.retry = quietButton(t("editor.uploadRetry"), onRetry);
    this.remove = quietButton(t("editor.uploadCancel"), onRemove);
    this.dom.append(label, this.bar, this.words, this.retry, this.remove);
    this.showProgress(0);
  }

  /** The part that is sent, from 0 to 1. */
  showProgress(part: number): void {
    const { t } = this.options;
    delete this.dom.dataset["failed"];
    this.bar.hidden = false;
    this.bar.value = part;
    this.retry.hidden = true;
    this.remove.textContent = t("editor.uploadCancel");
    this.words.textContent = new Intl.NumberFormat(t.locale, { style: "percent" }).format(part);
  }

  showFailure(why: string): void {
    const { t } = this.options;
    this.dom.dataset["failed"] = "";
    this.bar.hidden = true;
    this.retry.hidden = false;
    this.remove.textContent = t("editor.uploadRemove");
    this.words.textContent = why;
  }
}
