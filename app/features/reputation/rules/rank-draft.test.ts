import { describe, expect, it } from "vitest";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { arrange, checkDraft, draftValues, readDraft, readStep } from "./rank-draft.ts";

const keys = (draft: { key: string }[]) => draft.map(({ key }) => key);

function faults(formula: string) {
  try {
    checkDraft([DEFAULT_RANKS[0]!, { ...DEFAULT_RANKS[1]!, formula }]);
  } catch (error) {
    if (error instanceof InvalidError) return error.fields["formula-1"];
  }
  return null;
}

describe("a list of ranks in a form", () => {
  it("comes back as it went out", () => {
    expect(readDraft(draftValues(DEFAULT_RANKS))).toEqual(DEFAULT_RANKS);
    expect(checkDraft(readDraft(draftValues(DEFAULT_RANKS)))).toEqual(DEFAULT_RANKS);
  });

  it("is put in order by its buttons, the first rank staying the first", () => {
    const step = (text: string) => keys(arrange(DEFAULT_RANKS, readStep(text)!, []));
    expect(step("up-2")).toEqual(["newcomer", "regular", "neighbour", "guide", "lamplighter"]);
    expect(step("down-3")).toEqual(["newcomer", "neighbour", "regular", "lamplighter", "guide"]);
    expect(step("remove-1")).toEqual(["newcomer", "regular", "guide", "lamplighter"]);
    for (const text of ["up-1", "up-0", "remove-0", "down-4", "up-9"]) {
      expect(step(text)).toEqual(keys(DEFAULT_RANKS));
    }
    expect(readStep("up-x")).toBeNull();
    expect(readStep("try")).toBeNull();
  });

  it("takes a new rank under a key that none ever had, up to twenty", () => {
    let draft = arrange(DEFAULT_RANKS, { what: "add" }, ["own_3"]);
    expect(draft.at(-1)).toMatchObject({ key: "own_4", name: "", formula: "" });
    while (draft.length < 20) draft = arrange(draft, { what: "add" }, []);
    expect(new Set(keys(draft)).size).toBe(20);
    expect(() => arrange(draft, { what: "add" }, [])).toThrow(InvalidError);
  });

  it.each([
    ["", "nothing", {}],
    ["points >=", "end", {}],
    ["points = 5", "syntax", { part: "= 5" }],
    ["points >= 5 )", "syntax", { part: ")" }],
    ["pionts >= 5", "near", { part: "pionts", near: "points" }],
    ["acepted_year > 1", "near", { near: "accepted_year" }],
    ["karma > 5", "unknown_metric", { part: "karma" }],
    ["points", "not_a_condition", { part: "points" }],
    ["points + 5", "not_a_condition", { part: "+" }],
    ["points > 'x'", "not_a_number", { part: "'x'" }],
    ["sum(points) > 1", "not_a_number", { part: "sum(…)" }],
    ["points >= 5 accepted", "not_a_condition", { part: "accepted" }],
    [`points > ${"1".repeat(600)}`, "too_long", { part: "500" }],
  ])("says what is wrong with %s", (formula, fault, params) => {
    expect(faults(formula)).toMatchObject({
      key: `rulesDesk.fault.${fault}`,
      ...(Object.keys(params).length > 0 ? { params } : {}),
    });
  });

  it("asks for names, and nothing of the first rank’s formula", () => {
    const unnamed = DEFAULT_RANKS.map((rank) => ({ ...rank, name: "" }));
    expect(() => checkDraft(unnamed)).toThrow(InvalidError);
    const first = { ...DEFAULT_RANKS[0]!, formula: "points > 5" };
    expect(checkDraft([first, DEFAULT_RANKS[1]!])[0]!.formula).toBe("");
    const twice = [...DEFAULT_RANKS, DEFAULT_RANKS[1]!];
    expect(() => checkDraft(twice)).toThrow(InvalidError);
  });
});
