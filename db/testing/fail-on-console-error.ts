import { afterEach, beforeEach, vi, expect } from "vitest";

// React and others report real faults only on the console; a test that causes one must fail.
let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => void errors.push(args));
});

afterEach(() => {
  expect(errors, "console.error was called").toEqual([]);
});
