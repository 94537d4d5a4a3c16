import { holdContrast, writeHex } from "./hold-contrast.ts";
import type { Lch } from "./hold-contrast.ts";

export type Scheme = "light" | "dark";

type Shade = readonly [l: number, c: number, h: number];
type Pair = { light: Shade; dark: Shade };
type Family = { text: Pair; soft: Pair; line: Pair; fill: Pair };

/**
 * The five meanings, as OKLCH. Their hues are fixed and never taken from the brand: solved = a
 * customer's problem is fixed, issue = a fault the company knows about, danger = harm or a missed
 * deadline, idea = something that does not exist yet, lamp = recognition of people.
 */
const FAMILIES: Record<string, Family> = {
  solved: {
    text: { light: [0.435, 0.105, 154], dark: [0.815, 0.13, 155] },
    soft: { light: [0.972, 0.021, 157], dark: [0.255, 0.032, 158] },
    line: { light: [0.83, 0.075, 156], dark: [0.415, 0.065, 156] },
    fill: { light: [0.52, 0.128, 153], dark: [0.74, 0.15, 154] },
  },
  issue: {
    text: { light: [0.465, 0.112, 52], dark: [0.83, 0.115, 62] },
    soft: { light: [0.973, 0.02, 66], dark: [0.258, 0.032, 58] },
    line: { light: [0.85, 0.075, 62], dark: [0.43, 0.065, 58] },
    fill: { light: [0.6, 0.145, 48], dark: [0.76, 0.14, 58] },
  },
  danger: {
    text: { light: [0.475, 0.165, 26], dark: [0.8, 0.11, 24] },
    soft: { light: [0.97, 0.018, 22], dark: [0.258, 0.04, 24] },
    line: { light: [0.85, 0.075, 22], dark: [0.43, 0.085, 24] },
    fill: { light: [0.535, 0.185, 27], dark: [0.72, 0.15, 24] },
  },
  idea: {
    text: { light: [0.455, 0.125, 262], dark: [0.815, 0.085, 262] },
    soft: { light: [0.97, 0.016, 262], dark: [0.262, 0.034, 262] },
    line: { light: [0.855, 0.055, 262], dark: [0.425, 0.07, 262] },
    fill: { light: [0.56, 0.15, 262], dark: [0.74, 0.11, 262] },
  },
  lamp: {
    text: { light: [0.46, 0.088, 76], dark: [0.86, 0.105, 84] },
    soft: { light: [0.974, 0.03, 86], dark: [0.268, 0.032, 82] },
    line: { light: [0.865, 0.085, 84], dark: [0.44, 0.065, 82] },
    fill: { light: [0.77, 0.15, 76], dark: [0.83, 0.14, 82] },
  },
};

const ON_STATE = { light: "#ffffff", dark: "#100d0e" } as const;
const MATCH: Pair = { light: [0.93, 0.085, 98], dark: [0.4, 0.075, 92] };

const lch = ([l, c, h]: Shade): Lch => ({ l, c, h });

/**
 * The colours that carry a meaning, for one scheme, as token name to "#rrggbb". `*-text` holds
 * 4.5:1 on every ground and on its own soft ground, `*-fill` 3:1 on every ground (lamp, which is
 * only ever decoration in light, keeps its own lightness), `on-state` 4.5:1 on the danger fill.
 */
export function meaningColours(scheme: Scheme, grounds: readonly string[]): Record<string, string> {
  const toward = scheme === "light" ? "down" : "up";
  const tokens: Record<string, string> = { "on-state": ON_STATE[scheme] };
  for (const [name, family] of Object.entries(FAMILIES)) {
    const soft = writeHex(lch(family.soft[scheme]));
    const textNeed = { grounds: [...grounds, soft], ratio: 4.5, toward } as const;
    tokens[`${name}-text`] = holdContrast(lch(family.text[scheme]), textNeed);
    tokens[`${name}-soft`] = soft;
    tokens[`${name}-line`] = writeHex(lch(family.line[scheme]));
    tokens[`${name}-fill`] =
      name === "lamp"
        ? writeHex(lch(family.fill[scheme]))
        : holdContrast(lch(family.fill[scheme]), { grounds, ratio: 3, toward });
  }
  const danger = lch(FAMILIES.danger!.fill[scheme]);
  const dangerNeed = { grounds: [ON_STATE[scheme]], ratio: 4.5, toward } as const;
  tokens["danger-fill"] = holdContrast(danger, dangerNeed);
  const hover = { ...danger, l: danger.l + (scheme === "light" ? -0.06 : 0.05) };
  tokens["danger-hover"] = holdContrast(hover, dangerNeed);
  tokens.match = writeHex(lch(MATCH[scheme]));
  return tokens;
}
