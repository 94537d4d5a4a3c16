import { InvalidError, type ErrorMessage, type FieldErrors } from "#app/lib/errors.ts";
import { plainDigits } from "#app/lib/plain-digits.ts";
import { fieldName, FIELD_LIMITS, type FieldValue, type SpaceField } from "./space-field.ts";

type Given = Record<string, string>;
type Read = { values: string[] } | { problem: ErrorMessage };

const NUMBER = /^[-+]?\d{1,15}(\.\d{1,6})?$/;

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** A number as typed, in Latin or Arabic digits → as it is stored: "7", "-0.5". */
function readNumber(text: string): Read {
  const plain = plainDigits(text).replace(/[,٫]/, ".");
  if (!NUMBER.test(plain)) return { problem: { key: "ask.fieldNumber" } };
  // Not by Number: fifteen digits and six more are too many for one.
  const [whole = "", rest = ""] = plain.replace(/^[-+]/, "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  const fraction = rest.replace(/0+$/, "");
  const size = fraction === "" ? digits : `${digits}.${fraction}`;
  return { values: [plain.startsWith("-") && size !== "0" ? `-${size}` : size] };
}

function chosen(field: SpaceField, values: string[]): Read {
  const unknown = values.some((value) => !field.options.includes(value));
  if (unknown) return { problem: { key: "ask.fieldNotListed" } };
  return { values: [...new Set(values)] };
}

function boxes(field: SpaceField, given: Given): string[] {
  const prefix = `${fieldName(field.id)}.`;
  return Object.entries(given)
    .filter(([name]) => name.startsWith(prefix))
    .map(([, value]) => tidy(value))
    .filter((value) => value !== "");
}

function readOne(field: SpaceField, given: Given): Read {
  if (field.kind === "choices") return chosen(field, boxes(field, given));
  const text = tidy(given[fieldName(field.id)] ?? "");
  if (text === "") return { values: [] };
  if (field.kind === "choice") return chosen(field, [text]);
  if (field.kind === "number") return readNumber(text);
  if (field.kind === "boolean") {
    const known = text === "yes" || text === "no";
    return known ? { values: [text] } : { problem: { key: "ask.fieldNotListed" } };
  }
  const max = FIELD_LIMITS.text;
  // The database counts characters, not code units; this is never more lenient.
  return text.length > max
    ? { problem: { key: "error.tooLong", params: { max } } }
    : { values: [text] };
}

/**
 * What was said in the fields of a space, checked against them and in their order. What belongs to
 * no field is left out. Throws InvalidError by `fieldName`; `demand` makes required fields so.
 */
export function readFieldValues(
  fields: SpaceField[],
  given: Given,
  { demand }: { demand: boolean },
): FieldValue[] {
  const wrong: FieldErrors = {};
  const read: FieldValue[] = [];
  for (const field of fields) {
    const result = readOne(field, given);
    if ("problem" in result) wrong[fieldName(field.id)] = result.problem;
    else if (result.values.length === 0 && field.required && demand)
      wrong[fieldName(field.id)] = { key: "error.required" };
    else read.push(...result.values.map((value) => ({ fieldId: field.id, value })));
  }
  if (Object.keys(wrong).length > 0) throw new InvalidError(wrong);
  return read;
}
