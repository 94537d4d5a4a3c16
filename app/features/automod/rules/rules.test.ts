import { beforeAll, describe, expect, it } from "vitest";
import { ar } from "#app/i18n/messages/ar.ts";
import { de } from "#app/i18n/messages/de.ts";
import { en } from "#app/i18n/messages/en.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { checkSettings } from "../checks/settings.ts";
import { SCREENING_CHECKS } from "../screening/screening-checks.ts";
import { changeRules, changeWordList } from "./change-rules.server.ts";
import { getRulesPage } from "./get-rules-page.server.ts";
import { getWordList } from "./get-word-list.server.ts";
import { loadSettings } from "./load-settings.server.ts";
import { readRules } from "./read-rules.ts";
import { readWordList } from "./read-word-list.ts";
import { ruleDifferences } from "./rule-differences.ts";
import { nameKey, RULES } from "./rule-fields.ts";
import { valuesOf } from "./rule-values.ts";
import { saveSettings, setBack } from "./save-settings.server.ts";

const { db } = await cloneDatabase();
let admin: Ctx;
let second: Ctx;
let moderator: Ctx;
let superUser: Ctx;
const usual = checkSettings.parse({});

beforeAll(async () => {
  const community = await makeCommunity(db, { screened: true });
  const as = async (role: "admin" | "moderator" | "super_user", name: string) =>
    makeCtx(db, community, await makeMember(db, community, { role, name }));
  admin = await as("admin", "Ada Admin");
  second = await as("admin", "Bea Admin");
  moderator = await as("moderator", "Mo");
  superUser = await as("super_user", "Su");
});

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

function fieldsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidError) return error.fields;
    throw error;
  }
  return {};
}

describe("the fields", () => {
  it("are of every check, in its order, and of everything that can be set", () => {
    expect(RULES.map(({ id }) => id)).toEqual(SCREENING_CHECKS.map(({ id }) => id));
    const settable = Object.entries(usual).flatMap(([part, fields]) =>
      Object.keys(fields).map((name) => `${part}.${name}`),
    );
    const shown = new Set([
      ...RULES.flatMap(({ id, verdict, spares, fields }) => [
        ...(verdict ? [`${id}.mode`] : []),
        ...(spares ? [`${id}.sparesTrusted`] : []),
        ...fields.map(({ name }) => `${id}.${name}`),
      ]),
      "words.lists",
      "onFailure.newcomer",
      "onFailure.member",
      "onFailure.trusted",
      "imports.openCases",
    ]);
    expect([...shown].toSorted()).toEqual(settable.toSorted());
  });

  it("have their words in every language", () => {
    for (const messages of [en, de, ar]) {
      for (const { id, fields } of RULES) {
        expect(messages).toHaveProperty([nameKey(id)]);
        expect(messages).toHaveProperty([`automod.about.${id}`]);
        for (const { name } of fields) {
          expect(messages).toHaveProperty([`automod.field.${id}.${name}`]);
        }
      }
    }
  });

  it("give back what is in force", () => {
    const set = checkSettings.parse({
      onFailure: { member: "hold" },
      imports: { openCases: true },
      personalData: {
        mode: "off",
        masks: true,
        kinds: ["phone"],
        countries: ["DE", "AT"],
        allowed: ["@brand.example", "+49 800 1"],
      },
      shouting: { share: 0.55 },
      newDomains: { newcomersOnly: false },
      outside: { url: "https://check.example/ask", secret: "quiet", timeout: 900 },
      words: { sparesTrusted: true, lists: [{ name: "One", mode: "nudge", entries: ["word"] }] },
    });
    for (const settings of [usual, set]) {
      const values = valuesOf(settings);
      expect(JSON.stringify(values)).not.toContain("quiet");
      expect(readRules(formOf(values), settings)).toEqual(settings);
    }
  });

  it("say what is wrong where it stands", () => {
    const typed = (name: string, value: string) =>
      fieldsOf(() => readRules(formOf({ ...valuesOf(usual), [name]: value }), usual));
    expect(typed("substance.leastAnswer", "many")).toEqual({
      "substance.leastAnswer": { key: "automod.numberBad" },
    });
    expect(typed("floods.characters", "2")).toEqual({
      "floods.characters": { key: "automod.atLeast", params: { min: 4 } },
    });
    expect(typed("repeats.likeness", "130")).toEqual({
      "repeats.likeness": { key: "automod.atMost", params: { max: 100 } },
    });
    expect(typed("outside.url", "ftp://x")).toEqual({
      "outside.url": { key: "automod.urlBad", params: { example: "https://check.example/ask" } },
    });
    expect(typed("shorteners.also", `a.example\n${"b".repeat(101)}`)).toEqual({
      "shorteners.also": { key: "automod.lineBad", params: { line: 2 } },
    });
    expect(Object.keys(typed("shouting.mode", "burn"))).toEqual(["shouting.mode"]);
  });
});

