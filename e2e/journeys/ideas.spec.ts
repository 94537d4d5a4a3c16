import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function suggest(handle: string, title: string): Promise<string> {
  const session = await startSession(handle);
  const form = {
    kind: "idea",
    title,
    body: "It would be nice.",
    spaceSlug: "wifi",
    tags: "",
    idempotencyKey: randomUUID(),
  };
  const sent = await send(larkfield(), "/ask", { session, form });
  return sent.headers.location ?? "";
}

async function pageOf(browser: Browser, handle?: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), ...options });
  if (handle) await signIn(context, handle);
  return context.newPage();
}

async function openForm(page: Page, idea: string): Promise<void> {
  await page.goto(idea);
  await page.locator("[popovertarget=thread-menu]").click();
  await page.locator("#thread-menu").getByText("Change status or merge").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Status of");
}

test("staff say what becomes of an idea, and its author hears of it", async ({ page, browser }) => {
  const title = `A lamp that dims at night ${mark()}`;
  const idea = await suggest("rob", title);
  await signIn(page.context(), "dan");
  await openForm(page, idea);
  await field(page, "Status").selectOption({ label: "Declined" });
  await page.getByRole("button", { name: "Save the status" }).click();
  await expect(page.getByRole("alert")).toContainText("Say why it is declined.");
  await field(page, "Status").selectOption({ label: "Planned" });
  await field(page, "What do you tell the community?").fill("With the next firmware.");
  await page.getByRole("button", { name: "Save the status" }).click();
  await expect(page.getByText("From Larkfield: With the next firmware.")).toBeVisible();

  const guest = await pageOf(browser);
  await guest.goto(idea);
  const rail = guest.getByRole("complementary", { name: "About this thread" });
  await expect(rail.getByText("What became of it")).toBeVisible();
  await expect(rail.getByText("Planned")).toBeVisible();
  await expect(rail.getByText("Dan", { exact: false }).first()).toBeVisible();
  await guest.goto("/ideas");
  const filters = guest.getByRole("navigation", { name: "Status of ideas" });
  await filters.getByRole("link", { name: "Planned" }).click();
  await expect(guest).toHaveURL(/status=planned/);
  await expect(guest.getByRole("link", { name: title })).toBeVisible();
  await filters.getByRole("link", { name: "Shipped" }).click();
  await expect(guest.getByRole("link", { name: title })).toHaveCount(0);
  await expect(async () => {
    await guest.goto("/outbox");
    await expect(guest.getByText(`Planned: ${title}`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await guest.context().close();
});

test("an idea is merged into another, and its address leads there", async ({ browser }) => {
  const page = await pageOf(browser, "dan", { javaScriptEnabled: false });
  const title = `A quieter fan in the hub ${mark()}`;
  const idea = await suggest("rob", title);
  const other = await suggest("chris", `Make the hub more quiet ${mark()}`);
  const id = Number(/\/t\/(\d+)/.exec(idea)?.[1]);
  for (const [handle, thread] of [
    ["priya", idea],
    ["marta", idea],
    ["priya", other],
  ] as const) {
    const session = await startSession(handle);
    const path = `/t/${/\/t\/(\d+)/.exec(thread)?.[1]}/do/same-here`;
    await send(larkfield(), path, { session, form: { on: "yes" } });
  }
  await page.goto(`/t/${id}/do/idea`);
  await field(page, "Address or number of the other idea").fill(larkfield() + other);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page).toHaveURL(larkfield() + other);
  await expect(page.getByText("Members who want this:").locator("..")).toContainText("2");

  const old = await send(larkfield(), idea);
  expect(old.status).toBe(301);
  expect(old.headers.location).toBe(other);
  const guest = await pageOf(browser);
  await guest.goto(idea);
  await expect(guest).toHaveURL(larkfield() + other);
  await guest.getByRole("link", { name: `“${title}” was merged into this` }).click();
  await expect(guest.getByText("This idea was merged into another one:")).toBeVisible();
  await expect(guest.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await guest.goto("/ideas");
  await expect(guest.getByRole("link", { name: title })).toHaveCount(0);
  await guest.context().close();
  await page.context().close();
});

test("a member can’t decide on an idea", async ({ page }) => {
  const idea = await suggest("rob", `Only staff decide on this ${mark()}`);
  const id = /\/t\/(\d+)/.exec(idea)?.[1];
  await signIn(page.context(), "priya");
  await page.goto(idea);
  await expect(page.locator("#thread-menu")).toHaveCount(0);
  const response = await page.goto(`/t/${id}/do/idea`);
  expect(response?.status()).toBe(403);
  const session = await startSession("priya");
  const form = { intent: "status", status: "shipped", note: "" };
  expect((await send(larkfield(), `/t/${id}/do/idea`, { session, form })).status).toBe(403);
});
