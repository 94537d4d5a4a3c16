import { z } from "zod";

/**
 * Font stacks a brand may choose from, by key. A closed list: a stack goes into CSS verbatim, so
 * nobody can type one. The `arabic-*` stacks lead with families that carry Arabic letters and fall
 * back to Latin ones; the others fall back to "Noto Sans Arabic" for a mixed page.
 */
export const FONT_STACKS = {
  system:
    'Inter,"Inter Variable",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif',
  humanist:
    'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"Source Sans 3","Noto Sans","Noto Sans Arabic",sans-serif',
  grotesque: '"Helvetica Neue",Helvetica,Arial,"Liberation Sans","Noto Sans Arabic",sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic",Inter,"Noto Sans Arabic",sans-serif',
  rounded:
    'ui-rounded,"SF Pro Rounded",Nunito,"Arial Rounded MT Bold",Inter,"Noto Sans Arabic",system-ui,sans-serif',
  serif: 'Georgia,"Times New Roman","DejaVu Serif","Noto Naskh Arabic",serif',
  "old-style":
    '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Noto Naskh Arabic",serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Noto Naskh Arabic",serif',
  "arabic-sans":
    '"Noto Sans Arabic","SF Arabic","Segoe UI","Geeza Pro",Tahoma,"DejaVu Sans",Inter,system-ui,sans-serif',
  "arabic-naskh":
    '"Noto Naskh Arabic","Geeza Pro","Traditional Arabic","Times New Roman",Amiri,"DejaVu Sans",Georgia,serif',
} as const;

export type FontKey = keyof typeof FONT_STACKS;

const FONT_KEYS = Object.keys(FONT_STACKS) as [FontKey, ...FontKey[]];

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/i, "Write the colour as #rrggbb.");

/**
 * What a brand sets. `brand` is the one colour; `onBrand` is the text wanted on it (kept where it
 * is readable); `brandFill` is the exact button colour in the light theme. `radius` is in px,
 * `density` a factor on rows and controls.
 */
export const themeSchema = z.strictObject({
  brand: hexColour,
  onBrand: hexColour.optional(),
  brandFill: hexColour.optional(),
  radius: z.number().min(0).max(20).optional(),
  density: z.number().min(0.75).max(1.15).optional(),
  font: z.enum(FONT_KEYS).optional(),
  headingFont: z.enum(FONT_KEYS).optional(),
});

export type Theme = z.infer<typeof themeSchema>;

/** The look of a community that has not chosen one. */
export const DEFAULT_THEME: Theme = { brand: "#0a5a6b" };
