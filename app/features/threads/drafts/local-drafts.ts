/** The fields of a form that make a draft, as typed. */
export type LocalDraft = { at: number; values: Record<string, string> };

/** What of a form is kept; the rest is the form's own. */
export const DRAFT_FIELDS = [
  "title",
  "body",
  "document",
  "spaceSlug",
  "tags",
  "kind",
  "tried",
] as const;

/** A guest's drafts, and a member's while they can't be saved on the server, by member and key. */
function place(owner: string | null, key: string): string {
  return `porchlight:draft:${owner ?? ""}:${key}`;
}

/** A draft in this browser, or `null`; also where storage is closed to us. */
export function readLocal(owner: string | null, key: string): LocalDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place(owner, key)) ?? "null");
    if (typeof stored !== "object" || stored === null) return null;
    const { at, values } = stored as Partial<LocalDraft>;
    if (typeof at !== "number" || typeof values !== "object" || values === null) return null;
    const texts = Object.entries(values).filter((entry) => typeof entry[1] === "string");
    return { at, values: Object.fromEntries(texts) };
  } catch {
    return null;
  }
}

/** Keeps a draft in this browser; false where that isn't possible. */
export function writeLocal(owner: string | null, key: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(place(owner, key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeLocal(owner: string | null, key: string): void {
  try {
    localStorage.removeItem(place(owner, key));
  } catch {
    // Storage that can't be opened holds nothing of ours.
  }
}
