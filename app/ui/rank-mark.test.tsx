import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Avatar } from "./avatar.tsx";
import { Lamps, RankMark } from "./rank-mark.tsx";

const lit = (html: string) => html.match(/class="on"/g)?.length ?? 0;
const READ = '<span class="pl-hide">Rank: Guide</span>';

it("a rank is five lamps and words that are read", () => {
  for (const Mark of [Lamps, RankMark]) {
    const html = renderToStaticMarkup(<Mark name="Guide" lit={4} label="Rank:" />);
    expect(html.match(/<i/g)).toHaveLength(5);
    expect(lit(html)).toBe(4);
    expect(html).toContain(READ);
  }
});

it("a disc stands in a ring only where there is a rank", () => {
  expect(renderToStaticMarkup(<Avatar name="Ann" hue={1} lit={3} />)).toContain(
    "pl-av--ring lit-3",
  );
  expect(renderToStaticMarkup(<Avatar name="Ann" hue={1} />)).not.toContain("ring");
});
