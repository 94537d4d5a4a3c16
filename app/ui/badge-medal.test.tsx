import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BadgeMedal, BadgeProgress, LevelPips } from "./badge-medal.tsx";
import { tagMark } from "./tag-mark.ts";

const slugs = Array.from({ length: 40 }, (_, index) => `tag-${index}`);

describe("the mark of a tag", () => {
  it("is always the same for a tag, in every script", () => {
    for (const slug of ["wifi", "hub-3", "واي-فاي", ""]) {
      expect(tagMark(slug)).toEqual(tagMark(slug));
      expect(JSON.stringify(tagMark(slug))).not.toMatch(/NaN|null/);
    }
  });

  it("rarely is another tag’s", () => {
    const drawn = new Set(slugs.map((slug) => JSON.stringify(tagMark(slug))));
    expect(drawn.size).toBeGreaterThan(slugs.length / 2);
  });

  it("stays within its medal", () => {
    for (const { paths, dots } of slugs.map(tagMark)) {
      const numbers = [...paths.join(" ").matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));
      const edges = dots.flatMap(({ x, y, r }) => [Math.abs(x) + r, Math.abs(y) + r]);
      expect(Math.max(...numbers.map(Math.abs), ...edges)).toBeLessThan(12);
    }
  });
});

describe("a medal", () => {
  const draw = (level: number, earned = true) =>
    renderToStaticMarkup(<BadgeMedal face={{ icon: "wrench" }} level={level} earned={earned} />);

  it("has another rim for every level", () => {
    expect(new Set([draw(1), draw(2), draw(3)]).size).toBe(3);
  });

  it("is an empty outline until it is earned, and says nothing to screen readers", () => {
    expect(draw(3, false)).toContain("pl-medal--off");
    expect(draw(3, false)).toBe(draw(1, false));
    expect(draw(1)).toContain('aria-hidden="true"');
  });

  it("has its level and the way to the next one in words beside it", () => {
    const pips = renderToStaticMarkup(<LevelPips level={2} levels={3} label="Level 2 of 3." />);
    expect(pips.match(/is-lit/g)).toHaveLength(2);
    expect(pips).toContain("Level 2 of 3.");
    const way = renderToStaticMarkup(<BadgeProgress have={6} need={25} label="6 of 25" />);
    expect(way).toMatch(/width="24" height="6"/);
    expect(way).toContain("6 of 25");
  });
});
