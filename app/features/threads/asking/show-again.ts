import { MAX_TAGS, tagsOf } from "../typed-tags.ts";

/** Tags as they stand in the form, with one more if there is room. */
export function withTag(typed: string, tag: string): string {
  const tags = tagsOf(typed);
  return tags.includes(tag) || tags.length >= MAX_TAGS ? typed : [...tags, tag].join(", ");
}

/**
 * Without JavaScript some buttons of the ask form only change what it shows: its values after that,
 * `null` for a form that is meant to be posted.
 */
export function showAgain(fields: FormData): Record<string, string> | null {
  const buttons = ["showFields", "takeSpace", "takeTag"];
  if (!buttons.some((name) => fields.has(name))) return null;
  const values = Object.fromEntries(
    [...fields].filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string" && !buttons.includes(entry[0]);
    }),
  );
  const [space, tag] = [fields.get("takeSpace"), fields.get("takeTag")];
  if (typeof space === "string") values.spaceSlug = space;
  if (typeof tag === "string") values.tags = withTag(values.tags ?? "", tag);
  return values;
}
