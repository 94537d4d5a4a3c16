import { describe, expect, it } from "vitest";
import { checkHandle, handleKey, handleKeys, speaksForThePlace } from "./handle.ts";

const problemOf = (typed: string) => {
  const result = checkHandle(typed, "Larkfield");
  return "problem" in result ? result.problem.key : null;
};

describe("checkHandle", () => {
  it.each([
    ["priya", "priya"],
    ["  @Priya_K-7 ", "Priya_K-7"],
    ["Renée", "Renée"],
    ["ليلى_٢", "ليلى_٢"],
    ["Дмитрий", "Дмитрий"],
    ["さくら花子", "さくら花子"],
    ["ｆｕｌｌ", "full"],
    ["हिन्दी", "हिन्दी"],
  ])("takes %s", (typed, handle) => {
    expect(checkHandle(typed, "Larkfield")).toMatchObject({ handle });
  });

  it.each([
    ["", "error.required"],
    ["a", "account.handleLength"],
    ["a".repeat(31), "account.handleLength"],
    ["two words", "account.handleShape"],
    ["_lead", "account.handleShape"],
    ["nul\u0000l", "account.handleShape"],
    ["over\u202Eride", "account.handleShape"],
    ["join\u200Der", "account.handleShape"],
    ["<b>bold", "account.handleShape"],
    ["line\r\nbreak", "account.handleShape"],
    [`z${"\u0301".repeat(4)}ab`, "account.handleShape"],
    ["va\uFE0Fr", "account.handleMixed"],
    ["pаypal", "account.handleMixed"],
    ["αlpha", "account.handleMixed"],
    ["admin", "account.handleReserved"],
    ["Adm1n", "account.handleReserved"],
    ["moderat0r", "account.handleReserved"],
    ["lark-field", "account.handleReserved"],
    ["SUPPORT", "account.handleReserved"],
  ])("judges %j: %s", (typed, problem) => {
    expect(problemOf(typed)).toBe(problem);
  });

  it("lets the operator take a reserved one", () => {
    expect(checkHandle("admin", null)).toEqual({ handle: "admin", key: "admin" });
  });
});

describe("handleKey", () => {
  it("is the lower case of a plain handle", () => {
    expect(handleKey("Dan-42_X")).toBe("dan-42_x");
  });

  it("is the same for letters that look alike", () => {
    expect(handleKey("сом")).toBe("com");
    expect(handleKey("Рор")).toBe("pop");
    expect(handleKey("RENÉE")).toBe(handleKey("rene\u0301e"));
    expect(handleKey("Ştraße")).toBe("strasse");
    expect(handleKey("ıvan")).toBe("ivan");
  });

  it("knows what capitals of another alphabet look like", () => {
    expect(handleKeys("ΑΝΝΑ")).toContain("anna");
    expect(handleKeys("ТОМ")).toContain("tom");
  });
});

describe("speaksForThePlace", () => {
  it("sees through spacing and digits, and leaves ordinary names alone", () => {
    expect(speaksForThePlace("L a r k f i e l d", "Larkfield")).toBe(true);
    expect(speaksForThePlace("Larkf1eld", "Larkfield")).toBe(true);
    expect(speaksForThePlace("Moderator", "Larkfield")).toBe(true);
    expect(speaksForThePlace("Will Blank", "Larkfield")).toBe(false);
  });
});
