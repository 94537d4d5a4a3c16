import { AxeBuilder } from "@axe-core/playwright";
import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, larkfield, query, sahl, signIn, test } from "../fixtures.ts";
import { overflowOf } from "../look.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";

/** A word that no other thread has, of letters only. */
const made = () =>
  `zq${randomBytes(4)
    .toString("hex")
    .replaceAll(/\d/g, (digit) => "ghijklmnop"[+digit]!)}rt`;

test.use({ baseURL: larkfield() });

const box = (page: Page) => page.getByRole("searchbox", { name: "Search the community" });
const results = (page: Page) => page.getByRole("region", { name: /result|Nothing found/i });
const titles = (page: Page) => results(page).locator("a[data-result]");

/** Threads are found once their job is done. */
async function found(word: string, count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { body } = await send(larkfield(), `/api/v1/search?q=${word}`);
        return (JSON.parse(body) as { total: number }).total;
      },
      { timeout: 20_000 },
    )
    .toBe(count);
}

type Zoo = { word: string; solved: string; deep: string; answerId: number };
let zoo: Zoo;

test.beforeAll(async () => {
  const word = made();
  const solved = await ask("rob", `The ${word} blinks amber at night`, "It starts at eight.");
  const fix = await answer("marta", solved, `Hold the button for ten seconds.\n\nThen wait.`);
  await send(larkfield(), `/p/${fix}/accept`, { session: await startSession("rob"), form: {} });
  const deep = await ask("beth", `Strange noises in the cellar ${word.slice(0, 3)}`, "It hums.");
  const answerId = await answer("jonas", deep, `That is a ${word} singing in its sleep.`);
  await ask("chris", `Where to put a second ${word}`, "Upstairs or downstairs?");
  zoo = { word, solved, deep, answerId };
  await found(word, 3);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a search is narrowed by facets, and its address can be shared", async ({ page }) => {
      await page.goto("/search");
      await box(page).fill(zoo.word);
      await page.getByRole("button", { name: "Search", exact: true }).click();
      await expect(page).toHaveURL(`/search?q=${zoo.word}`);
      await expect(results(page).getByRole("heading", { level: 2 })).toHaveText("3 results");
      await expect(titles(page)).toHaveCount(3);
      await expect(titles(page).locator("mark").first()).toHaveText(zoo.word);

      const apply = page.getByRole("button", { name: "Apply the filters" });
      await expect(apply).toHaveCount(javaScriptEnabled ? 0 : 1);
      await page.getByRole("checkbox", { name: /^Solved/ }).check();
      if (!javaScriptEnabled) await apply.click();
      await expect(page).toHaveURL(/[?&]status=solved/);
      await expect(titles(page)).toHaveCount(1);
      await page.getByRole("checkbox", { name: /^No answer yet/ }).check();
      if (!javaScriptEnabled) await apply.click();
      await expect(titles(page)).toHaveCount(2);
      // The other states are still there to be chosen.
      await expect(page.getByRole("checkbox", { name: /^Answered, not solved/ })).toBeVisible();

      const shared = page.url();
      await page.goto("/");
      await page.goto(shared);
      await expect(titles(page)).toHaveCount(2);
      await expect(page.getByRole("checkbox", { name: /^Solved/ })).toBeChecked();
      await page.getByRole("link", { name: /^Solved ?, remove filter/ }).click();
      await expect(titles(page)).toHaveCount(1);
      await page.getByRole("link", { name: "Clear all filters" }).click();
      await expect(page).toHaveURL(`/search?q=${zoo.word}`);
      await expect(titles(page)).toHaveCount(3);
      await page.getByRole("link", { name: "Newest" }).click();
      await expect(titles(page).first()).toHaveText(`Where to put a second ${zoo.word}`);
    });

    test("an answer that holds the words is quoted, and leads to itself", async ({ page }) => {
      await page.goto(`/search?q=${zoo.word}+singing`);
      const row = results(page)
        .getByRole("listitem")
        .filter({ hasText: "Strange noises" })
        .filter({ hasText: zoo.word });
      await expect(row.locator(".pl-res__x mark").first()).toContainText(zoo.word);
      await row.getByRole("link", { name: /^In an answer by Jonas/ }).click();
      await expect(page).toHaveURL(new RegExp(`#post-${zoo.answerId}$`));
    });

    test("the likely fix shows the whole answer, and is thanked for", async ({ page }) => {
      await page.goto(`/search?q=${zoo.word}+blinks+amber`);
      const card = page.getByRole("article", { name: "Most likely fix" });
      await expect(card).toContainText("Hold the button for ten seconds.");
      await expect(card).toContainText("Super user");
      await card.getByRole("button", { name: "This fixed it" }).click();
      await expect(page).toHaveURL(/#did-it-fix$/);
      await expect(page.locator("#did-it-fix output")).toBeVisible();
    });

    test("what isn’t found leads on to asking, with the words", async ({ page }) => {
      const words = `${made()} ${made()}`;
      await page.goto(`/search?${new URLSearchParams({ q: `${words} tag:mesh` }).toString()}`);
      await expect(
        page.getByRole("heading", { name: `Nothing found for “${words}”` }),
      ).toBeVisible();
      await expect(page.getByText("Words tried:")).toContainText(words.split(" ")[1]!);
      await page.locator("main").getByRole("link", { name: "Ask a question" }).click();
      await expect(page.locator("#ask-title")).toHaveValue(words);
    });
  });
}

