import { FIELD_LIMITS } from "./space-field.ts";

const NAME = /^field-[1-9]\d{0,14}(\.\d{1,2})?$/;
const MAX_NAMES = FIELD_LIMITS.perSpace * FIELD_LIMITS.options;
const MAX_LENGTH = 300;

/** True for the name of a space's field in a form, and of one of its boxes. */
export function isDetail(name: string): boolean {
  return NAME.test(name);
}

/**
 * What stands in a form's fields of its space, by name, as typed: unchecked, but bounded. What is
 * too long is cut; PostgreSQL keeps neither NUL nor half a surrogate pair.
 */
export function detailsOf(entries: Iterable<[string, unknown]>): Record<string, string> {
  const details: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of entries) {
    if (typeof value !== "string" || !isDetail(name) || count >= MAX_NAMES) continue;
    count += 1;
    details[name] = value.slice(0, MAX_LENGTH).replaceAll("\u0000", "").toWellFormed();
  }
  return details;
}
