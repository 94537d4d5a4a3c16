import { tidyLine } from "#app/features/members/one-line-text.ts";
import { safeHref } from "#app/features/threads/rich-text/safe-address.ts";
import { excerpt } from "#app/features/threads/rich-text/document-to-text.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";

/** One line without control characters, at most `max` UTF-16 code units. */
export function oneLine(text: string, max: number): string {
  return excerpt(tidyLine(text.replace(/\p{Cc}+/gu, " ")), max);
}

/** A title as it is stored; "…" when there is none. */
export function titleOf(given: string): string {
  return oneLine(given, IMPORT_LIMITS.title) || "…";
}

/** A line that may be missing. */
export function maybeLine(text: string | null, max: number): string | null {
  return text === null ? null : oneLine(text, max) || null;
}

/** An address people may be sent to, or null. */
export function webAddress(given: string | null, max: number): string | null {
  const address = given === null ? null : safeHref(given);
  return address !== null && /^https?:/.test(address) && address.length <= max ? address : null;
}
