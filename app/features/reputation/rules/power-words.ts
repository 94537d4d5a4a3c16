import type { Translate } from "#app/i18n/translate.ts";
import type { Power } from "#app/lib/powers.ts";
import { listWords } from "../formula-words.ts";

/** What a rank unlocks, in words. */
export function powerWords(t: Translate, power: Power): string {
  return t(`rules.power.${power}`);
}

/** Several of them in one sentence. */
export function powerList(t: Translate, powers: readonly Power[]): string {
  return listWords(
    t,
    powers.map((power) => powerWords(t, power)),
  );
}
