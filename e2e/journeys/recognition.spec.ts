import type { Browser, Page } from "@playwright/test";
import { faultsOf } from "../axe-faults.ts";
import { field } from "../driver.ts";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function pageOf(browser: Browser, handle?: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), ...options });
  if (handle) await signIn(context, handle);
  return context.newPage();
}

/** A member whose answer about a word was accepted. */
async function newExpert(word: string): Promise<string> {
  const expert = await newWriter();
  const id = await answer(expert, await ask("rob", `Why does ${word} blink?`), "Restart it.");
  const session = await startSession("rob");
  const sent = await send(larkfield(), `/p/${id}/accept`, { session, form: {} });
  expect(sent.status).toBe(302);
  return expert;
}

/** The member's row of a leaderboard, once the points are settled. */
async function awaitLine(page: Page, address: string, handle: string) {
  const line = page.getByRole("row").filter({ has: page.locator(`a[href="/m/${handle}"]`) });
  await expect(async () => {
    await page.goto(address);
    await expect(line).toBeVisible({ timeout: 500 });
  }).toPass();
  return line;
}

test("who asked invites an expert who agreed, without scripts, and a mail arrives", async ({
  browser,
}) => {
  const word = `beacon${mark()}`;
  const expert = await newExpert(word);
  const name = `Writer ${expert.slice(6)}`;
  const thread = await ask("priya", `Why does ${word} blink again?`);
  const asker = await pageOf(browser, "priya", { javaScriptEnabled: false });
  await asker.goto(thread);
  await expect(asker.getByRole("button", { name: `Invite ${name}` })).toHaveCount(0);

  const own = await pageOf(browser, expert, { javaScriptEnabled: false });
  await own.goto("/settings/recognition");
  await own.locator("#openToInvites").check();
  await own.getByRole("button", { name: "Save" }).click();
  await expect(own.locator("#openToInvites")).toBeChecked();
  await own.context().close();

  const invite = asker.getByRole("button", { name: `Invite ${name}` });
  await expect(async () => {
    await asker.goto(thread);
    await expect(invite).toBeVisible({ timeout: 500 });
  }).toPass();
  const line = asker.getByRole("listitem").filter({ has: invite });
  await expect(line).toContainText(/answer/i);

  for (const handle of [undefined, "marta"]) {
    const other = await pageOf(browser, handle);
    await other.goto(thread);
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(other.getByRole("heading", { name: "Who may know this" })).toHaveCount(0);
    await other.context().close();
  }

  await invite.click();
  await expect(asker).toHaveURL(/#invite$/);
  await expect(asker.getByRole("listitem").filter({ hasText: name })).toContainText(
    "Invited to answer",
  );
  const mail = asker
    .getByRole("row")
    .filter({ hasText: `${expert}@example.com` })
    .getByRole("link", { name: /thinks you can answer/ });
  await expect(async () => {
    await asker.goto("/outbox");
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await mail.click();
  await expect(asker.getByText(`Why does ${word} blink again?`).first()).toBeVisible();
  await asker.context().close();
});

test("with scripts an invitation is sent without leaving the page", async ({ browser }) => {
  const word = `lantern${mark()}`;
  const expert = await newExpert(word);
  await query("update member set open_to_invites = true where handle = $1", [expert]);
  const thread = await ask("rob", `Why does ${word} blink at night?`);
  const page = await pageOf(browser, "rob");
  const invite = page.getByRole("button", { name: `Invite Writer ${expert.slice(6)}` });
  await expect(async () => {
    await page.goto(thread);
    await expect(invite).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.locator("input[name=stay]").first()).toBeAttached();
  await invite.click();
  await expect(page.locator("#announcer")).toHaveText("Invited. They get a mail.");
  await expect(invite).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe(thread);
  await page.context().close();
});

test("a name shows a card for the keyboard and the mouse, and traps neither", async ({
  browser,
}) => {
  const thread = await ask("rob", `Who answers here ${mark()}`);
  const id = await answer("marta", thread, "I do.");
  const page = await pageOf(browser, "priya");
  const cards: string[] = [];
  page.on("request", (request) => {
    if (/member-card-view|\/card$/.test(request.url())) cards.push(request.url());
  });
  await page.goto(thread, { waitUntil: "networkidle" });
  await expect(page.locator("input[name=stay]").first()).toBeAttached();
  expect(cards).toEqual([]);
  const name = page.locator(`#post-${id} a.pl-name`);
  const card = page.getByRole("tooltip");

  await page.locator(`#post-${id}`).focus();
  await page.keyboard.press("Tab");
  await expect(name).toBeFocused();
  await expect(card).toContainText("Marta Kowalczyk");
  await expect(card).toContainText("member since");
  await expect(name).toHaveAttribute("aria-describedby", "member-card");
  expect(await faultsOf(page, "#member-card")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(name).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(card).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(card).toHaveCount(0);
  expect(await name.evaluate((link) => link.hasAttribute("aria-describedby"))).toBe(false);
  expect(cards.filter((url) => url.endsWith("/card"))).toHaveLength(1);

  await name.hover();
  await expect(card).toBeVisible();
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(card).toHaveCount(0);
  await name.click();
  await expect(page).toHaveURL(/\/m\/marta$/);
  await page.context().close();
});

test("on touch a name is a link", async ({ browser }) => {
  const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };
  const page = await pageOf(browser, "priya", phone);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/card")) asked.push(request.url());
  });
  await page.goto("/leaderboard?period=all", { waitUntil: "networkidle" });
  await page.locator("main a.pl-name").first().tap();
  await expect(page).toHaveURL(/\/m\/[\w-]+$/);
  expect(asked).toEqual([]);
  await page.context().close();
});

test("a card keeps from guests what is for members", async ({ browser }) => {
  const expert = await newExpert(`buoy${mark()}`);
  await query("update member set show_activity = 'members' where handle = $1", [expert]);
  const guest = await pageOf(browser);
  const read = async (page: Page) => (await page.request.get(`/m/${expert}/card`)).json();
  const member = await pageOf(browser, "priya");
  await expect(async () => {
    expect(((await read(member)) as { badges: unknown[] }).badges.length).toBeGreaterThan(0);
  }).toPass();
  expect(await read(guest)).toMatchObject({ handle: expert, badges: [], knows: [] });
  expect((await guest.request.get("/m/nobody-here/card")).status()).toBe(404);
  await guest.context().close();
  await member.context().close();
});

test("the leaderboard shows who helped, by time and place, and one’s own place", async ({
  browser,
}) => {
  const expert = await newExpert(`pier${mark()}`);
  const guest = await pageOf(browser, undefined, { javaScriptEnabled: false });
  await guest.goto("/");
  await guest.getByRole("contentinfo").getByRole("link", { name: "Leaderboard" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Leaderboard" })).toBeVisible();
  await expect(guest.getByText("Choose whether you are shown")).toHaveCount(0);
  await guest.getByRole("link", { name: "All time" }).click();
  await expect(guest.getByRole("row").nth(1)).toBeVisible();
  await field(guest, "Where").selectOption({ label: "Wi-Fi and router" });
  await guest.getByRole("button", { name: "Show" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
    "Leaderboard: Wi-Fi and router",
  );
  await guest.context().close();

  const page = await pageOf(browser, expert);
  const line = await awaitLine(page, "/leaderboard?space=wifi", expert);
  await expect(line).toContainText("You");
  await expect(page.getByText(/^You are in place \d+ with \d+ points?\./)).toBeVisible();

  await page.getByRole("link", { name: "Choose whether you are shown" }).click();
  await page.locator("#onLeaderboards").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#onLeaderboards")).not.toBeChecked();
  await page.goto("/leaderboard?space=wifi");
  await expect(page.getByText("You chose not to be shown on leaderboards.")).toBeVisible();
  await expect(page.locator(`main a[href="/m/${expert}"]`)).toHaveCount(0);
  await page.context().close();
});

test("staff can look at the leaderboard with staff", async ({ browser }) => {
  const page = await pageOf(browser, "dan");
  await page.goto("/leaderboard?period=all");
  await expect(page.locator('main a[href="/m/dan"]')).toHaveCount(0);
  await page.getByRole("link", { name: "With staff" }).click();
  const line = page.getByRole("row").filter({ has: page.locator('a[href="/m/dan"]') });
  await expect(line).toContainText("Larkfield staff");
  await page.context().close();
});

test("a tag and a space name the people who know about it", async ({ browser }) => {
  const page = await pageOf(browser, undefined, { javaScriptEnabled: false });
  for (const address of ["/tag/hub-3", "/s/wifi"]) {
    await expect(async () => {
      await page.goto(address);
      const rail = page.getByRole("complementary", { name: /^People who know about/ });
      await expect(rail.getByRole("link", { name: "Marta Kowalczyk" })).toBeVisible({
        timeout: 500,
      });
    }).toPass();
  }
  await page.context().close();
});

test("ranks and super users are marked beside names", async ({ page }) => {
  const thread = await ask("rob", `Who are you ${mark()}`);
  const byMarta = await answer("marta", thread, "A super user.");
  const byDan = await answer("dan", thread, "Staff.");
  await page.goto(thread);
  await expect(page.locator(`#post-${byMarta} header`)).toContainText("Super user");
  await expect(page.locator(`#post-${byMarta} header`)).toContainText(/Rank: \w+/);
  await expect(page.locator(`#post-${byDan} header`)).toContainText("Larkfield staff");
  await expect(page.locator(`#post-${byDan} header`)).not.toContainText("Rank:");
});
