import { checkName } from "#app/features/members/display-name.ts";
import { checkHandle, handleKeys } from "#app/features/members/handle.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { oneLine } from "./import-words.ts";

const ROOM_FOR_SUFFIX = 18;
const MAX = 30;

function cut(text: string, max: number): string {
  return Array.from(text)
    .slice(0, max)
    .join("")
    .replace(/[-_]+$/, "");
}

/**
 * Handles a member of another place could have here, the best first: what they were called, with
 * their number there, their number alone, with a count.
 */
export function* handlesFor(given: string, key: string, communityName: string): Generator<string> {
  const base = given
    .normalize("NFKC")
    .replace(/[\s.]+/gu, "-")
    .replace(/[^\p{L}\p{M}\p{Nd}_-]/gu, "")
    .replace(/-{2,}/g, "-")
    .replace(/^[-_\p{M}]+/u, "");
  const isGood = (handle: string) => "handle" in checkHandle(handle, communityName);
  const own = cut(base, MAX);
  if (isGood(own)) yield own;
  const number = key.replace(/[^a-z0-9]/gi, "").slice(-10) || "0";
  const numbered = `${cut(base, ROOM_FOR_SUFFIX)}-${number}`;
  if (isGood(numbered)) yield numbered;
  yield `member-${number}`;
  for (let count = 2; count <= 20; count += 1) yield `member-${number}-${count}`;
}

/** Whether nobody has the handle, or one that looks like it; `taken` holds the keys that are. */
export function isFree(handle: string, taken: Set<string>): boolean {
  return handleKeys(handle).every((key) => !taken.has(key));
}

/** A name as it is shown; the handle where there is none, or one that speaks for the place. */
export function importedName(given: string, handle: string, communityName: string): string {
  const checked = checkName(oneLine(given, IMPORT_LIMITS.name), communityName);
  return "name" in checked ? checked.name : handle;
}
