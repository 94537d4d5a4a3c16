import { z } from "zod";

export const PROGRAMME_LIMITS = {
  reason: 500,
  note: 2_000,
  wording: 10_000,
  codes: 20_000,
} as const;

/** Words on one line. */
const line = (max: number) =>
  z
    .string()
    .transform((given) =>
      given
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(max));
const said = (max: number) => line(max).pipe(z.string().min(1));
const handle = z.string().transform((given) => given.trim().replace(/^@/, ""));
const id = z.coerce.number().int().positive();
const ticked = z
  .string()
  .default("")
  .transform((given) => given !== "");

export const nominateForm = z.object({
  handle: handle.pipe(z.string().min(1).max(60)),
  reason: said(PROGRAMME_LIMITS.reason),
});

export const settingsForm = z.object({
  active: ticked,
  months: z.coerce.number().int().min(1).max(36),
  space: z
    .string()
    .default("")
    .transform((given) => Number(given) || null),
  wording: z
    .string()
    .transform((given) => given.toWellFormed().replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(PROGRAMME_LIMITS.wording)),
});

export const acceptForm = z.object({
  version: z.coerce.number().int(),
  agreed: ticked,
  listed: ticked,
});

export const agreeForm = acceptForm.omit({ listed: true });

export const reasonForm = z.object({ reason: line(PROGRAMME_LIMITS.reason).default("") });
export const listedForm = z.object({ listed: ticked });
export const mentorForm = z.object({ term: id, mentor: handle.pipe(z.string().max(60)) });
export const reviewForm = z.object({ term: id, note: said(PROGRAMME_LIMITS.note) });
export const givePerkForm = z.object({ term: id, perk: id });

/** A code a line. */
export const perkForm = z.object({
  name: said(80),
  description: line(500).default(""),
  codes: z
    .string()
    .max(PROGRAMME_LIMITS.codes)
    .transform((given) =>
      given
        .toWellFormed()
        .split("\n")
        .map((code) => code.replace(/[\p{Cc}\s]+/gu, " ").trim())
        .filter((code) => code !== ""),
    )
    .pipe(z.array(z.string().max(200)).min(1)),
});
