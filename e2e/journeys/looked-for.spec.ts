import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { ask } from "../write-posts.ts";

test.use({ baseURL: larkfield() });

/** Letters that no other test types. */
const word = () =>
  Array.from(randomBytes(10), (byte) => "abcdefghijklmnopqrstuvwxyz"[byte % 26]).join("");

async function plainPage(browser: Browser, as?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), javaScriptEnabled: false });
  if (as) await signIn(context, as);
  return context.newPage();
}

const addressOf = (words: string) => `/search?${new URLSearchParams({ q: words }).toString()}`;
const result = (page: Page, title: string) =>
  page.getByRole("main").getByRole("link", { name: title }).first();

/** Searches as a guest, again until the index has followed. */
async function findAsGuest(page: Page, words: string, title: string): Promise<void> {
  await expect(async () => {
    const found = await send(larkfield(), `/api/v1/similar?title=${encodeURIComponent(words)}`);
    expect(found.body).toContain(title);
  }).toPass();
  await page.goto(addressOf(words));
  await expect(result(page, title)).toBeVisible();
}

/** Goes to the page of a query, by the list that it stands in. */
async function openFromList(page: Page, list: string, words: string): Promise<void> {
  await page.goto("/staff/search?days=7");
  await page.getByRole("navigation", { name: "Lists" }).getByRole("link", { name: list }).click();
  const link = page.getByRole("link", { name: words, exact: true });
  while ((await link.count()) === 0) await page.getByRole("link", { name: "Next" }).click();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
}

async function solve(page: Page, thread: string): Promise<void> {
  await page.getByRole("button", { name: "Assign to me" }).click();
  await expect(page.getByRole("main")).toContainText("Assigned to");
  await page.getByLabel("Number or address of the thread that answers it").fill("no thread at all");
  await page.getByRole("button", { name: "Link the answer" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no such thread");
  await page
    .getByLabel("Number or address of the thread that answers it")
    .fill(`${larkfield()}${thread}`);
  await page.getByRole("button", { name: "Link the answer" }).click();
  await expect(page.getByRole("main")).toContainText("Answered");
  await page.getByRole("button", { name: "Mark as solved" }).click();
  await expect(page.getByRole("main")).toContainText("no search yet");
}

async function clickedIn(words: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    "select coalesce(sum(cardinality(clicked)), 0)::int as count from search_log where query_key = $1",
    [words],
  );
  return row!.count;
}

test("staff answer what found nothing, and see that it helped, without JavaScript", async ({
  browser,
}) => {
  const words = `${word()} ${word()}`;
  const [guest, staff] = [await plainPage(browser), await plainPage(browser, "dan")];
  for (let time = 0; time < 2; time += 1) await guest.goto(addressOf(words));
  await guest.goto(addressOf(words.split(" ").toReversed().join(" ")));
  await openFromList(staff, "Nothing found", words);
  const title = `What to know about ${words}`;
  const thread = await ask("rob", title);
  await solve(staff, thread);

  await findAsGuest(guest, words, title);
  await result(guest, title).click();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect.poll(() => clickedIn(words)).toBe(1);

  await openFromList(staff, "Solved", words);
  await expect(staff.locator(".pl-beforeafter")).toContainText("Before0% of 3 searches");
  await expect(staff.locator(".pl-beforeafter")).toContainText("Since then100% of 1 search");
  await staff.getByRole("button", { name: "Open again" }).click();
  await expect(staff.getByRole("button", { name: "Mark as solved" })).toBeVisible();
});

test("a result that nobody opens is listed; a click is kept once", async ({ browser, page }) => {
  const words = word();
  const title = `How ${words} works`;
  const thread = await ask("rob", title);
  const [guest, staff] = [await plainPage(browser), await plainPage(browser, "dan")];
  await findAsGuest(guest, words, title);
  await openFromList(staff, "Found, but not opened", words);
  const shown = staff.getByRole("region", { name: "What these searches showed" });
  await expect(shown.getByRole("link", { name: title })).toBeVisible();
  await staff
    .getByRole("button", { name: `This answers it: ${title}` })
    .first()
    .click();
  await expect(staff.getByRole("main")).toContainText("Answered");

  const ping = await result(guest, title).getAttribute("ping");
  for (let time = 0; time < 3; time += 1) {
    const sent = await send(larkfield(), ping!, { form: {} });
    expect(sent.status).toBe(204);
  }
  expect(await clickedIn(words)).toBe(1);
  for (const odd of ["", "?s=none&t=1", "?s=none&t=none", `?s=${"x".repeat(500)}&t=1`]) {
    const sent = await send(larkfield(), `/search/clicked${odd}`, { form: {} });
    expect(sent.status).toBe(204);
  }

  await page.goto(addressOf(words));
  await result(page, title).click();
  await expect(page).toHaveURL(thread);
  await expect.poll(() => clickedIn(words)).toBe(2);
});

test("nobody else sees what people look for", async ({ page, browser }) => {
  await page.goto("/staff/search");
  await expect(page).toHaveURL(/\/sign-in/);
  for (const handle of ["priya", "marta"]) {
    const member = await plainPage(browser, handle);
    for (const path of ["/staff/search", "/staff/search/query?key=hub"]) {
      expect((await member.goto(path))?.status()).toBe(403);
    }
  }
});
