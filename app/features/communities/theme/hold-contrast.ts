import { clampChroma, converter, formatHex, wcagContrast } from "culori";

const toOklch = converter("oklch");

/** An OKLCH colour: lightness 0..1, chroma 0..0.4, hue in degrees. */
export type Lch = { l: number; c: number; h: number };

/** Reads "#rrggbb" as OKLCH; a grey gets hue 0 and chroma 0. */
export function readLch(hex: string): Lch {
  const { l, c, h } = toOklch(hex) ?? { l: 0, c: 0, h: 0 };
  return { l, c: c < 0.0005 ? 0 : c, h: h ?? 0 };
}

/** Writes OKLCH as "#rrggbb", lowering chroma (never hue or lightness) until sRGB can show it. */
export function writeHex({ l, c, h }: Lch): string {
  const inRange = { mode: "oklch", l: Math.min(1, Math.max(0, l)), c: Math.max(0, c), h } as const;
  return formatHex(clampChroma(inRange, "oklch"));
}

/** The lowest WCAG 2 contrast (1..21) of a colour over several grounds, all "#rrggbb". */
export function lowestContrast(hex: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => wcagContrast(hex, ground)));
}

const STEP = 0.004;

/**
 * Moves a colour's lightness ("down" or "up") until its rounded hex reaches `ratio` on every
 * ground, or until black or white ends the way. Measured after the gamut clamp, because that is
 * what a reader sees.
 */
export function holdContrast(
  colour: Lch,
  need: { grounds: readonly string[]; ratio: number; toward: "down" | "up" },
): string {
  const step = need.toward === "down" ? -STEP : STEP;
  for (let l = colour.l; ; l += step) {
    const hex = writeHex({ ...colour, l });
    if (lowestContrast(hex, need.grounds) >= need.ratio || l <= 0 || l >= 1) return hex;
  }
}
