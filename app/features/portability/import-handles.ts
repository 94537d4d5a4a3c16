import { checkName } from "#app/features/members/display-name.ts";
import { checkHandle, handleKeys } from "#app/features/members/handle.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { oneLine } from "./import-words.ts";

const ROOM_FOR_SUFFIX = 18;
const MAX = 30;

function cut(text: string, max: number): string {
  return Array.from(text).slice(0, max).join("").replace(/[-_]+$/, "");
}

/**
 * Handles a member of another place could have here, the best first: what they were called, with
 * their number there, their number alone.
 */
export function handlesFor(given: string, key: string, communityName: string): string[] {
  const base = given
    .normalize("NFKC")
    .replace(/[\s.]+/gu, "-")
    .replace(/[^\p{L}\p{M}\p{Nd}_-]/gu, "")
    .replace(/-{2,}/g, "-")
    .replace(/^[-_\p{M}]+/u, "");
  const number = key.replace(/[^a-z0-9]/gi, "").slice(-10) || "0";
  const wanted = [cut(base, MAX), `${cut(base, ROOM_FOR_SUFFIX)}-${number}`, `member-${number}`];
  const good = wanted.filter((handle) => "handle" in checkHandle(handle, communityName));
  const more = Array.from({ length: 5 }, (_, index) => `member-${number}-${index + 2}`);
  return [...new Set([...good, ...more])];
}

/** The first of the handles that nobody has; `taken` holds the keys that are. */
export function freeHandle(handles: string[], taken: Set<string>): string | null {
  return handles.find((handle) => handleKeys(handle).every((key) => !taken.has(key))) ?? null;
}

/** A name as it is shown; the handle where there is none, or one that speaks for the place. */
export function importedName(given: string, handle: string, communityName: string): string {
  const checked = checkName(oneLine(given, IMPORT_LIMITS.name), communityName);
  return "name" in checked ? checked.name : handle;
}
