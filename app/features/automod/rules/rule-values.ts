import type { CheckSettings } from "../checks/settings.ts";
import { PERSONAL_KINDS } from "../personal-data/kinds.ts";
import { FAILURE_GROUPS, RULES, type RuleField } from "./rule-fields.ts";

type Part = Record<string, unknown>;

function textOf({ kind }: RuleField, value: unknown): string {
  switch (kind) {
    case "flag":
      return value === true ? "yes" : "";
    case "percent":
      return String(Math.round(Number(value) * 100));
    case "lines":
      return (value as string[]).join("\n");
    case "codes":
      return (value as string[]).join(", ");
    case "secret":
      return "";
    default:
      return String(value);
  }
}

/** Settings as the fields of the form hold them; what is not ticked is not there. */
export function valuesOf(settings: CheckSettings): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { id, verdict, spares, fields } of RULES) {
    const part = settings[id] as Part;
    if (verdict) values[`${id}.mode`] = String(part.mode);
    if (spares && part.sparesTrusted === true) values[`${id}.sparesTrusted`] = "yes";
    for (const field of fields) {
      const name = `${id}.${field.name}`;
      if (field.kind === "kinds") {
        for (const kind of part[field.name] as string[]) values[`${name}.${kind}`] = "yes";
      } else {
        const text = textOf(field, part[field.name]);
        if (text !== "" || field.kind !== "flag") values[name] = text;
      }
    }
  }
  for (const group of FAILURE_GROUPS) values[`onFailure.${group}`] = settings.onFailure[group];
  if (settings.imports.openCases) values["imports.openCases"] = "yes";
  return values;
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A number as typed; what is none stays text, which the settings then refuse. */
function numberOf(text: string): unknown {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : text;
}

function valueOf(field: RuleField, name: string, get: (name: string) => string, old: unknown) {
  const text = get(name);
  switch (field.kind) {
    case "flag":
      return text === "yes";
    case "count":
      return numberOf(text);
    case "percent": {
      const number = numberOf(text);
      return typeof number === "number" ? number / 100 : number;
    }
    case "lines":
      return linesOf(text);
    case "codes":
      return [
        ...new Set(
          text
            .toUpperCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        ),
      ];
    case "kinds":
      return PERSONAL_KINDS.filter((kind) => get(`${name}.${kind}`) === "yes");
    case "secret":
      // Never sent to the page, so that an empty field means the one that is there.
      return text === "" ? old : text;
    default:
      return text.trim();
  }
}

/** What was typed, over the settings it was typed into; to be checked by `checkSettings`. */
export function typedSettings(
  form: FormData,
  current: CheckSettings,
): Record<string, Record<string, unknown>> {
  const get = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\u0000", "") : "";
  };
  const typed: Record<string, Record<string, unknown>> = {};
  for (const { id, verdict, spares, fields } of RULES) {
    const part: Part = { ...(current[id] as Part) };
    if (verdict) part.mode = get(`${id}.mode`);
    if (spares) part.sparesTrusted = get(`${id}.sparesTrusted`) === "yes";
    for (const field of fields) {
      part[field.name] = valueOf(field, `${id}.${field.name}`, get, part[field.name]);
    }
    typed[id] = part;
  }
  typed.onFailure = Object.fromEntries(
    FAILURE_GROUPS.map((group) => [group, get(`onFailure.${group}`)]),
  );
  typed.imports = { openCases: get("imports.openCases") === "yes" };
  return typed;
}
