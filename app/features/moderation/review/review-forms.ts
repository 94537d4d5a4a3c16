import { z } from "zod";
import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { REVIEW_ANSWERS, REVIEW_KINDS, type ReviewSettings } from "./review-rules.ts";

export const voteForm = z.object({
  turn: z.coerce.number().int().positive(),
  answer: z.enum(REVIEW_ANSWERS),
});

export const proposeForm = z.object({ what: z.enum(["close", "duplicate"]) });
export const proposeCloseForm = z.object({ reason: z.string().max(2_000).default("") });
export const proposeDuplicateForm = z.object({ target: z.string().max(500).default("") });

export const SETTING_FIELDS = ["enabled", "minimum", "needed", "share", "known"] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];

/** The name of a field of a kind's settings. */
export function settingName(field: SettingField, kind: ReviewKind): string {
  return `${field}-${kind}`;
}

const text = z.string().max(20).default("");

export const reviewSettingsForm = z.object({
  day: text,
  ...(Object.fromEntries(
    REVIEW_KINDS.flatMap((kind) => SETTING_FIELDS.map((field) => [settingName(field, kind), text])),
  ) as Record<string, typeof text>),
});

/** Submitted settings. Throws InvalidError. */
export function settingsOf(given: Record<string, string>): {
  settings: ReviewSettings;
  day: number;
} {
  const fields: FieldErrors = {};
  const number = (name: string, min: number, max: number): number => {
    const value = Number(given[name]?.trim() || Number.NaN);
    if (!Number.isInteger(value) || value < min || value > max) {
      fields[name] = { key: "review.numberBad", params: { min, max } };
    }
    return value;
  };
  const settings = Object.fromEntries(
    REVIEW_KINDS.map((kind) => {
      const minimum = given[settingName("minimum", kind)] ?? "";
      if (!/^(review|super_user|rank:\d{1,2})$/.test(minimum)) {
        fields[settingName("minimum", kind)] = { key: "error.invalid" };
      }
      return [
        kind,
        {
          enabled: given[settingName("enabled", kind)] === "yes",
          minimum,
          needed: number(settingName("needed", kind), 2, 5),
          share: number(settingName("share", kind), 0, 100),
          knownShare: number(settingName("known", kind), 0, 50),
        },
      ];
    }),
  ) as ReviewSettings;
  const day = number("day", 1, 500);
  if (Object.keys(fields).length > 0) throw new InvalidError(fields);
  return { settings, day };
}
