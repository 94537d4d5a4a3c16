import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { faultsOf } from "../axe-faults.ts";
import { tabTo } from "../driver.ts";
import { expect, larkfield, query, sahl, signIn, test } from "../fixtures.ts";
import { forcedFaultsOf, outlineFaultsOf, overflowOf } from "../look.ts";
import { ask } from "../write-posts.ts";

test.use({ baseURL: larkfield() });

const box = (page: Page): Locator => page.locator("#home-search, #site-search");
const list = (page: Page): Locator => page.getByRole("listbox");
const options = (page: Page): Locator => page.getByRole("option");
const active = (page: Page): Locator => page.locator("[role=option][aria-selected=true]");

/** Requests for suggestions, as they go out. */
function asked(page: Page): string[] {
  const words: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/suggest/search") words.push(searchParams.get("q") ?? "");
  });
  return words;
}

/** Types, and waits until what is shown is what was found for all of it. */
async function type(page: Page, words: string): Promise<void> {
  await box(page).pressSequentially(words);
  await expect(list(page)).toHaveAttribute("aria-busy", "false");
}

test("keys alone: find, move, go back, open, ask", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.locator("#home-search"));
  await page.keyboard.type("hub drops");
  await expect(list(page)).toHaveAttribute("aria-busy", "false");
  await expect(box(page)).toHaveRole("combobox");
  await expect(box(page)).toHaveAccessibleName("Search the community");
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await expect(box(page)).toHaveAttribute("aria-autocomplete", "list");
  await expect(box(page)).toHaveAttribute("aria-controls", (await list(page).getAttribute("id"))!);
  await expect(page.getByRole("group", { name: "Already answered" })).toBeVisible();
  await expect(page.locator(".pl-search [role=status]")).toHaveText(/^\d suggestions?$/);
  await expect(options(page).first().locator("mark").first()).toBeVisible();
  await expect(active(page)).toHaveCount(0);

  await page.keyboard.press("ArrowDown");
  const first = options(page).first();
  await expect(first).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toHaveAttribute(
    "aria-activedescendant",
    (await first.getAttribute("id"))!,
  );
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  await expect(active(page)).toHaveText("Ask this as a new question");
  await page.keyboard.press("Home");
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.type("my ");
  await expect(box(page)).toHaveValue("my hub drops");
  await expect(list(page)).toHaveAttribute("aria-busy", "false");

  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue("my hub drops");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(active(page)).toHaveCount(1);
  const href = await active(page).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(larkfield() + href!);

  await tabTo(page, page.locator("#site-search"));
  await page.keyboard.type("purple xylophone");
  await expect(list(page)).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ask\?title=purple\+xylophone$/);
  await expect(page.locator("input[name=title]")).toHaveValue("purple xylophone");
});

test("Tab goes on and closes; Enter sends the form; Ctrl opens a new tab", async ({
  page,
  context,
}) => {
  await page.goto("/tags");
  await box(page).click();
  await type(page, "hub");
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await expect(box(page)).not.toBeFocused();
  await box(page).click();
  await expect(list(page)).toBeVisible();
  await page.mouse.click(5, 500);
  await expect(list(page)).toBeHidden();

  await box(page).click();
  const opened = context.waitForEvent("page");
  await page.keyboard.press("ArrowDown");
  const href = await active(page).getAttribute("href");
  await page.keyboard.press("Control+Enter");
  const tab = await opened;
  await expect(tab).toHaveURL(larkfield() + href!);
  await tab.close();
  await expect(page).toHaveURL(`${larkfield()}/tags`);
  const clicked = context.waitForEvent("page");
  await options(page)
    .nth(1)
    .click({ modifiers: ["ControlOrMeta"] });
  await (await clicked).close();

  await page.keyboard.press("Escape");
  await box(page).press("Enter");
  await expect(page).toHaveURL(`${larkfield()}/search?q=hub`);
});

test("asks once a pause, from two characters on, and not between the keys of an input method", async ({
  page,
}) => {
  const words = asked(page);
  await page.goto("/");
  await box(page).click();
  await page.waitForLoadState("networkidle");
  await box(page).press("h");
  await page.waitForTimeout(400);
  expect(words).toEqual([]);
  await type(page, "ub drops");
  expect(words.length).toBeLessThan("ub drops".length);
  const before = words.length;
  await box(page).press("s");
  await expect.poll(() => words.length).toBe(before + 1);
  await expect(list(page)).toBeVisible();
  await box(page).press("Backspace");
  await page.waitForTimeout(400);
  expect(words.length, "what was found a moment ago is kept").toBe(before + 1);

  const client = await page.context().newCDPSession(page);
  await box(page).fill("");
  await expect(list(page)).toBeHidden();
  const compose = (text: string) =>
    client.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose("w");
  await compose("wifi");
  await box(page).dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  await page.waitForTimeout(400);
  expect(words.length).toBe(before + 1);
  await client.send("Input.insertText", { text: "网" });
  await expect.poll(() => words.at(-1)).toBe("网");
});

test("what was typed before the application ran stays, and is suggested for", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/entry.client*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await page.locator("#home-search").click();
  await page.keyboard.type("hub drops");
  release();
  await expect(list(page)).toBeVisible();
  await expect(box(page)).toHaveValue("hub drops");
  await page.keyboard.type(" wifi");
  await expect(box(page)).toHaveValue("hub drops wifi");
});

