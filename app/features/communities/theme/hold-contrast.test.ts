import fc from "fast-check";
import { expect, it } from "vitest";
import { holdContrast, lowestContrast, readLch, writeHex } from "./hold-contrast.ts";

const colour = fc.record({
  l: fc.double({ min: 0.3, max: 0.8, noNaN: true }),
  c: fc.double({ min: 0, max: 0.3, noNaN: true }),
  h: fc.double({ min: 0, max: 359, noNaN: true }),
});

it("moves a colour only as far as its grounds ask", () => {
  fc.assert(
    fc.property(colour, fc.constantFrom("down" as const, "up" as const), (from, toward) => {
      const grounds = toward === "down" ? ["#ffffff", "#eeeeee"] : ["#000000", "#1c1c1c"];
      const held = holdContrast(from, { grounds, ratio: 4.5, toward });
      expect(lowestContrast(held, grounds)).toBeGreaterThanOrEqual(4.5);
      if (lowestContrast(writeHex(from), grounds) >= 4.5) expect(held).toBe(writeHex(from));
      else expect(lowestContrast(held, grounds)).toBeLessThan(4.9);
    }),
  );
});

it("keeps a colour that already reads, and ends at black or white where nothing can", () => {
  const ink = readLch("#151b1c");
  expect(holdContrast(ink, { grounds: ["#ffffff"], ratio: 4.5, toward: "down" })).toBe("#151b1c");
  const grey = readLch("#777777");
  const both = { grounds: ["#000000", "#ffffff"], ratio: 7 };
  expect(holdContrast(grey, { ...both, toward: "down" })).toBe("#000000");
  expect(holdContrast(grey, { ...both, toward: "up" })).toBe("#ffffff");
});

it("reads greys without a hue and brings colours no screen can show into range", () => {
  expect(readLch("#808080")).toMatchObject({ c: 0, h: 0 });
  expect(writeHex({ l: 0.7, c: 0.4, h: 150 })).toMatch(/^#[0-9a-f]{6}$/);
  expect(readLch(writeHex({ l: 0.7, c: 0.4, h: 150 })).l).toBeCloseTo(0.7, 1);
});