describe("a word list", () => {
  const read = (entries: string) => readWordList({ name: "Rivals", mode: "hold", entries });

  it("takes one entry a line", () => {
    expect(read(" ringfast\r\n\n tele  pluto \nringfast\nрыба*")).toEqual({
      name: "Rivals",
      mode: "hold",
      entries: ["ringfast", "tele pluto", "рыба*"],
    });
  });

  it("names the lines that can’t be looked for", () => {
    const entries = (text: string) => fieldsOf(() => read(text)).entries;
    expect(entries("good\n*\n!!\nfine\nx")).toEqual({
      key: "automod.entriesBad",
      params: { lines: "2, 3, 5" },
    });
    expect(entries("*\n".repeat(9))).toMatchObject({ params: { lines: "1, 2, 3, 4, 5 …" } });
    expect(entries(`good\n${"a".repeat(65)}`)).toMatchObject({
      key: "automod.entriesLong",
      params: { lines: "2", max: 64 },
    });
    const many = Array.from({ length: 5_001 }, (_, index) => `word${index}`);
    expect(entries(many.join("\n"))).toMatchObject({
      key: "automod.entriesMany",
      params: { count: 5_001, max: 5_000 },
    });
    expect(read(many.slice(1).join("\n")).entries).toHaveLength(5_000);
    expect(fieldsOf(() => readWordList({ name: " ", mode: "hold", entries: "" }))).toHaveProperty(
      "name",
    );
  });
});

describe("changing the settings", () => {
  it("is for admins, who are told when another was first, and can set back", async () => {
    const given = { ...usual, rate: { ...usual.rate, newcomer: 3 } };
    for (const [who, code] of [
      [moderator, "forbidden"],
      [superUser, "forbidden"],
    ] as const) {
      await expect(saveSettings(who, { settings: given, version: 0 })).rejects.toMatchObject({
        code,
      });
      await expect(setBack(who, { to: 0, version: 0 })).rejects.toMatchObject({ code });
    }
    expect(await saveSettings(admin, { settings: given, version: 0 })).toBe(1);
    await expect(saveSettings(second, { settings: usual, version: 0 })).rejects.toMatchObject({
      code: "changed_meanwhile",
      publicMessage: { params: { name: "Ada Admin" } },
    });
    const secret = { ...given, outside: { ...given.outside, secret: "quiet" } };
    expect(await saveSettings(second, { settings: secret, version: 1 })).toBe(2);
    const off = { ...secret, shouting: { ...secret.shouting, mode: "off" as const } };
    expect(await saveSettings(admin, { settings: off, version: 2 })).toBe(3);
    expect(await setBack(second, { to: 1, version: 3 })).toBe(4);
    // The secret isn't part of what is brought back.
    expect(await loadSettings(admin)).toEqual({
      settings: secret,
      version: 4,
      stamp: expect.any(String) as string,
    });
    const { changes, edits } = await getRulesPage(moderator);
    expect(edits).toBe(false);
    expect(changes.map(({ version, who, backTo }) => [version, who?.name, backTo])).toEqual([
      [4, "Bea Admin", 1],
      [3, "Ada Admin", null],
      [2, "Bea Admin", null],
      [1, "Ada Admin", null],
    ]);
    expect(changes[1]!.changes).toEqual([
      { kind: "value", path: "shouting.mode", before: "nudge", after: "off" },
    ]);
    expect(changes[3]!.changes).toEqual([
      { kind: "value", path: "rate.newcomer", before: "10", after: "3" },
    ]);
    const kept = await db.selectFrom("automod_change").select("settings").execute();
    expect(JSON.stringify(kept)).not.toContain("quiet");
    await expect(getRulesPage(superUser)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("saves what was typed, and leaves the lists to their own page", async () => {
    const list = { version: 4, list: "", name: "Rivals", mode: "hold", entries: "ringfast" };
    await changeWordList(admin, { ...list, do: "save" });
    const { settings, version } = await loadSettings(admin);
    expect(version).toBe(5);
    const typed = formOf({ ...valuesOf(settings), "linkNumber.most": "3" });
    expect(await changeRules(admin, { do: "save", version }, typed)).toEqual({ saved: 6 });
    const now = await loadSettings(admin);
    expect(now.settings.words.lists.map(({ name }) => name)).toEqual(["Rivals"]);
    expect(now.settings.linkNumber.most).toBe(3);
    await expect(changeWordList(admin, { ...list, version: 6, do: "save" })).rejects.toMatchObject({
      fields: { name: { key: "automod.listTaken" } },
    });
    const shown = await getWordList(moderator, 0);
    expect(shown.values).toEqual({ name: "Rivals", mode: "hold", entries: "ringfast" });
    await changeWordList(admin, { ...list, version: 6, list: "0", do: "remove" });
    expect((await loadSettings(admin)).settings.words.lists).toEqual([]);
    await expect(getWordList(admin, 0)).rejects.toMatchObject({ code: "not_found" });
  });

  it("says what came and went in a list", () => {
    const lists = (entries: string[], mode = "hold") =>
      checkSettings.parse({ words: { lists: [{ name: "Rivals", mode, entries }] } });
    expect(
      ruleDifferences(lists(["one", "two"]), lists(["two", "three", "four"], "reject")),
    ).toEqual([
      { kind: "list", name: "Rivals", before: 2, after: 3, added: 2, removed: 1 },
      { kind: "value", path: "words.lists.Rivals", before: "hold", after: "reject" },
    ]);
  });
});
