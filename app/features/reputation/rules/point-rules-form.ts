import { z } from "zod";
import { POINT_RULES, type PointRules, type PointRule } from "../point-rules.ts";

export const NOTE_LENGTH = 500;

const whole = (max: number, message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value <= max, message);
const points = whole(1_000, "rules.badPoints");
const cap = z
  .string()
  .trim()
  .transform((given) => (given === "" ? null : given))
  .pipe(z.union([z.null(), whole(100_000, "rules.badCap")], { error: "rules.badCap" }));

/** A day of the calendar as the moment it begins, UTC. */
const day = z
  .string()
  .trim()
  .transform((given, context) => {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
    if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given)) return at;
    context.addIssue({ code: "custom", message: "rules.badDay" });
    return z.NEVER;
  });

/** Words on several lines, as they are published. */
export const noteField = z.string().trim().max(NOTE_LENGTH).default("");

type Fields = Record<`points-${PointRule}`, typeof points> & Record<`cap-${PointRule}`, typeof cap>;

const prices = Object.fromEntries(
  POINT_RULES.flatMap((rule) => [
    [`points-${rule}`, points],
    [`cap-${rule}`, cap],
  ]),
) as Fields;

export const pointRulesForm = z.object({
  ...prices,
  from: z.enum(["all", "day"]),
  note: noteField,
  do: z.enum(["try", "publish"]),
  replaces: z.coerce.number().int().min(0),
  figures: z.string().max(64).default(""),
});

/** Read apart, since it only counts when it is chosen. */
export const dayForm = z.object({ day });

/** The rules as a form's fields. */
export function valuesOf(rules: PointRules): Record<string, string> {
  return Object.fromEntries(
    POINT_RULES.flatMap((rule) => [
      [`points-${rule}`, String(rules[rule].points)],
      [`cap-${rule}`, String(rules[rule].dailyCap ?? "")],
    ]),
  );
}

/** A form's fields as rules. */
export function rulesOf(form: z.output<typeof pointRulesForm>): PointRules {
  return Object.fromEntries(
    POINT_RULES.map((rule) => [
      rule,
      { points: form[`points-${rule}`], dailyCap: form[`cap-${rule}`] },
    ]),
  ) as PointRules;
}
