/** Where a draft belongs: the ask page, a thread it answers, a post it replies to, a post it edits. */
export type DraftKey = `ask` | `ask:${string}` | `${"answer" | "reply" | "edit"}:${number}`;

const KEY = /^(ask(:[a-z0-9]{1,12})?|(answer|reply|edit):[1-9]\d{0,14})$/;

/** A draft's key as it stands in a form or an address → key; `null` for anything else. */
export function draftKeyOf(text: unknown): DraftKey | null {
  return typeof text === "string" && KEY.test(text) ? (text as DraftKey) : null;
}

/** The key of a question's draft → key; the ordinary one for anything else. */
export function askKeyOf(text: unknown): DraftKey {
  const key = draftKeyOf(text);
  return key?.startsWith("ask") ? key : "ask";
}

/** What a key points at: `["answer", 12]`; the id of a question's draft is `null`. */
export function draftTarget(key: DraftKey): ["ask" | "answer" | "reply" | "edit", number | null] {
  const [kind, id] = key.split(":");
  if (kind === "answer" || kind === "reply" || kind === "edit") return [kind, Number(id)];
  return ["ask", null];
}
