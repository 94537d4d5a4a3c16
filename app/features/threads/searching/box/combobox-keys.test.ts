import { describe, expect, it } from "vitest";
import { keyActOf, type ComboboxState, type Key } from "./combobox-keys.ts";

const PLAIN = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const OPEN = { isOpen: true, active: -1, count: 3, removable: 2 };
const act = (key: string, state: Partial<ComboboxState> = {}, held: Partial<Key> = {}) =>
  keyActOf({ key, ...PLAIN, ...held }, { ...OPEN, ...state });

describe("keys of a combobox", () => {
  it("go round the options and the text", () => {
    const round = (key: string) => [-1, 0, 1, 2].map((active) => act(key, { active }));
    const to = (...stops: number[]) => stops.map((stop) => ({ act: "move", to: stop }));
    expect(round("ArrowDown")).toEqual(to(0, 1, 2, -1));
    expect(round("ArrowUp")).toEqual(to(2, -1, 0, 1));
  });

  it("open a closed list at its near end, with Alt without going into it", () => {
    const closed = { isOpen: false };
    expect(act("ArrowDown", closed)).toEqual({ act: "open", to: 0 });
    expect(act("ArrowUp", closed)).toEqual({ act: "open", to: 2 });
    expect(act("ArrowDown", closed, { altKey: true })).toEqual({ act: "open", to: -1 });
    expect(act("ArrowUp", {}, { altKey: true })).toEqual({ act: "close" });
  });

  it("choose only an option, whatever is held", () => {
    expect(act("Enter")).toBeNull();
    expect(act("Enter", { active: 1, isOpen: false })).toBeNull();
    expect(act("Enter", { active: 1 })).toEqual({ act: "choose" });
    expect(act("Enter", { active: 1 }, { ctrlKey: true })).toEqual({ act: "choose" });
  });

  it("close, then empty; leave with Tab; go back to the text", () => {
    expect(act("Escape")).toEqual({ act: "close" });
    expect(act("Escape", { isOpen: false })).toEqual({ act: "empty" });
    expect(act("Tab")).toEqual({ act: "leave" });
    expect(act("Tab", { isOpen: false })).toBeNull();
    for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
      expect(act(key)).toBeNull();
      expect(act(key, { active: 0 })).toEqual({ act: "text" });
    }
  });

  it("leave letters and what selects or belongs to the browser alone", () => {
    for (const key of ["a", " ", "Backspace", "PageDown"]) {
      expect(act(key, { active: 1 })).toBeNull();
    }
    expect(act("Delete")).toBeNull();
    expect(act("Delete", { active: 1 })).toEqual({ act: "remove" });
    expect(act("Delete", { active: 2 })).toBeNull();
    expect(act("ArrowDown", {}, { shiftKey: true })).toBeNull();
    expect(act("ArrowUp", {}, { metaKey: true })).toBeNull();
  });
});
