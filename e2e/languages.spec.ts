import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { copyCommunity } from "./copy-community.ts";
import { expect, originOf, query, sahl, signIn, test } from "./fixtures.ts";
import { open, pageCases, pagesOfSecond } from "./pages.ts";
import { mark as newMark } from "./mark.ts";

test.describe.configure({ mode: "default" });

const BRAND = "⟦Brand⟧";
let host: string;

test.beforeAll(async () => {
  const mark = newMark();
  host = `pseudo-${mark}.localhost`;
  const slug = `pseudo-${mark}`;
  const id = await copyCommunity({ from: "larkfield", slug, host, locale: "en-XA", name: BRAND });
  // What a brand or a member wrote is no string of ours, even where it is not marked as theirs.
  await query(
    "update space set name = '⟦space⟧', description = '⟦about⟧' where community_id = $1",
    [id],
  );
  await query("update tag set name = '⟦tag⟧' where community_id = $1", [id]);
});

/** Every text a reader or a screen reader gets that is not member-written. */
function frameTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const WRITTEN =
      "[dir=auto]:not(input, textarea, h1), time, bdi, kbd, code, script, noscript, style, .pl-prose, textarea";
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest(WRITTEN) && !parent.closest("[aria-hidden=true]")) {
        texts.push(walker.currentNode.textContent ?? "");
      }
    }
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        if (element.matches("time")) continue;
        const value = element.getAttribute(name);
        if (value) texts.push(value);
      }
    }
    return texts;
  });
}

/** What of a text stands outside of every ⟦ ⟧. */
function outside(text: string): string {
  let left = text;
  for (let before = ""; before !== left;) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, "");
  }
  return left.trim();
}

/**
 * Words that are the same in every language: its name, those of languages, moments and lists as
 * Intl writes them, handles, addresses.
 */
const SAME_EVERYWHERE =
  /^(Porchlight|[, ]*and|\d+ \p{L}+ \d{4} at \d\d:\d\d|English|Deutsch|العربية|@[\w-]+|\S+@\S+)$/u;

/** Names that the system gives the zones. */
const ZONES = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

for (const pageCase of pageCases) {
  test(`every word of “${pageCase.name}” comes from the catalogue`, async ({ page }) => {
    if (pageCase.as) await signIn(page.context(), pageCase.as, originOf(host));
    await open(page, host, pageCase);
    const titles = await query<{ title: string }>(
      `select title from thread t join community_host h on h.community_id = t.community_id
       where h.host = $1 union select m.name from member m
       join community_host h on h.community_id = m.community_id where h.host = $1
       union select m.title from member m
       join community_host h on h.community_id = m.community_id where h.host = $1
       union select p.summary from guideline_proposal p
       join community_host h on h.community_id = p.community_id where h.host = $1`,
      [host],
    );
    const address = new URL(page.url()).searchParams;
    const typed = ["q", "key", "query", "find"].flatMap((name) => address.getAll(name));
    const written = new Set([...titles.map(({ title }) => title), ...typed]);
    const loose = (await frameTexts(page))
      .filter((text) => !written.has(text.trim()))
      .map((text) => {
        const rest = outside(text);
        return written.has(rest.replace(/^[·\s]+|[·\s]+$/g, "")) ? "" : rest;
      })
      .filter((rest) => /\p{L}/u.test(rest) && !SAME_EVERYWHERE.test(rest) && !ZONES.has(rest));
    expect([...new Set(loose)]).toEqual([]);
  });
}

const ENGLISH = /\b(the|and|you|your|this|that|here|with|for|from|sign|ask|not|more|search|no)\b/i;

for (const pageCase of pagesOfSecond) {
  test(`“${pageCase.name}” is Arabic, right to left`, async ({ page }) => {
    await open(page, new URL(sahl()).hostname, pageCase);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    const english = (await frameTexts(page)).filter(
      (text) => ENGLISH.test(text) || /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text),
    );
    expect(english).toEqual([]);
  });
}

test("a page says its language before and after its scripts", async ({ page }) => {
  await page.goto(sahl());
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.textContent();
  await page.keyboard.press("Tab");
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(heading).toHaveText(before ?? "");
});

/** What sticks out of the page or of its button, after the page's scripts have run. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth } = document.scrollingElement!;
    if (scrollWidth > innerWidth) {
      const wide = [...document.querySelectorAll("body *")].filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1,
      );
      const names = wide.slice(-3).map((one) => one.className || one.tagName);
      found.push(`page ${scrollWidth}: ${names.join(", ")}`);
    }
    for (const button of document.querySelectorAll<HTMLElement>(
      ".pl-btn, .pl-seg > :not(.pl-hide), .pl-role",
    )) {
      const { overflowX } = getComputedStyle(button);
      if (button.scrollWidth > button.clientWidth + 1 && overflowX !== "visible") {
        found.push(`clipped: ${button.textContent}`);
      }
    }
    return found;
  });
}

test.describe("in German", () => {
  let german: string;

  test.beforeAll(async () => {
    const slug = `german-${randomBytes(4).toString("hex")}`;
    german = `${slug}.localhost`;
    await copyCommunity({ from: "larkfield", slug, host: german, locale: "de", name: slug });
  });

  for (const pageCase of pageCases) {
    test(`“${pageCase.name}” fits a phone`, async ({ page }) => {
      if (pageCase.as) await signIn(page.context(), pageCase.as, originOf(german));
      await page.setViewportSize({ width: 390, height: 800 });
      await open(page, german, pageCase);
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
      expect(await sticksOut(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await sticksOut(page)).toEqual([]);
    });
  }
});
