import { detailsOf, isDetail } from "../asking/field-details.ts";
import { createDraftSaver, type DraftSaver, type SaverStatus } from "./draft-saver.ts";
import { DRAFT_FIELDS, readLocal, removeLocal, writeLocal } from "./local-drafts.ts";
import { sendDraft } from "./send-draft.ts";

export type KeepDraft = {
  form: HTMLFormElement;
  draftKey: string;
  /** The member's handle; `null` for a guest, whose drafts stay in the browser. */
  owner: string | null;
  /** The counter and moment of the draft that the form opened with; zeros without one. */
  sequence: number;
  savedAt: number;
  /** A failed submit is shown: what was typed is there already. */
  failed: boolean;
  onStatus: (status: SaverStatus | "restored") => void;
  /** What waited in this browser, for parts of the form that it brings with it. */
  onRestored?: ((values: Record<string, string>) => void) | undefined;
};

/** Events after which a form may hold something else; the editor's own changes end in one of them. */
const TOUCHES = ["input", "change", "keyup", "paste", "drop", "click"];

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  const given = DRAFT_FIELDS.map((name) => [name, data.get(name)] as const);
  const values = Object.fromEntries(
    given.filter((entry): entry is [(typeof DRAFT_FIELDS)[number], string] => {
      return typeof entry[1] === "string";
    }),
  );
  return { ...values, ...detailsOf(data) };
}

function openedField(field: Element): string | null {
  if (field instanceof HTMLTextAreaElement) return field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.options].find((option) => option.defaultSelected);
    return (chosen ?? field.options[0])?.value ?? null;
  }
  if (!(field instanceof HTMLInputElement)) return null;
  if (field.type === "radio" || field.type === "checkbox") {
    return field.defaultChecked ? field.value : null;
  }
  return field.defaultValue;
}

/** What the form came with: something may have been typed before this script ran. */
function openedWith(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of DRAFT_FIELDS) {
    const fields = [...form.elements].filter((field) => field.getAttribute("name") === name);
    const value = fields.map(openedField).find((text) => text !== null);
    if (value !== undefined) values[name] = value!;
  }
  for (const field of form.elements) {
    const name = field.getAttribute("name") ?? "";
    const value = isDetail(name) ? openedField(field) : null;
    if (value !== null) values[name] = value;
  }
  return values;
}

/** Puts values into a form's fields, telling whoever listens. */
function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

/** What waits in this browser and is newer than what the form opened with. */
function waiting({ owner, draftKey, savedAt }: KeepDraft) {
  const places = owner !== null && draftKey === "ask" ? [owner, null] : [owner];
  return places
    .map((place) => readLocal(place, draftKey))
    .filter((draft) => draft !== null && draft.at > savedAt)
    .sort((a, b) => b!.at - a!.at)[0];
}

function makeSaver(options: KeepDraft): DraftSaver {
  const { form, draftKey, owner, sequence, onStatus } = options;
  const keepHere = () => writeLocal(owner, draftKey, { at: Date.now(), values: valuesOf(form) });
  return createDraftSaver({
    read: () => JSON.stringify(valuesOf(form)),
    opened: JSON.stringify(openedWith(form)),
    sequence,
    onStatus,
    send: async (_content, own, leaving) => {
      if (owner === null) return keepHere() ? { saved: true, stored: own } : null;
      // The page may be gone before an answer comes.
      if (leaving) keepHere();
      const fields = new URLSearchParams(valuesOf(form));
      const data = new FormData(form);
      for (const name of ["baseRevision", "idempotencyKey"]) {
        const value = data.get(name);
        if (typeof value === "string" && value !== "") fields.set(name, value);
      }
      fields.set("draftKey", draftKey);
      fields.set("draftSequence", String(own));
      const sent = await sendDraft(fields, leaving);
      if (sent) removeLocal(owner, draftKey);
      else keepHere();
      return sent;
    },
  });
}

/**
 * Saves a form as one types, and fills it with what waits in this browser (a guest's text, or a
 * member's that could not be sent). Gives what the "Save draft" button does, and how to stop.
 */
export function keepDraft(options: KeepDraft): { save: () => void; stop: () => void } {
  const { form, draftKey, owner, failed, onStatus } = options;
  const saver = makeSaver(options);
  const found = failed ? undefined : waiting(options);
  if (found) {
    options.onRestored?.(found.values);
    fill(form, found.values);
    onStatus("restored");
    if (owner !== null) saver.dirty();
  }
  if (owner !== null && draftKey === "ask") removeLocal(null, draftKey);

  const touched = () => saver.touched();
  const leaving = () => saver.flush(true);
  const hidden = () => {
    if (document.visibilityState === "hidden") saver.flush(true);
  };
  const sending = () => {
    saver.pause();
    if (owner !== null) removeLocal(owner, draftKey);
  };
  for (const name of TOUCHES) form.addEventListener(name, touched);
  form.addEventListener("submit", sending);
  touched();
  addEventListener("pagehide", leaving);
  document.addEventListener("visibilitychange", hidden);
  return {
    save: () => {
      saver.dirty();
      saver.flush();
    },
    stop: () => {
      for (const name of TOUCHES) form.removeEventListener(name, touched);
      form.removeEventListener("submit", sending);
      removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", hidden);
      saver.flush(true);
      saver.pause();
    },
  };
}
