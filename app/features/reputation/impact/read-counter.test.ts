import { describe, expect, it } from "vitest";
import { callsSaved } from "./calls-saved.ts";
import { ReadCounter } from "./read-counter.ts";

const noon = new Date("2026-11-23T12:00:00Z");
const tomorrow = new Date("2026-11-24T00:00:01Z");
const guest = { communityId: 1, threadId: 7, memberId: null };

describe("the counter of reads", () => {
  it("counts a reader once a day and thread", () => {
    const counter = new ReadCounter();
    expect(counter.note(guest, "203.0.113.9 Firefox", noon)).toBe(true);
    expect(counter.note(guest, "203.0.113.9 Firefox", noon)).toBe(false);
    expect(counter.note(guest, "203.0.113.10 Firefox", noon)).toBe(true);
    expect(counter.note({ ...guest, threadId: 8 }, "203.0.113.9 Firefox", noon)).toBe(true);
    expect(counter.note({ ...guest, communityId: 2 }, "203.0.113.9 Firefox", noon)).toBe(true);
    expect(counter.note(guest, "203.0.113.9 Firefox", tomorrow)).toBe(true);
    expect(counter.waiting).toBe(5);
  });

  it("knows a member on every device, apart from guests beside them", () => {
    const counter = new ReadCounter();
    const member = { ...guest, memberId: 5 };
    expect(counter.note(member, "203.0.113.9 Firefox", noon)).toBe(true);
    expect(counter.note(member, "198.51.100.1 Safari", noon)).toBe(false);
    expect(counter.note(guest, "203.0.113.9 Firefox", noon)).toBe(true);
  });

  it("gives what waits away once, and no reader with it", () => {
    const counter = new ReadCounter();
    counter.note(guest, "203.0.113.9 Firefox", noon);
    expect(counter.take()).toEqual([guest]);
    expect(counter.take()).toEqual([]);
    expect(counter.note(guest, "203.0.113.9 Firefox", noon)).toBe(false);
  });
});

describe("calls saved", () => {
  it("is a share of those who said they were helped, rounded down", () => {
    expect(callsSaved(100, 9)).toBe(9);
    expect(callsSaved(23, 9)).toBe(2);
  });

  it("says nothing where there is nothing to say", () => {
    expect(callsSaved(11, 9)).toBeNull();
    expect(callsSaved(5_000, 0)).toBeNull();
    expect(callsSaved(0, 100)).toBeNull();
  });
});
