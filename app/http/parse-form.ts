import type { z } from "zod";
import { InvalidError, type ErrorMessage, type FieldErrors } from "#app/lib/errors.ts";

function messageOf(issue: z.core.$ZodIssue): ErrorMessage {
  if (issue.code === "too_big")
    return { key: "error.tooLong", params: { max: Number(issue.maximum) } };
  if (issue.code === "too_small") {
    return Number(issue.minimum) <= 1
      ? { key: "error.required" }
      : { key: "error.tooShort", params: { min: Number(issue.minimum) } };
  }
  // A schema's own message is a catalogue key, such as "account.badEmail".
  return { key: /^[a-z]+\.[a-zA-Z.]+$/.test(issue.message) ? issue.message : "error.invalid" };
}

/**
 * A submitted form → the schema's value. Unknown fields are dropped, repeated ones keep the first,
 * files are ignored. Throws InvalidError with a message a field.
 */
export function parseForm<Schema extends z.ZodObject>(
  schema: Schema,
  form: FormData,
): z.infer<Schema> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = form.get(name);
    if (typeof value === "string") given[name] = value.replaceAll("\u0000", "");
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "form");
    fields[name] ??=
      given[name] === undefined || given[name] === ""
        ? { key: "error.required" }
        : messageOf(issue);
  }
  throw new InvalidError(fields);
}
