import type { z } from "zod";
import { InvalidError, type ErrorMessage, type FieldErrors } from "#app/lib/errors.ts";
import { checkSettings, type CheckSettings } from "../checks/settings.ts";
import { RULES } from "./rule-fields.ts";
import { typedSettings } from "./rule-values.ts";

const PERCENT = new Set(
  RULES.flatMap(({ id, fields }) =>
    fields.filter(({ kind }) => kind === "percent").map(({ name }) => `${id}.${name}`),
  ),
);

function messageOf(issue: z.core.$ZodIssue, field: string): ErrorMessage {
  const [, , line] = issue.path;
  if (typeof line === "number") return { key: "automod.lineBad", params: { line: line + 1 } };
  const times = PERCENT.has(field) ? 100 : 1;
  if (issue.code === "too_big") {
    return { key: "automod.atMost", params: { max: Number(issue.maximum) * times } };
  }
  if (issue.code === "too_small") {
    return { key: "automod.atLeast", params: { min: Number(issue.minimum) * times } };
  }
  if (field === "outside.url") {
    return { key: "automod.urlBad", params: { example: "https://check.example/ask" } };
  }
  return { key: issue.code === "invalid_type" ? "automod.numberBad" : "error.invalid" };
}

/**
 * The settings that were typed, over those in force: word lists stay as they are. Throws InvalidError
 * with a message for each field, named `check.field`.
 */
export function readRules(form: FormData, current: CheckSettings): CheckSettings {
  const parsed = checkSettings.safeParse(typedSettings(form, current));
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.slice(0, 2).join(".");
    fields[name] ??= messageOf(issue, name);
  }
  throw new InvalidError(fields);
}
