import { expect, test } from "vitest";
import { oldAddresses } from "./old-addresses.ts";

test.each([
  ["/questions/12/how-do-i", "/questions/12"],
  ["/questions/12/how-do-i/?lq=1", "/questions/12"],
  ["/questions/12/how-do-i/34", "/a/34"],
  ["/q/12/7", "/q/12"],
  ["/a/34/7", "/a/34"],
  ["/t/some-topic/9/", "/t/some-topic/9"],
])("%s is also looked for as %s", (path, kept) => {
  expect(oldAddresses(path)).toContain(kept);
});

test("other addresses are only themselves, and never longer than what is kept", () => {
  expect(oldAddresses("/about")).toEqual(["/about"]);
  expect(oldAddresses(`/${"x".repeat(600)}`)).toEqual([]);
});
