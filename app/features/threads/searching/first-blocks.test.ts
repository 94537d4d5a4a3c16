import { describe, expect, it } from "vitest";
import { firstBlocks } from "./first-blocks.ts";

const P = '<p>Open <a title="a > b" href="/x">the <strong>page</strong></a>,<br>then:</p>';
const OL = "<ol><li><p>One</p></li><li><p>Two &amp; three</p><ul><li>a</li></ul></li></ol>";

describe("the first blocks of a post", () => {
  it("are whole where all of it is short", () => {
    expect(firstBlocks(P + OL, 100)).toEqual({ html: P + OL, whole: true });
    expect(firstBlocks("", 100)).toEqual({ html: "", whole: true });
  });

  it("end before one that is too long, and never within one", () => {
    expect(firstBlocks(P + OL + P, 40)).toEqual({ html: P + OL, whole: false });
    expect(firstBlocks(P + OL, 20)).toEqual({ html: P, whole: false });
    expect(firstBlocks(P, 5)).toEqual({ html: "", whole: false });
  });

  it("end before pictures, code, tables and headings", () => {
    for (const loud of ['<p><img src="/a.png"></p>', "<pre><code>x</code></pre>", "<h2>x</h2>"]) {
      expect(firstBlocks(P + loud + OL, 1_000)).toEqual({ html: P, whole: false });
    }
    expect(firstBlocks(`<table><tr><td>1</td></tr></table>${P}`, 1_000).html).toBe("");
  });
});