test("recent searches stay in the browser, and go one by one or all at once", async ({ page }) => {
  const search = async (words: string) => {
    await page.goto("/tags");
    await box(page).fill(words);
    await page.waitForLoadState("networkidle");
    await box(page).press("Enter");
    await expect(page).toHaveURL(/\/search\?/);
  };
  for (const words of ["first light", "second light", "third light"]) await search(words);
  await page.goto("/tags");
  await box(page).click();
  await expect(page.getByRole("listbox", { name: "Recent searches" })).toBeVisible();
  const words = options(page).filter({ hasText: "light" });
  await expect(words).toHaveText(["third light", "second light", "first light"]);
  await page.getByRole("button", { name: "Remove “second light” from recent searches" }).click();
  await expect(words).toHaveText(["third light", "first light"]);
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(words).toHaveText(["first light"]);
  expect(await faultsOf(page, ".pl-search")).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=first\+light$/);

  await signIn(page.context(), "priya");
  await page.goto("/tags");
  await box(page).click();
  await page.waitForLoadState("networkidle");
  await expect(list(page), "not those of who was here before").toBeHidden();
  await page.context().clearCookies();
  await page.goto("/tags");
  await box(page).click();
  await page.getByRole("option", { name: "Remove all" }).click();
  await expect(list(page)).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("works where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("off", "SecurityError");
      },
    });
  });
  await page.goto("/");
  await box(page).click();
  await type(page, "hub");
  await box(page).press("Enter");
  await expect(page).toHaveURL(/\/search\?q=hub$/);
});

test("a choice is kept as a search with its click, and nothing else is", async ({ page }) => {
  // Letters alone: long numbers are not kept.
  const mark = randomBytes(6)
    .toString("hex")
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!);
  const path = await ask("rob", `Which light is the ${mark} one`);
  const id = Number(/\/t\/(\d+)/.exec(path)![1]);
  await expect
    .poll(
      async () => {
        const found = await page.request.get(`/suggest/search?q=${mark}`);
        return ((await found.json()) as { threads: { id: number }[] }).threads[0]?.id;
      },
      { timeout: 60_000 },
    )
    .toBe(id);
  await page.goto("/");
  await box(page).click();
  await type(page, mark);
  const kept = () =>
    query<{ source: string; clicked: string[] }>(
      "select source, clicked::text[] from search_log where query = $1",
      [mark],
    );
  expect(await kept()).toEqual([]);
  await options(page).filter({ hasText: mark }).click();
  await expect(page).toHaveURL(larkfield() + path);
  await expect.poll(kept).toEqual([{ source: "box", clicked: [String(id)] }]);
});

test("reads well: axe, forced colours, outline, widths", async ({ page }) => {
  await page.goto("/");
  await box(page).click();
  await type(page, "hub drops");
  await page.keyboard.press("ArrowDown");
  expect(await faultsOf(page, ".pl-search")).toEqual([]);
  expect(await outlineFaultsOf(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await forcedFaultsOf(page)).toEqual([]);
  expect(
    await active(page).evaluate((option) => getComputedStyle(option).outlineStyle),
    "which one is active",
  ).toBe("solid");
  await page.emulateMedia({ forcedColors: "none" });
  for (const width of [1_440, 1_000, 720, 640, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowOf(page), `${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1_440, height: 800 });
  await page.goto("/tags");
  await box(page).click();
  await type(page, "hub drops");
  for (const width of [1_440, 1_080, 1_079, 800, 720]) {
    await page.setViewportSize({ width, height: 800 });
    const { x, width: wide } = (await page.locator(".pl-suggest").boundingBox())!;
    expect(wide, `${width}`).toBeGreaterThan(400);
    expect(x, `${width}`).toBeGreaterThanOrEqual(0);
    expect(x + wide, `${width}`).toBeLessThanOrEqual(width);
  }
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test("rows are high and the list is as wide as the screen", async ({ page }) => {
    await page.goto("/");
    await box(page).tap();
    await type(page, "hub drops");
    const shape = (await page.locator(".pl-suggest").boundingBox())!;
    expect(Math.round(shape.x)).toBe(0);
    expect(Math.round(shape.width)).toBe(390);
    for (const option of await options(page).all()) {
      expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    expect(await overflowOf(page)).toEqual([]);
    const href = await options(page).first().getAttribute("href");
    await options(page).first().tap();
    await expect(page).toHaveURL(larkfield() + href!);
    await page.getByRole("banner").getByRole("link", { name: "Search", exact: true }).tap();
    await expect(page).toHaveURL(`${larkfield()}/search`);
  });
});

test.describe("right to left", () => {
  test.use({ baseURL: sahl() });

  test("the mark of the active one is at the start", async ({ page }) => {
    await page.goto("/");
    await box(page).click();
    await type(page, "البطاقة");
    await page.keyboard.press("ArrowDown");
    const shadow = await active(page).evaluate((option) => getComputedStyle(option).boxShadow);
    expect(shadow).toContain("-2px 0px 0px 0px inset");
    const icon = (await active(page).locator("svg").boundingBox())!;
    const whole = (await active(page).boundingBox())!;
    expect(icon.x).toBeGreaterThan(whole.x + whole.width / 2);
    expect(await faultsOf(page, ".pl-search")).toEqual([]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a plain form", async ({ page }) => {
    await page.goto("/");
    const plain = page.getByRole("searchbox", { name: "Search the community" });
    await plain.fill("hub");
    await plain.press("Enter");
    await expect(page).toHaveURL(`${larkfield()}/search?q=hub`);
    await page.goto("/tags");
    await expect(plain).toBeVisible();
    await expect(plain).not.toHaveAttribute("aria-expanded");
  });
});
