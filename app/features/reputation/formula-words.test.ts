import { describe, expect, it } from "vitest";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { sayFormula } from "./formula-words.ts";
import { METRICS } from "./metrics.ts";
import { isFault, readFormula } from "./rank-formula.ts";
import { rankName } from "#app/features/members/rank-name.ts";

function say(locale: "en" | "ar" | "de", text: string): string {
  const formula = readFormula(text);
  if (isFault(formula)) throw new Error(`${formula.fault}: ${formula.part}`);
  return sayFormula(translatorOf(locale), formula);
}

describe("a formula in words", () => {
  it.each([
    ["points >= 50", "at least 50 points"],
    ["accepted > 0", "at least 1 accepted answer"],
    ["accepted > 2.5", "at least 3 accepted answers"],
    ["days_away < 60", "at most 59 days since the last post"],
    ["days_away <= 60", "at most 60 days since the last post"],
    ["60 >= days_away", "at most 60 days since the last post"],
    ["2 < spaces", "at least 3 spaces in which a post helped"],
    ["questions == 1", "exactly 1 question asked"],
    ["edits != 0", "anything but 0 edits of what others wrote"],
    ["!(days_away > 100)", "at most 100 days since the last post"],
    [
      "points_year >= 1000 && accepted >= 10",
      "at least 1,000 points from the last 365 days and at least 10 accepted answers",
    ],
    [
      "accepted >= 3 || helpful >= 20 || edits >= 5",
      "at least 3 accepted answers, at least 20 helpful votes received or at least 5 edits of what others wrote",
    ],
    [
      "accepted >= 3 || helpful >= 20 && points >= 5",
      "at least 3 accepted answers or (at least 20 helpful votes received and at least 5 points)",
    ],
    ["!(accepted < 3 || points < 50)", "at least 3 accepted answers and at least 50 points"],
    ["accepted / answers >= 0.3", "accepted answers divided by answers: at least 0.3"],
    [
      "(accepted + helpful) * 2 > points",
      "(accepted answers plus helpful votes received) times 2: more than points",
    ],
  ])("%s", (text, words) => {
    expect(say("en", text)).toBe(words);
  });

  it("speaks German and Arabic", () => {
    expect(say("de", "points_year >= 250 && days_active_year >= 7")).toBe(
      "mindestens 250 Punkte aus den letzten 365\u00a0Tagen und mindestens 7 Tage mit einem Beitrag in den letzten 365\u00a0Tagen",
    );
    expect(say("ar", "accepted >= 3 || points >= 50")).toBe(
      "3 إجابات مقبولة على الأقل أو 50 نقطة على الأقل",
    );
  });

  it("has words for every figure in every language", () => {
    for (const locale of ["en", "ar", "de"] as const) {
      for (const metric of METRICS) {
        for (const text of [`${metric} >= 3`, `${metric} * 2 > answers`]) {
          expect(say(locale, text)).not.toMatch(/rules\.|_/);
        }
      }
    }
  });
});

describe("names of ranks", () => {
  it("are translated while they are the default’s", () => {
    const [newcomer] = DEFAULT_RANKS;
    expect(rankName(translatorOf("de"), newcomer!)).toBe("Neuling");
    expect(rankName(translatorOf("de"), { ...newcomer!, name: "Guest" })).toBe("Guest");
    expect(rankName(translatorOf("de"), { key: "own_1", name: "Newcomer" })).toBe("Newcomer");
    for (const rank of DEFAULT_RANKS) expect(rankName(translatorOf("en"), rank)).toBe(rank.name);
  });
});
