import type { FieldKind } from "#db/schema-threads.ts";

/** The kinds of fields, in the order they are offered. */
export const FIELD_KINDS = ["text", "choice", "choices", "boolean", "number"] as const;

export const FIELD_LIMITS = {
  /** Asked in one space at a time. */
  perSpace: 10,
  label: 60,
  help: 200,
  options: 30,
  option: 60,
  /** What is said in a field for text. */
  text: 120,
} as const;

/** A field as a form asks it. */
export type SpaceField = {
  id: number;
  kind: FieldKind;
  label: string;
  help: string;
  options: string[];
  required: boolean;
};

/** One thing that was said in a field; several choices are several. */
export type FieldValue = { fieldId: number; value: string };

/** A field's name in a form; `.N` after it is the box of its option N. */
export function fieldName(id: number): string {
  return `field-${id}`;
}

/** True for the kinds that offer options. */
export function hasOptions(kind: FieldKind): boolean {
  return kind === "choice" || kind === "choices";
}

/** The control of a field that a message about it leads to. */
export function fieldControl(field: SpaceField): string {
  return field.kind === "choices" ? `${fieldName(field.id)}.0` : fieldName(field.id);
}
