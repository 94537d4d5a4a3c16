import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { Automaton } from "./automaton.ts";
import { findInvisible } from "./find-invisible.ts";
import { isUsableEntry, WordList } from "./word-list.ts";

const found = (entries: string[], text: string): string[] =>
  new WordList(entries).find(text).map(({ from, to }) => text.slice(from, to));

describe("the automaton finds what looking for each word alone finds", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 60 });

  test("in any text of three letters", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (words, searched) => {
        const expected: string[] = [];
        for (const one of words) {
          for (let at = searched.indexOf(one); at !== -1; at = searched.indexOf(one, at + 1)) {
            expected.push(`${one} ${at}`);
          }
        }
        const actual: string[] = [];
        new Automaton(words).search(searched, (index, from, to) => {
          expect(searched.slice(from, to)).toBe(words[index]);
          actual.push(`${words[index]} ${from}`);
          return true;
        });
        expect(actual.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

describe("whole words", () => {
  test.each([
    ["sex", "Essex and Middlesex"],
    ["anal", "an Analyst wrote an analysis"],
    ["cunt", "Scunthorpe United"],
    ["ass", "a classic assignment, Galaxy A55 and class"],
    ["cum", "documents circumvent"],
    ["cop", "Это сор из избы, как у нас говорят"],
    ["hell", "hello shell"],
    ["tit", "title, titanic"],
    ["arse", "parser"],
    ["кот", "который котёл"],
    ["نصاب", "والنصابون"],
  ])("%s is not in: %s", (entry, text) => expect(found([entry], text)).toEqual([]));

  test.each([
    ["sex", "SEX!", "SEX"],
    ["free money", "Get free,  money now", "free,  money"],
    ["viagra*", "cheap viagras here", "viagra"],
    ["*coin", "new shitcoin drop", "coin"],
    ["schön", "das ist SCHÖN hier", "SCHÖN"],
    ["straße", "eine Straße", "Straße"],
    ["c++", "learn C++ now", "C++"],
    ["кот", "мой кот спит", "кот"],
    ["نصاب", "هذا نصاب.", "نصاب"],
    ["詐欺", "これは詐欺です", "詐欺"],
    ["idiot", "Du IDIOT", "IDIOT"],
  ])("%s is in: %s", (entry, text, expected) => expect(found([entry], text)).toEqual([expected]));
});

describe("disguises", () => {
  test.each([
    ["look-alike letters", "casino", "best саsіnо here"],
    ["look-alikes throughout, in a Latin text", "poppy", "buy the рорру today"],
    ["full width", "casino", "ｃａｓｉｎｏ"],
    ["mathematical letters", "casino", "𝓬𝓪𝓼𝓲𝓷𝓸 night"],
    ["accents", "casino", "cásïnö"],
    ["signs", "pass", "pa$$ it"],
    ["digits", "viagra", "cheap v1agra"],
    ["a digit for l", "free pills", "free pi1ls"],
    ["dots", "free", "get it f.r.e.e now"],
    ["spaces", "free", "get it f r e e now"],
    ["spaces and a phrase", "free money", "f r e e   m o n e y"],
    ["repeats", "free", "freeeeee stuff"],
    ["zero width", "casino", "ca\u200bsi\u200dno"],
    ["soft hyphens", "casino", "ca\u00adsi\u00adno"],
    ["stacked marks", "casino", "c\u0336a\u0336s\u0336i\u0336n\u0336o\u0336"],
  ])("%s", (_, entry, text) => expect(new WordList([entry]).find(text)).toHaveLength(1));

  test("honest texts that come near", () => {
    const list = new WordList(["ass", "sex", "shit", "spam", "cop", "help", "it is"]);
    for (const text of [
      "Model A55-5G, part S3X1, error E5",
      "плотность вещества и сорт",
      "I.T. department, U.S. shipping, e.g. this",
      "press A S D or W",
      "Price: $55, 4$ each @ shop",
    ]) {
      expect(list.find(text)).toEqual([]);
    }
  });
});

test("entries that say nothing are no entries", () => {
  expect(["", "*", "**", "a", "!!", " \u200b "].some(isUsableEntry)).toBe(false);
  expect(["ab", "詐", "a b", "x*y"].every(isUsableEntry)).toBe(true);
});

test("patterns are plain text", () => {
  expect(found(["(a+)+$"], "aaaaaaaaaaaaaaaa!")).toEqual([]);
  expect(found([".*"], "anything")).toEqual([]);
});

describe("invisible characters", () => {
  test("found where they change a reading", () => {
    expect(findInvisible("pay \u202egnp.exe")[0]?.kind).toBe("direction");
    expect(findInvisible("c\u200ba\u200bs\u200bino")).toHaveLength(3);
    expect(findInvisible("x\u{e0041}\u{e0042}")[0]?.kind).toBe("tag");
    expect(findInvisible("ㅤ\u3164\u3164\u3164\u3164")).toHaveLength(1);
  });

  test("honest ones stay", () => {
    for (const text of [
      "می\u200cخواهم \u200fנסיון\u200e abc",
      "family 👨\u200d👩\u200d👧 and 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
      "क्\u200dष Donau\u00addampf\u00adschiff",
      "\u2067עברית\u2069 in English",
    ]) {
      expect(findInvisible(text)).toEqual([]);
    }
  });
});
