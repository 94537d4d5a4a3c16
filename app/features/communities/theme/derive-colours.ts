import { formatHex, interpolate } from "culori";
import { holdContrast, lowestContrast, readLch, writeHex } from "./hold-contrast.ts";
import type { Lch } from "./hold-contrast.ts";
import { meaningColours } from "./meaning-colours.ts";
import type { Scheme } from "./meaning-colours.ts";
import type { Theme } from "./theme-schema.ts";

type Tokens = Record<string, string>;
/** Lightness, share of the brand's chroma, and the most chroma a neutral may have. */
type Neutral = readonly [l: number, share: number, most: number];

const NEUTRALS: Record<Scheme, Record<string, Neutral>> = {
  light: {
    page: [1, 0, 0],
    surface: [1, 0, 0],
    raised: [1, 0, 0],
    sunken: [0.977, 0.04, 0.004],
    hover: [0.962, 0.05, 0.005],
    line: [0.915, 0.05, 0.005],
    "line-strong": [0.845, 0.06, 0.007],
    edge: [0.625, 0.1, 0.012],
    ink: [0.215, 0.12, 0.014],
    "ink-2": [0.395, 0.14, 0.016],
    "ink-3": [0.5, 0.14, 0.016],
    "brand-soft": [0.968, 0.16, 0.022],
    "brand-line": [0.865, 0.4, 0.055],
  },
  dark: {
    page: [0.178, 0.07, 0.008],
    surface: [0.212, 0.07, 0.009],
    raised: [0.245, 0.07, 0.01],
    sunken: [0.152, 0.07, 0.007],
    hover: [0.258, 0.08, 0.01],
    line: [0.292, 0.08, 0.01],
    "line-strong": [0.375, 0.08, 0.012],
    edge: [0.575, 0.1, 0.014],
    ink: [0.945, 0.04, 0.005],
    "ink-2": [0.81, 0.06, 0.008],
    "ink-3": [0.71, 0.08, 0.01],
    "brand-soft": [0.252, 0.32, 0.034],
    "brand-line": [0.4, 0.5, 0.055],
  },
};

/** Everything text may stand on; a search match is text on its own ground and measured apart. */
const TEXT_GROUNDS = ["page", "surface", "raised", "sunken", "hover", "brand-soft"];
const MARK_GROUNDS = ["page", "surface", "raised", "sunken", "brand-soft"];

/**
 * Every colour token of a theme in one scheme, as token name (without `--pl-`) to "#rrggbb" (or
 * "transparent"). Contrast contract: ink, ink-2, ink-3, link, link-hover and *-text reach 4.5:1 on
 * page, surface, raised, sunken, hover and brand-soft; on-fill reaches 4.5:1 on fill and
 * fill-hover; edge, mark and focus reach 3:1 on page, surface, raised, sunken and brand-soft.
 */
export function deriveColours(theme: Theme, scheme: Scheme): Tokens {
  const brand = readLch(theme.brand);
  const tokens = neutralColours(brand, scheme);
  const pick = (names: readonly string[]) => names.map((name) => tokens[name]!);
  const textGrounds = pick(TEXT_GROUNDS);
  Object.assign(tokens, brandColours(brand, scheme, textGrounds, pick(MARK_GROUNDS)));
  Object.assign(tokens, buttonColours(theme, scheme, tokens.page!));
  return Object.assign(tokens, meaningColours(scheme, textGrounds));
}

function neutralColours(brand: Lch, scheme: Scheme): Tokens {
  const tokens: Tokens = {};
  const shade = ([l, share, most]: Neutral): Lch => ({
    l,
    c: Math.min(brand.c * share, most),
    h: brand.h,
  });
  for (const [name, neutral] of Object.entries(NEUTRALS[scheme])) {
    tokens[name] = writeHex(shade(neutral));
  }
  const toward = scheme === "light" ? "down" : "up";
  const hold = (name: string, grounds: readonly string[], ratio: number) => {
    const on = grounds.map((ground) => tokens[ground]!);
    tokens[name] = holdContrast(shade(NEUTRALS[scheme][name]!), { grounds: on, ratio, toward });
  };
  for (const ink of ["ink", "ink-2", "ink-3"]) hold(ink, TEXT_GROUNDS, 4.5);
  hold("edge", MARK_GROUNDS, 3);
  return tokens;
}

