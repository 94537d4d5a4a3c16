import type { Finding } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { screenedProse } from "./screened-prose.ts";

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latn", /\p{Script=Latin}/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Grek", /\p{Script=Greek}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Deva", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Hira", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hang", /\p{Script=Hangul}/gu],
  ["Hani", /\p{Script=Han}/gu],
];
/** Scripts that a language's own script brings along. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Hira", "Hani"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};
const LEAST_LETTERS = 8;
const SHARE = 0.6;

/** Latin is at home everywhere: brands, addresses and code are written in it. */
function scriptsOf(languages: readonly string[]): Set<string> {
  const scripts = languages.map((language) => new Intl.Locale(language).maximize().script ?? "");
  return new Set(["Latn", ...scripts.flatMap((script) => WITH[script] ?? [script])]);
}

/** Mostly in a script that none of the community's languages is written in. */
export const findForeignScript: Pattern = (screened): Finding[] => {
  if (!screened.languages || screened.languages.length === 0) return [];
  const known = scriptsOf(screened.languages);
  const foreign = screenedProse(screened).some(({ text }) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const most = SCRIPTS.filter(([script]) => !known.has(script)).reduce(
      (sum, [, pattern]) => sum + (text.match(pattern)?.length ?? 0),
      0,
    );
    return letters >= LEAST_LETTERS && most / letters >= SHARE;
  });
  return foreign ? [patternFinding("foreignScript", { verdict: "hold" })] : [];
};
