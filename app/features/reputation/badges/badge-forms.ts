import { z } from "zod";
import { BADGE_ICONS, TRACKS } from "./built-in-badges.ts";

export const BADGE_LIMITS = { name: 60, description: 200, reason: 300, own: 30 } as const;

export const FORMULA_EXAMPLE = "accepted >= 20 && spaces >= 3";

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

export const giveBadgeForm = z.object({
  handle: z
    .string()
    .transform((given) => given.trim().replace(/^@/, ""))
    .pipe(z.string().min(1).max(60)),
  reason: said(BADGE_LIMITS.reason),
});

export const takeBadgeForm = z.object({
  grant: z.coerce.number().int().positive(),
  reason: said(BADGE_LIMITS.reason),
});

/** A badge of the brand's own: by formula, or by hand without one. */
export const defineBadgeForm = z.object({
  name: said(BADGE_LIMITS.name),
  description: said(BADGE_LIMITS.description),
  icon: z.enum(BADGE_ICONS),
  track: z.enum(TRACKS),
  formula: z.string().trim().max(500).default(""),
});

/** What the brand says of a badge that is there. */
export const adjustBadgeForm = z.object({
  key: z.string().max(40),
  name: line(BADGE_LIMITS.name).default(""),
  shown: z.string().default(""),
});

export const badgeMailsForm = z.object({ mails: z.enum(["on", "off"]) });

export type DefineBadge = z.output<typeof defineBadgeForm>;
