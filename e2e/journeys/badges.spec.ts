import type { Browser, Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { newWriter } from "../new-writer.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function pageOf(browser: Browser, handle?: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), ...options });
  if (handle) await signIn(context, handle);
  return context.newPage();
}

test("a guest reads the catalogue and a badge without scripts", async ({ browser }) => {
  const page = await pageOf(browser, undefined, { javaScriptEnabled: false });
  await expect(async () => {
    await page.goto("/badges");
    await expect(
      page.getByRole("listitem").filter({ hasText: "Your first accepted answer" }),
    ).toContainText("members", { timeout: 500 });
  }).toPass();
  for (const group of ["Fixing things", "Sharing what you know", "Looking out for others"]) {
    await expect(page.getByRole("heading", { name: group })).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "Yours" })).toHaveCount(0);
  await page.getByRole("link", { name: "First fix", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First fix" })).toBeVisible();
  await expect(page.locator(".pl-person").first()).toBeVisible();
  expect((await page.goto("/badges/no-such-badge"))?.status()).toBe(404);
  await page.context().close();
});

test("an answer brings a badge, and the badge says for what", async ({ browser }) => {
  const handle = await newWriter();
  const title = `Why does lamp ${mark()} hum?`;
  await answer(handle, await ask("rob", title), "Turn it off and on.");
  const page = await pageOf(browser, handle);
  await expect(async () => {
    await page.goto("/badges?tab=yours");
    const card = page.getByRole("listitem").filter({ hasText: "First answer" });
    await expect(card).toContainText("Yours since", { timeout: 500 });
  }).toPass();
  await page.goto("/badges/first-answer");
  await expect(page.locator(".pl-person").first().getByRole("link", { name: title })).toBeVisible();
  await page.goto(`/m/${handle}`);
  const block = page.getByRole("complementary", { name: /badges of/i });
  await expect(block.getByRole("link", { name: /First answer/ })).toBeVisible();
  await block.getByRole("link", { name: /^All/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The badges of");
  await page.context().close();
});

test("mails about badges are off until a member turns them on", async ({ page }) => {
  await signIn(page.context(), "priya");
  await page.goto("/badges?tab=yours");
  await page.getByRole("button", { name: "Write to me about new badges" }).click();
  await page.getByRole("button", { name: "Don’t write to me about badges" }).click();
  await expect(page.getByRole("button", { name: "Write to me about new badges" })).toBeVisible();
});

test("staff give a badge with a reason and take it back", async ({ page, browser }) => {
  const reason = `For the map of all cables ${mark()}`;
  await signIn(page.context(), "dan");
  await page.goto("/badges/thanks");
  await field(page, "Handle of the member").fill("nobody-at-all");
  await field(page, "Reason").fill(reason);
  await page.getByRole("button", { name: "Give the badge" }).click();
  await expect(page.getByRole("alert")).toContainText("Nobody here has that handle.");
  await field(page, "Handle of the member").fill("@rob");
  await page.getByRole("button", { name: "Give the badge" }).click();
  await expect(page.getByText("The badge is given.")).toBeVisible();

  const guest = await pageOf(browser);
  await guest.goto("/badges/thanks");
  await expect(guest.getByText(reason)).toBeVisible();
  await expect(guest.getByRole("link", { name: "Take back" })).toHaveCount(0);

  await page.getByRole("link", { name: "Take back" }).first().click();
  await field(page, /^Reason for taking back/).fill("It was somebody else");
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("The badge is taken back.")).toBeVisible();
  await guest.goto("/badges/thanks");
  await expect(guest.getByText(reason)).toHaveCount(0);
  await guest.context().close();

  const session = await startSession("marta");
  const form = { handle: "rob", reason };
  expect((await send(larkfield(), "/badges/thanks", { session, form })).status).toBe(403);
});

test("an admin adds a badge of the brand and turns one off", async ({ page }) => {
  const name = `Cable hero ${mark()}`;
  await signIn(page.context(), "ruth");
  await page.goto("/badges");
  await page.getByRole("link", { name: "Manage badges" }).click();
  const form = page.getByRole("region", { name: "A badge of your own" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("What it is for").fill("Knows every cable");
  await form.getByLabel("Formula").fill("wonder > 3");
  await form.getByRole("button", { name: "Add the badge" }).click();
  await expect(page.getByRole("alert")).toContainText("The formula can’t be read.");
  await form.getByLabel("Formula").fill("answers >= 1");
  await form.getByRole("button", { name: "Add the badge" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/badges");
  await page.getByRole("link", { name }).click();
  await expect(page.locator(".pl-person").first()).toBeVisible();

  await page.goto("/badges/manage");
  const item = page.getByRole("listitem").filter({ hasText: name });
  await item.getByLabel("Shown").uncheck();
  await item.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/badges");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});
