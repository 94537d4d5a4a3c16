import { MAX_TAGS, tagsOf } from "../typed-tags.ts";

/** Tags as they stand in the form, with one more if there is room. */
export function withTag(typed: string, tag: string): string {
  const tags = tagsOf(typed);
  return tags.includes(tag) || tags.length >= MAX_TAGS ? typed : [...tags, tag].join(", ");
}

/** What was typed in a form. */
export function typedIn(fields: FormData): Record<string, string> {
  return Object.fromEntries(
    [...fields].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/**
 * Without JavaScript some buttons of the ask form only change what it shows: its values after that,
 * `null` for a form that is meant to be posted.
 */
export function showAgain(fields: FormData): Record<string, string> | null {
  const buttons = ["showFields", "takeSpace", "takeTag"];
  if (!buttons.some((name) => fields.has(name))) return null;
  const values = typedIn(fields);
  for (const name of buttons) delete values[name];
  const [space, tag] = [fields.get("takeSpace"), fields.get("takeTag")];
  if (typeof space === "string") values.spaceSlug = space;
  if (typeof tag === "string") values.tags = withTag(values.tags ?? "", tag);
  return values;
}
