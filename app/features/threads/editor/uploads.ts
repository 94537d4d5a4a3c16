import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Translate } from "#app/i18n/translate.ts";
import { givenFiles } from "./given-files.ts";
import { insertUpload } from "./insert-upload.ts";
import { UploadError, uploadFile } from "./upload-file.ts";
import { UploadWidget } from "./upload-widget.ts";

/** So many at a time: a phone's line is not shared by more. */
const AT_ONCE = 2;

interface Item {
  id: number;
  file: File;
  widget: UploadWidget;
  state: "waiting" | "sending" | "failed";
  stop: AbortController;
}

interface Place {
  id: number;
  position: number;
}

/** What changes about the places, beside what the text does to them. */
interface Change {
  add?: Place[];
  remove?: number;
  /** Those that stood where an upload was put in, and come after it. */
  follow?: { from: number; to: number; after: number };
}

export interface UploadsOptions {
  t: Translate;
  /** Something began, ended or failed. */
  onChange: () => void;
  /** What happened, in words, for those who cannot see it. */
  say: (text: string) => void;
}

const KEY = new PluginKey<Place[]>("uploads");

/** The places follow the text; one is gone when what is on both its sides is deleted. */
function movePlaces(tr: Transaction, before: Place[]): Place[] {
  const change = tr.getMeta(KEY) as Change | undefined;
  let places = before;
  if (tr.docChanged && places.length > 0) {
    places = places.flatMap(({ id, position }) => {
      const follow = change?.follow;
      const isNext = follow && position === follow.from && id > follow.after;
      if (isNext) return [{ id, position: follow.to }];
      const { pos, deletedAcross } = tr.mapping.mapResult(position, -1);
      return deletedAcross ? [] : [{ id, position: pos }];
    });
  }
  if (!change) return places;
  return [...places, ...(change.add ?? [])].filter(({ id }) => id !== change.remove);
}

/**
 * The files on their way into a text. Each has a place in the text, in the order they were given, and
 * the text can be written on meanwhile.
 */
export class Uploads {
  readonly plugin: Plugin<Place[]>;
  private readonly options: UploadsOptions;
  private readonly items = new Map<number, Item>();
  private view: EditorView | null = null;
  private serial = 0;

  constructor(options: UploadsOptions) {
    this.options = options;
    this.plugin = this.makePlugin();
  }

  /** How many are on their way, and how many failed and are still there. */
  count(): { sending: number; failed: number } {
    const states = [...this.items.values()].map(({ state }) => state);
    const failed = states.filter((state) => state === "failed").length;
    return { sending: states.length - failed, failed };
  }

  /** Begins to send files; they go where the selection ends, or to `position`. */
  add(files: readonly File[], position?: number): void {
    const { view } = this;
    if (!view || files.length === 0) return;
    const made = files.map((file) => this.makeItem(file));
    const at = position ?? view.state.selection.to;
    const add = made.map(({ id }) => ({ id, position: at }));
    view.dispatch(view.state.tr.setMeta(KEY, { add } satisfies Change).scrollIntoView());
    const { t, say } = this.options;
    say(made.map(({ file }) => t("editor.uploading", { name: file.name })).join(" "));
    this.sendNext();
  }

  private makePlugin(): Plugin<Place[]> {
    const items = this.items;
    return new Plugin<Place[]>({
      key: KEY,
      state: { init: () => [], apply: movePlaces },
      props: {
        decorations(state) {
          const widgets = (KEY.getState(state) ?? []).flatMap(({ id, position }) => {
            const item = items.get(id);
            if (!item) return [];
            const spec = { key: `upload-${id}`, side: id - 1_000_000, stopEvent: () => true };
            return [Decoration.widget(position, () => item.widget.dom, spec)];
          });
          return DecorationSet.create(state.doc, widgets);
        },
        handlePaste: (_view, event) => {
          const files = givenFiles(event.clipboardData);
          this.add(files);
          return files.length > 0;
        },
        handleDrop: (view, event) => {
          const files = givenFiles(event.dataTransfer);
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          this.add(files, place?.pos);
          return files.length > 0;
        },
      },
      view: (view) => {
        this.view = view;
        return { update: () => this.forget(), destroy: () => this.stop() };
      },
    });
  }

  private makeItem(file: File): Item {
    const id = ++this.serial;
    const widget = new UploadWidget({
      name: file.name,
      t: this.options.t,
      onRetry: () => {
        item.state = "waiting";
        widget.showProgress(0);
        this.view?.focus();
        this.sendNext();
      },
      onRemove: () => this.remove(item),
    });
    const item: Item = { id, file, widget, state: "waiting", stop: new AbortController() };
    this.items.set(id, item);
    return item;
  }

  private sendNext(): void {
    const all = [...this.items.values()];
    const room = AT_ONCE - all.filter(({ state }) => state === "sending").length;
    for (const item of all.filter(({ state }) => state === "waiting").slice(0, Math.max(0, room)))
      void this.send(item);
    this.options.onChange();
  }

  private async send(item: Item): Promise<void> {
    item.state = "sending";
    const { t, say } = this.options;
    const { name } = item.file;
    try {
      const uploaded = await uploadFile(item.file, {
        signal: item.stop.signal,
        onProgress: (part) => item.widget.showProgress(part),
      });
      const place = this.placeOf(item);
      if (!place || !this.view) return;
      const { tr } = this.view.state;
      const to = insertUpload(tr, place.position, uploaded);
      const follow = { from: place.position, to, after: item.id };
      this.items.delete(item.id);
      this.view.dispatch(tr.setMeta(KEY, { remove: item.id, follow } satisfies Change));
      say(t(uploaded.kind === "image" ? "editor.pictureAdded" : "editor.fileAdded", { name }));
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      if (!this.items.has(item.id)) return;
      item.state = "failed";
      const why = error.message || t("editor.uploadFailed");
      item.widget.showFailure(why);
      say(`${name}: ${why}`);
    }
    this.sendNext();
  }

  private placeOf(item: Item): Place | undefined {
    return this.view ? KEY.getState(this.view.state)?.find(({ id }) => id === item.id) : undefined;
  }

  private remove(item: Item): void {
    this.view?.dispatch(this.view.state.tr.setMeta(KEY, { remove: item.id } satisfies Change));
    this.view?.focus();
  }

  /** Stops those whose place is gone from the text. */
  private forget(): void {
    const gone = [...this.items.values()].filter((item) => !this.placeOf(item));
    for (const item of gone) {
      this.items.delete(item.id);
      item.stop.abort();
    }
    if (gone.length > 0) this.sendNext();
  }

  private stop(): void {
    this.view = null;
    for (const item of this.items.values()) item.stop.abort();
    this.items.clear();
  }
}
