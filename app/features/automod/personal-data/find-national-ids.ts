import type { PersonalSpan } from "./kinds.ts";
import { NATIONAL_IDS } from "./national-ids.ts";
import type { Labels } from "./read-labels.ts";

/** What stands behind "passport no.": digits and capitals in groups. */
const NAMED =
  /(?<![\p{L}\p{N}_])(?=[A-Z]{0,9}\d)[A-Z\d]{1,18}(?:[ ./-][A-Z]{0,2}\d[A-Z\d]{0,13}){0,5}(?:[ -][A-Z](?![\p{L}\p{N}]))?(?![\p{L}\p{N}_])/gu;
const LEAST_DIGITS = 5;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)$/;

/** Numbers of persons of a flat text: by shape and check digit, or behind a word for one. */
export function findNationalIds(flat: string, labels: Labels): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const { shape, passes, common } of NATIONAL_IDS) {
    for (const match of flat.matchAll(shape)) {
      const label = labels.before(match.index, 40)?.kind;
      if (label === "thing" || label === "phone") continue;
      if (common && label !== "id" && !match[0].includes(" ")) continue;
      if (!passes(match[0].replace(/[^A-Z\d]/g, "")) && label !== "id") continue;
      found.push({ kind: "national_id", from: match.index, to: match.index + match[0].length });
    }
  }
  for (const match of flat.matchAll(NAMED)) {
    if (match[0].replace(/\D/g, "").length < LEAST_DIGITS || DATE.test(match[0])) continue;
    if (labels.before(match.index, 28)?.kind !== "id") continue;
    found.push({ kind: "national_id", from: match.index, to: match.index + match[0].length });
  }
  return found;
}
