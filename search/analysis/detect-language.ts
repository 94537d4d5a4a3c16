import { fold } from "./fold.ts";
import { LANGUAGES } from "./languages.ts";

/** Scripts that tell the language, or nearly: the first whose letters make up a third of the text. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Hebrew}/gu, "he"],
];
const LETTERS = /\p{L}/gu;
const READ = 1_000;

const common = new Map<string, string[]>();
for (const [code, language] of Object.entries(LANGUAGES)) {
  for (const word of language.common.split(" ").filter(Boolean)) {
    common.set(word, [...(common.get(word) ?? []), code]);
  }
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * The language a text is written in (ISO 639-1), by its script and its commonest words; `otherwise`
 * where the text doesn't say.
 */
export function detectLanguage(text: string, otherwise: string): string {
  const start = text.slice(0, READ);
  const letters = count(start, LETTERS);
  if (letters === 0) return otherwise;
  for (const [script, language] of SCRIPTS) {
    if (count(start, script) * 3 > letters) return language;
  }
  const votes = new Map<string, number>();
  for (const word of fold(start).split(/[^\p{L}]+/u)) {
    // A word of several languages counts less for each.
    const languages = common.get(word) ?? [];
    for (const code of languages) votes.set(code, (votes.get(code) ?? 0) + 1 / languages.length);
  }
  const own = votes.get(otherwise) ?? 0;
  const [best, most] = [...votes].reduce((a, b) => (b[1] > a[1] ? b : a), [otherwise, own]);
  return most >= own + 1 ? best : otherwise;
}