test("results come while one types; then the address, and one search is kept", async ({ page }) => {
  await page.goto("/search");
  await box(page).click();
  await page.waitForLoadState("networkidle");
  await box(page).pressSequentially(zoo.word.slice(0, 6), { delay: 30 });
  await expect(titles(page).first()).toContainText(zoo.word);
  await expect(box(page)).toBeFocused();
  expect(page.url()).toBe(`${larkfield()}/search`);
  await box(page).pressSequentially(zoo.word.slice(6), { delay: 30 });
  await expect(page).toHaveURL(`/search?q=${zoo.word}`);
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(zoo.word));
  await expect(page.locator("#announcer")).toHaveText(`3 results for “${zoo.word}”`);
  await expect(page.getByRole("group", { name: "State" })).toBeVisible();
  await box(page).pressSequentially(" at night until");
  await expect(page).toHaveURL(`/search?q=${zoo.word}+at+night+until`);
  const kept = await query<{ query: string; source: string }>(
    "select query, source from search_log where query like $1",
    [`${zoo.word.slice(0, 6)}%at night until`],
  );
  expect(kept).toEqual([{ query: `${zoo.word} at night until`, source: "page" }]);
});

test("what is chosen applies at once, keeps the focus, and goes back step by step", async ({
  page,
}) => {
  await page.goto(`/search?q=${zoo.word}`);
  const solved = page.getByRole("checkbox", { name: /^Solved/ });
  await solved.focus();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/status=solved/);
  await expect(titles(page)).toHaveCount(1);
  await expect(solved).toBeFocused();
  await expect(page.locator("#announcer")).toHaveText(`1 result for “${zoo.word}”`);
  await page.goBack();
  await expect(titles(page)).toHaveCount(3);
  await expect(solved).not.toBeChecked();
  await solved.check();
  await page.getByRole("link", { name: /^Solved ?, remove filter/ }).press("Enter");
  await expect(titles(page)).toHaveCount(3);
  await expect(page.getByRole("heading", { name: "3 results" })).toBeFocused();
});

test("what a guest chose before the scripts ran is applied", async ({ page }) => {
  await page.goto(`/search?q=${zoo.word}`);
  await page.getByRole("checkbox", { name: /^Solved/ }).click();
  await expect(page).toHaveURL(/status=solved/);
  await expect(titles(page)).toHaveCount(1);
});

test("the keyboard goes from the box through the results and back", async ({ page }) => {
  await page.goto(`/search?q=${zoo.word}`);
  // The key that starts a guest's page counts.
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue(zoo.word);
  await page.keyboard.press("ArrowDown");
  const address = await titles(page).first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address!);
});

