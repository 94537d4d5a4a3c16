import type { Screened } from "../screened.ts";

/** How much of a text the patterns read, in UTF-16 units: what they cost is bounded. */
const MOST = 20_000;

/** One part of what is screened, with code blanked out, so that places in it stay the same. */
export type Prose = { in: "title" | "text"; text: string };

function withoutCode({ text, code }: Screened): string {
  let [prose, at] = ["", 0];
  for (const { from, to } of (code ?? []).toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    prose += text.slice(at, from) + " ".repeat(Math.max(0, to - from));
    at = to;
  }
  return prose + text.slice(at);
}

/** The title and the text as prose; parts without anything in them are left out. */
export function screenedProse(screened: Screened): Prose[] {
  const parts: Prose[] = [
    { in: "title", text: screened.title.slice(0, MOST) },
    { in: "text", text: withoutCode(screened).slice(0, MOST) },
  ];
  return parts.filter(({ text }) => text.trim() !== "");
}