function brandColours(
  brand: Lch,
  scheme: Scheme,
  textGrounds: readonly string[],
  markGrounds: readonly string[],
): Tokens {
  const { l, c, h } = brand;
  const light = scheme === "light";
  const toward = light ? "down" : "up";
  const text = { grounds: textGrounds, ratio: 4.5, toward } as const;
  const mark = { grounds: markGrounds, ratio: 3, toward } as const;
  const shade = (lightL: number, darkL: number, lightC: number, darkC: number): Lch => ({
    l: light ? Math.min(l, lightL) : Math.max(l, darkL),
    c: Math.min(c, light ? lightC : darkC),
    h,
  });
  const hover = light
    ? { l: Math.min(l - 0.08, 0.385), c: Math.min(c, 0.11), h }
    : { l: Math.max(l, 0.86), c: Math.min(c, 0.08), h };
  const focus = shade(0.55, 0.78, 1, 1);
  focus.c = Math.min(c * 1.2, light ? 0.16 : 0.13);
  const focusHex = holdContrast(focus, mark);
  return {
    link: holdContrast(shade(0.465, 0.785, 0.125, 0.115), text),
    "link-hover": holdContrast(hover, text),
    mark: holdContrast(shade(0.6, 0.7, 0.14, 0.13), mark),
    focus: focusHex,
    halo: `${focusHex}38`,
  };
}

/**
 * The filled button. In light it is the brand colour itself; only mid-tones (L .54 to .62), where
 * neither black nor white text passes, darken. In dark the hue stays, lifts to L .74 and takes dark
 * text. Hover moves away from the text colour, so that contrast only grows.
 */
function buttonColours(theme: Theme, scheme: Scheme, page: string): Tokens {
  const { l, c, h } = readLch(theme.brand);
  const light = scheme === "light";
  const natural = light
    ? { l: l < 0.62 ? Math.min(l, 0.54) : l, c, h }
    : { l: Math.max(l, 0.74), c: Math.min(c, 0.14), h };
  const exact = light ? theme.brandFill : undefined;
  const darkText = writeHex({ l: 0.17, c: Math.min(c * 0.3, 0.03), h });
  const wanted = light ? theme.onBrand : undefined;
  const onFill = chooseText(exact ?? writeHex(natural), [
    wanted,
    light ? "#ffffff" : darkText,
    darkText,
  ]);
  const fill = exact ?? holdContrast(natural, fillNeed(onFill));
  const away = readLch(onFill).l > 0.5 ? "#050505" : "#dcdcdc";
  const mixed = formatHex(interpolate([fill, away], "oklab")(0.14)) ?? fill;
  const hover = lowestContrast(onFill, [mixed]) >= 4.5 ? mixed : fill;
  const edge = { l: Math.min(l, 0.61), c: Math.min(c, 0.13), h };
  return {
    fill,
    "on-fill": onFill,
    "fill-hover": hover,
    "fill-edge": light
      ? holdContrast(edge, { grounds: [page], ratio: 3, toward: "down" })
      : "transparent",
  };
}

function fillNeed(onFill: string) {
  const toward = readLch(onFill).l > 0.5 ? "down" : "up";
  return { grounds: [onFill], ratio: 4.5, toward } as const;
}

/** The first readable candidate; black or white (one of them always reaches 4.5:1) otherwise. */
function chooseText(fill: string, candidates: readonly (string | undefined)[]): string {
  const readable = (hex: string) => lowestContrast(hex, [fill]) >= 4.5;
  const chosen = candidates.find((hex) => hex !== undefined && readable(hex));
  return (chosen ?? (readable("#000000") ? "#000000" : "#ffffff")).toLowerCase();
}
