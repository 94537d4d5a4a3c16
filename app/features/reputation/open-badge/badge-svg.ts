export type BadgeColours = {
  surface: string;
  line: string;
  ink: string;
  soft: string;
  lamp: string;
  off: string;
};

export type BadgeText = {
  /** Of the member. */
  name: string;
  /** Rank and points, in words. */
  standing: string;
  community: string;
  /** The whole badge in words, for who can't see it. */
  alt: string;
};

export type BadgeLook = {
  /** How many of the five lamps are lit. */
  lit: number;
  rtl: boolean;
  light: BadgeColours;
  dark: BadgeColours;
};

export const BADGE_SIZE = { width: 320, height: 88 } as const;

const LAMPS = 5;
/** The lamps' circle: its middle from the badge's edge, its radius, the gap between lamps. */
const CIRCLE = { x: 46, y: 44, radius: 26, gap: 12 };
const TEXT_AT = 88;
const TEXT_WIDTH = BADGE_SIZE.width - TEXT_AT - 16;
/** What XML 1.0 can't hold at all, not even escaped. */
const UNSPEAKABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Any text → text that an XML document holds, in attributes too. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSPEAKABLE, "")
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** About how wide a letter is, in parts of the size of the text: there is no font to ask. */
function widthOf(letter: string): number {
  if (
    /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      letter,
    )
  )
    return 1.05;
  if (/[\p{Lu}MWmw@%]/u.test(letter)) return 0.72;
  return /[ilj.,:;|!' ]/.test(letter) ? 0.32 : 0.56;
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text that fits into `width` at a size, cut with "…" between letters as readers see them. */
export function fitText(text: string, size: number, width: number): string {
  const whole = text.toWellFormed();
  const parts = [...letters.segment(whole)].map(({ segment }) => segment);
  let used = 0;
  for (const [index, part] of parts.entries()) {
    used += widthOf(part) * size;
    if (used > width)
      return `${parts
        .slice(0, Math.max(0, index - 1))
        .join("")
        .trimEnd()}…`;
  }
  return whole;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** One lamp of the ring, clockwise from the top. */
function lamp(index: number, middle: number): string {
  const at = (degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${round(middle + Math.cos(angle) * CIRCLE.radius)} ${round(CIRCLE.y + Math.sin(angle) * CIRCLE.radius)}`;
  };
  const step = 360 / LAMPS;
  const from = at(index * step + CIRCLE.gap / 2);
  const to = at((index + 1) * step - CIRCLE.gap / 2);
  return `M${from}A${CIRCLE.radius} ${CIRCLE.radius} 0 0 1 ${to}`;
}

/** A star of five rays inside the ring. */
function star(middle: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = ((index * 36 - 90) * Math.PI) / 180;
    const radius = index % 2 === 0 ? 13 : 5.6;
    return `${round(middle + Math.cos(angle) * radius)} ${round(CIRCLE.y + Math.sin(angle) * radius)}`;
  });
  return `M${points.join("L")}Z`;
}

function rules(colours: BadgeColours): string {
  const { surface, line, ink, soft, lamp: lit, off } = colours;
  return `.s{fill:${surface};stroke:${line}}.i{fill:${ink}}.t{fill:${soft}}.o{stroke:${lit}}.f{stroke:${off}}.m{fill:${lit}}`;
}

/**
 * A member's badge as an SVG that stands alone: no script, no font and nothing else is fetched. It is
 * light or dark as its reader's system is. Colours are `#rrggbb`.
 */
export function badgeSvg(text: BadgeText, look: BadgeLook): string {
  const { width, height } = BADGE_SIZE;
  const middle = look.rtl ? width - CIRCLE.x : CIRCLE.x;
  const x = look.rtl ? width - TEXT_AT : TEXT_AT;
  const line = (
    words: string,
    y: number,
    of: { size: number; weight: number; className: string },
  ) =>
    `<text class="${of.className}" x="${x}" y="${y}" font-size="${of.size}" font-weight="${of.weight}" direction="${look.rtl ? "rtl" : "ltr"}">${escapeXml(fitText(words, of.size, TEXT_WIDTH))}</text>`;
  const ring = Array.from(
    { length: LAMPS },
    (_, index) => `<path class="${index < look.lit ? "o" : "f"}" d="${lamp(index, middle)}"/>`,
  ).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">`,
    `<title id="t">${escapeXml(text.alt)}</title>`,
    `<style>${rules(look.light)}@media(prefers-color-scheme:dark){${rules(look.dark)}}</style>`,
    `<rect class="s" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="12"/>`,
    `<g fill="none" stroke-width="4" stroke-linecap="butt">${ring}</g>`,
    `<path class="m" d="${star(middle)}"/>`,
    line(text.name, 34, { size: 17, weight: 650, className: "i" }),
    line(text.standing, 54, { size: 14, weight: 500, className: "t" }),
    line(text.community, 72, { size: 12, weight: 400, className: "t" }),
    "</svg>",
  ].join("");
}
