import type { ErrorMessage } from "#app/lib/errors.ts";
import { speaksForThePlace } from "./handle.ts";
import { hasControls, tidyLine } from "./one-line-text.ts";

export const NAME_MAX = 60;
/** How many products a profile lists, and how long each may be. */
export const PRODUCTS = { count: 10, length: 60 } as const;
export const BIO_MAX = 500;

/**
 * A typed display name → the one to keep, one line of any letters, or what is wrong with it.
 * `communityName` as in `checkHandle`.
 */
export function checkName(
  typed: string,
  communityName: string | null,
): { name: string } | { problem: ErrorMessage } {
  if (hasControls(typed)) return { problem: { key: "account.nameShape" } };
  const name = tidyLine(typed);
  if (name === "") return { problem: { key: "error.required" } };
  if (Array.from(name).length > NAME_MAX) {
    return { problem: { key: "error.tooLong", params: { max: NAME_MAX } } };
  }
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return { problem: { key: "account.nameShape" } };
  if (communityName !== null && speaksForThePlace(name, communityName))
    return { problem: { key: "account.nameReserved" } };
  return { name };
}
