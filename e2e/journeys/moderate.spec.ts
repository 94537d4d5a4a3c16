import type { Browser, Page } from "@playwright/test";
import { field, writeAnew } from "../driver.ts";
import { expect, larkfield, signIn, test } from "../fixtures.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function pageOf(browser: Browser, handle?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield() });
  if (handle) await signIn(context, handle);
  return context.newPage();
}

/** Opens the menu of a post and chooses from it. */
async function fromMenu(page: Page, postId: number, name: string): Promise<void> {
  const post = page.locator(`#post-${postId}`);
  await post.getByRole("button", { name: "More actions" }).click();
  await page.locator(`#menu-${postId}`).getByText(name, { exact: true }).click();
}

async function fromThreadMenu(page: Page, name: string): Promise<void> {
  await page.locator("[popovertarget=thread-menu]").click();
  await page.locator("#thread-menu").getByText(name, { exact: true }).click();
}

async function giveReason(page: Page, reason: string): Promise<void> {
  await field(page, "Reason").fill(reason);
  await page.getByRole("button", { name: "Do it" }).click();
}

test("an answer is hidden with a reason and shown again", async ({ page, browser }) => {
  const thread = await ask("rob", `An answer here gets hidden ${mark()}`);
  const text = `Call me on this number ${mark()}`;
  const id = await answer("chris", thread, text);
  await signIn(page.context(), "dan");
  await page.goto(thread);
  await fromMenu(page, id, "Hide");
  await giveReason(page, "Private details in it.");
  await expect(page.getByText("Hidden from readers. Private details in it.")).toBeVisible();
  await expect(page.getByText(text)).toBeVisible();

  const guest = await pageOf(browser);
  await guest.goto(thread);
  await expect(guest.locator(`#post-${id}`)).toContainText("is hidden. Private details in it.");
  expect(await guest.content()).not.toContain(text);

  await fromMenu(page, id, "Show again");
  await expect(page.getByText("Hidden from readers.")).toHaveCount(0);
  await guest.reload();
  await expect(guest.locator(`#post-${id}`)).toContainText(text);
  await guest.context().close();
});

test("a reason is asked for", async ({ page }) => {
  const thread = await ask("rob", `Hidden without saying why ${mark()}`);
  const id = await answer("chris", thread, "An answer.");
  await signIn(page.context(), "dan");
  await page.goto(`/p/${id}/hide`);
  await page.locator("main form[method=post]").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByRole("alert")).toContainText("Fill this in.");
});

test("a thread is closed and opened again", async ({ page, browser }) => {
  const thread = await ask("rob", `This thread gets closed ${mark()}`);
  await signIn(page.context(), "dan");
  await page.goto(thread);
  await fromThreadMenu(page, "Close the thread");
  await giveReason(page, "Moved to the outage page.");
  await expect(
    page.getByText("This thread is closed for new replies. Moved to the outage page."),
  ).toBeVisible();

  const member = await pageOf(browser, "priya");
  await member.goto(thread);
  await expect(member.getByText("This thread takes no more replies.")).toBeVisible();
  await expect(member.getByRole("button", { name: "Post answer" })).toHaveCount(0);

  await fromThreadMenu(page, "Open the thread again");
  await expect(page.getByText("This thread is closed for new replies.")).toHaveCount(0);
  await member.reload();
  await expect(member.getByRole("button", { name: "Post answer" })).toBeVisible();
  await member.context().close();
});

test("an answer becomes the official one, and no longer", async ({ page }) => {
  const thread = await ask("rob", `Which answer is official here ${mark()}`);
  const text = `The next firmware fixes it ${mark()}`;
  const id = await answer("owen", thread, text);
  await signIn(page.context(), "dan");
  await page.goto(thread);
  await fromMenu(page, id, "Make it the official answer");
  const box = page.getByRole("region", { name: "Official answer" });
  await expect(box).toContainText(text);
  await fromMenu(page, id, "No longer official");
  await expect(box).toHaveCount(0);
  await expect(page.locator(`#post-${id}`)).toContainText(text);
});

test("an edit leaves a revision with a readable difference", async ({ page }) => {
  const thread = await ask("rob", `Which channel is best at home ${mark()}`);
  const id = await answer("chris", thread, "Use channel six at home.");
  await signIn(page.context(), "chris");
  await page.goto(thread);
  await fromMenu(page, id, "Edit");
  await writeAnew(page, "Text", "Use channel eleven at home.");
  await field(page, /^What did you change\?/).fill("Six was crowded");
  await page.getByRole("button", { name: "Save changes" }).click();
  const post = page.locator(`#post-${id}`);
  await expect(post).toContainText("Use channel eleven at home.");
  await expect(post).toContainText(/Edited/);
  await post.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { name: "How this post changed" })).toBeVisible();
  await expect(page.locator("main ins")).toContainText("eleven");
  await expect(page.locator("main del")).toContainText("six");
  await expect(page.locator("main")).toContainText("Six was crowded");
});

test("an edit against an older text shows both", async ({ page, browser }) => {
  const thread = await ask("rob", `Two people edit at the same time ${mark()}`);
  const id = await answer("chris", thread, "The first text.");
  await signIn(page.context(), "chris");
  await page.goto(`/p/${id}/edit`);
  const other = await pageOf(browser, "dan");
  await other.goto(`/p/${id}/edit`);
  await writeAnew(other, "Text", "The moderator’s text.");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(other.locator(`#post-${id}`)).toContainText("The moderator’s text.");
  await other.context().close();

  await writeAnew(page, "Text", "My own second text.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Somebody changed this text");
  await expect(page.locator("textarea[name=body]")).toHaveValue("My own second text.");
  await expect(field(page, /^The post changed while you were writing/)).toHaveValue(
    "The moderator’s text.",
  );
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.locator(`#post-${id}`)).toContainText("My own second text.");
});

test("one’s own answer is removed and restored", async ({ page, browser }) => {
  const thread = await ask("rob", `An answer here gets removed ${mark()}`);
  const text = `On second thought no ${mark()}`;
  const id = await answer("chris", thread, text);
  await signIn(page.context(), "chris");
  await page.goto(thread);
  await fromMenu(page, id, "Remove");
  await expect(page.locator(`#post-${id}`)).toHaveCount(0);

  const moderator = await pageOf(browser, "dan");
  await moderator.goto(thread);
  await expect(moderator.locator(`#post-${id}`)).toContainText(text);
  await fromMenu(moderator, id, "Restore");
  await expect(moderator.locator(`#post-${id}`).getByText("Removed.")).toHaveCount(0);
  await moderator.context().close();
  await page.reload();
  await expect(page.locator(`#post-${id}`)).toContainText(text);
});

test("a member finds no moderation in the page and is refused at its address", async ({ page }) => {
  const thread = await ask("rob", `No moderation for members here ${mark()}`);
  const id = await answer("chris", thread, "An answer.");
  await signIn(page.context(), "priya");
  await page.goto(thread);
  await expect(page.getByText("Hide", { exact: true })).toHaveCount(0);
  await expect(page.locator("#thread-menu")).toHaveCount(0);
  await page.goto(`/p/${id}/hide`);
  await field(page, "Reason").fill("I do not like it.");
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByRole("alert")).toContainText("You can’t do this here.");
});
