import type { Locator, Page } from "@playwright/test";
import { field } from "./driver.ts";
import { expect, larkfield, signIn, test } from "./fixtures.ts";
import { answer, ask } from "./write-posts.ts";
import { mark } from "./mark.ts";

test.use({ baseURL: larkfield() });

const said = (page: Page, text: string | RegExp) =>
  expect(page.locator("#announcer")).toHaveText(text);

async function running(page: Page): Promise<void> {
  await expect(page.locator("input[name=stay]").first()).toBeAttached();
}

/** Presses a button with the keyboard; what it did must be said, and the focus stay on it. */
async function pressAndStay(page: Page, button: Locator, text: string): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
  await said(page, text);
  await expect(button).toBeFocused();
}

test("switches say what they did and keep the focus", async ({ page, context }) => {
  const title = `Is anything said after a vote ${mark()}`;
  const thread = await ask("rob", title);
  const id = await answer("marta", thread, "It should be.");
  await signIn(context, "priya");
  await page.goto(thread);
  await running(page);
  const post = page.locator(`#post-${id}`);
  const vote = post.getByRole("button", { name: /^Helpful/ });
  const bookmark = post.getByRole("button", { name: "Bookmark" });
  const same = page.locator("[data-key=same]");
  const follow = page.getByRole("button", { name: `Follow ${title}` });
  await pressAndStay(page, vote, "Marked as helpful.");
  await pressAndStay(page, vote, "No longer marked as helpful.");
  await pressAndStay(page, bookmark, "Bookmarked.");
  await pressAndStay(page, bookmark, "Bookmark removed.");
  await pressAndStay(page, same, "Counted: you have this too.");
  await pressAndStay(page, same, "No longer counted.");
  // Whoever has the problem too follows the thread.
  const follows = (await follow.getAttribute("aria-pressed")) === "true";
  const [first, second] = ["You no longer follow this.", "You follow this now."];
  await pressAndStay(page, follow, follows ? first : second);
  await pressAndStay(page, follow, follows ? second : first);
  const dark = page.getByRole("button", { name: "Dark", exact: true });
  await pressAndStay(page, dark, "Saved for this browser.");
});

test("an answer that moves when it is accepted takes the focus along", async ({
  page,
  context,
}) => {
  const thread = await ask("rob", `Where is the focus after accepting ${mark()}`);
  await answer("chris", thread, "Another one.");
  const id = await answer("marta", thread, "Accept me.");
  await signIn(context, "rob");
  await page.goto(thread);
  await running(page);
  const post = page.locator(`#post-${id}`);
  await post.getByRole("button", { name: "This solved it" }).focus();
  await page.keyboard.press("Enter");
  await said(page, /^Accepted\./);
  await expect(page.locator("#accepted")).toContainText("Accept me.");
  await expect(post).toBeFocused();
});

test("what goes leaves the focus near, and can come back", async ({ page, context }) => {
  const thread = await ask("rob", `Where is the focus after removing ${mark()}`);
  const id = await answer("marta", thread, "Remove me.");
  await signIn(context, "dan");
  await page.goto(thread);
  await running(page);
  const post = page.locator(`#post-${id}`);
  const fromMenu = async (name: string) => {
    await post.getByRole("button", { name: "More actions" }).focus();
    await page.keyboard.press("Enter");
    await post.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  const near = () =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("article, h1") !== null))
      .toBe(true);
  await fromMenu("Remove");
  await said(page, "Removed.");
  await near();
  await fromMenu("Restore");
  await said(page, "Restored.");
  await near();

  await post.getByRole("button", { name: "More actions" }).click();
  await post.getByRole("link", { name: "Hide", exact: true }).click();
  await field(page, "Reason").fill("Off topic");
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(post).toContainText("Off topic");
  await expect(post).toBeFocused();
});

test("what could not be done is shown and read out", async ({ page, context, browser }) => {
  const thread = await ask("rob", `What is said when a vote fails ${mark()}`);
  const id = await answer("marta", thread, "Vote for me, quickly.");
  await signIn(context, "priya");
  await page.goto(thread);
  await running(page);
  const other = await browser.newContext({ baseURL: larkfield() });
  await signIn(other, "dan");
  const moderator = await other.newPage();
  await moderator.goto(`/p/${id}/hide`);
  await field(moderator, "Reason").fill("Gone meanwhile");
  await moderator.getByRole("button", { name: "Do it" }).click();
  await expect(moderator.locator(`#post-${id}`)).toContainText("Gone meanwhile");
  await other.close();
  await page
    .locator(`#post-${id}`)
    .getByRole("button", { name: /^Helpful/ })
    .click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});
