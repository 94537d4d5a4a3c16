import type { Failure } from "../components/reply-form.tsx";
import { fieldControl, fieldName, type SpaceField } from "./space-field.ts";

const CONTROLS: Record<string, string> = {
  kind: "kind-0",
  title: "ask-title",
  body: "ask-body",
  tried: "ask-tried",
  spaceSlug: "ask-space",
  tags: "ask-tags",
};

/** What is wrong in the ask form, in the form's order, each with the control it is about. */
export function askErrors(
  failure: Failure,
  fields: SpaceField[],
): { fieldId?: string; message: string }[] {
  if (!failure || failure.advice) return [];
  const ofFields = fields.map((field) => ({
    name: fieldName(field.id),
    fieldId: fieldControl(field),
    label: field.label,
  }));
  const known = [
    ...Object.entries(CONTROLS).map(([name, fieldId]) => ({ name, fieldId, label: null })),
    ...ofFields,
  ];
  const errors = known.flatMap(({ name, fieldId, label }) => {
    const message = failure.fields[name];
    if (message === undefined) return [];
    return [{ fieldId, message: label === null ? message : `${label}: ${message}` }];
  });
  return errors.length > 0 ? errors : [{ message: failure.error }];
}
