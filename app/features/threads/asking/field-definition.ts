import { z } from "zod";
import { InvalidError } from "#app/lib/errors.ts";
import type { FieldKind } from "#db/schema-threads.ts";
import { FIELD_KINDS, FIELD_LIMITS, hasOptions } from "./space-field.ts";

const text = z.string().default("");

/** What the page of a space's fields sends to make or change one. */
export const fieldForm = z.object({
  kind: z.enum(FIELD_KINDS),
  label: text,
  help: text,
  /** One a line. */
  options: text,
  required: text,
});

export type FieldForm = z.infer<typeof fieldForm>;

export type FieldDefinition = {
  kind: FieldKind;
  label: string;
  help: string;
  options: string[];
  required: boolean;
};

function line(given: string, field: string, max: number): string {
  const tidy = given
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  if (tidy.length > max)
    throw new InvalidError({ [field]: { key: "error.tooLong", params: { max } } });
  return tidy;
}

function readOptions(given: string): string[] {
  const lines = given.split("\n").map((option) => line(option, "options", FIELD_LIMITS.option));
  const options = [...new Set(lines.filter((option) => option !== ""))];
  if (options.length < 2) throw new InvalidError({ options: { key: "ask.fieldTwoOptions" } });
  const max = FIELD_LIMITS.options;
  if (options.length > max)
    throw new InvalidError({ options: { key: "ask.fieldManyOptions", params: { max } } });
  return options;
}

/** A field as typed → as it is stored. Throws InvalidError (label, help, options). */
export function readDefinition(given: FieldForm): FieldDefinition {
  const label = line(given.label, "label", FIELD_LIMITS.label);
  if (label === "") throw new InvalidError({ label: { key: "error.required" } });
  return {
    kind: given.kind,
    label,
    help: line(given.help, "help", FIELD_LIMITS.help),
    options: hasOptions(given.kind) ? readOptions(given.options) : [],
    required: given.required !== "",
  };
}