test("a click on a result is noted with its search", async ({ page }) => {
  const words = `${zoo.word} blinks at night`;
  await page.goto(`/search?${new URLSearchParams({ q: words }).toString()}`);
  await titles(page).first().click();
  await expect(page).toHaveURL(new RegExp(zoo.solved));
  await expect
    .poll(async () =>
      query<{ n: number }>("select cardinality(clicked) as n from search_log where query = $1", [
        words,
      ]),
    )
    .toEqual([{ n: 1 }]);
});

test("results that take long are dimmed, and what fails while typing changes nothing", async ({
  page,
  watched,
}) => {
  await page.goto(`/search?q=${zoo.word}`);
  await box(page).click();
  await page.waitForLoadState("networkidle");
  await page.route(/search\.data/, (route) => route.abort());
  await box(page).pressSequentially(" am");
  await page.waitForTimeout(1_600);
  await expect(titles(page)).toHaveCount(3);
  await page.unroute(/search\.data/);
  await page.route(/search\.data/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_200));
    await route.continue();
  });
  await box(page).pressSequentially("ber");
  await expect(results(page)).toHaveAttribute("aria-busy", "true");
  await expect(results(page).locator(".pl-results__in")).toHaveCSS("opacity", "0.55");
  await expect(page).toHaveURL(/amber/);
  await expect(results(page)).toHaveAttribute("aria-busy", "false");
  watched.splice(0);
});

test("a mistyped word is set right, and can be searched for all the same", async ({ page }) => {
  const wrong = `${zoo.word.slice(0, -2)}${zoo.word.at(-1)}${zoo.word.at(-2)}`;
  await page.goto(`/search?q=${wrong}`);
  await expect(page.getByText(`Showing results for “${zoo.word}”.`)).toBeVisible();
  await page.getByRole("link", { name: `Search for exactly “${wrong}”` }).click();
  await expect(box(page)).toHaveValue(`"${wrong}"`);
  await expect(page.getByRole("heading", { name: `Nothing found for “${wrong}”` })).toBeVisible();
});

test("members only find what they may read", async ({ page, context }) => {
  const word = made();
  const thread = await ask("rob", `A held secret ${word}`);
  await found(word, 1);
  await send(larkfield(), `${thread.replace(/\/[^/]*$/, "")}/do/hide`, {
    session: await startSession("dan"),
    form: { reason: "Not for everybody" },
  });
  for (const who of [null, "marta"] as const) {
    if (who) await signIn(context, who);
    await page.goto(`/search?q=${word}`);
    await expect(results(page).getByRole("heading", { level: 2 })).toHaveText("Nothing found");
    await expect(page.locator("main")).not.toContainText("A held secret");
  }
});

test("a phone shows the results first, the filters at a touch", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/search?q=${zoo.word}`);
  expect(await overflowOf(page)).toEqual([]);
  const solved = page.getByRole("checkbox", { name: /^Solved/ });
  await expect(solved).toBeHidden();
  await page.getByText("Filters", { exact: true }).click();
  await expect(solved).toBeVisible();
  await solved.check();
  await expect(titles(page)).toHaveCount(1);
  await expect(solved).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("an Arabic community searches from right to left", async ({ page }) => {
  await page.goto(`${sahl()}/search?q=${encodeURIComponent("البطاقة")}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const mark = page.locator("a[data-result] mark").first();
  await expect(mark).toContainText("بطاقة");
  const facets = await page.locator(".pl-facets").boundingBox();
  const list = await page.locator(".pl-results").boundingBox();
  expect(facets!.x).toBeGreaterThan(list!.x);
  expect(await overflowOf(page)).toEqual([]);
});

test("the feed of a search has what the search has", async ({ page }) => {
  await page.goto(`/search?q=${zoo.word}`);
  const feed = await page.locator("link[type='application/atom+xml']").getAttribute("href");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  const { pathname, search } = new URL(feed!, larkfield());
  const { body } = await send(larkfield(), pathname + search);
  expect(body.match(/<entry>/g)).toHaveLength(3);
});
