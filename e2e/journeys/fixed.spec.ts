import type { Browser, Page } from "@playwright/test";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { send, type Sent } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function solved(): Promise<{ thread: string; id: number; answerId: number }> {
  const thread = await ask("rob", `The picture freezes each evening ${mark()}`);
  const answerId = await answer("chris", thread, "Restart the box once.");
  const session = await startSession("rob");
  await send(larkfield(), `/p/${answerId}/accept`, { session, form: {} });
  return { thread, answerId, id: Number(/\/t\/(\d+)/.exec(thread)?.[1]) };
}

async function pageOf(browser: Browser, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), ...options });
  return context.newPage();
}

/**
 * What a guest without and one with this cookie got of a page that nobody changed in between: the
 * index and the ledger take in a new thread at their own pace, and a page tells of both.
 */
async function onStillPage(path: string, cookie: string): Promise<{ fresh: Sent; known: Sent }> {
  for (let tries = 0; tries < 20; tries += 1) {
    const fresh = await send(larkfield(), path);
    const known = await send(larkfield(), path, { headers: { cookie } });
    const after = await send(larkfield(), path);
    if (after.body === fresh.body) return { fresh, known };
  }
  throw new Error(`${path} never stood still.`);
}

const card = (page: Page) => page.locator("#did-it-fix");

for (const [name, options] of [
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ["without JavaScript", { javaScriptEnabled: false }],
] as const) {
  test(`guests say that it works, once a visit, ${name}`, async ({ browser }) => {
    const { thread, answerId } = await solved();
    const first = await pageOf(browser, options);
    const second = await pageOf(browser, options);
    // Both look at the same kept page.
    for (const page of [first, second]) await page.goto(thread);
    for (const page of [first, second]) {
      await card(page).getByRole("button", { name: "Yes, it works" }).click();
      await expect(card(page)).toContainText("Thank you. That helps the next person.");
    }
    await first.goto(thread);
    await card(first).getByRole("button", { name: "Yes, it works" }).click();
    await expect(first.locator(`#post-${answerId}`)).toContainText("Worked for 2 people");
    const cookies = await first.context().cookies();
    expect(
      cookies.map(({ name: cookie, httpOnly, expires }) => ({ cookie, httpOnly, expires })),
    ).toEqual([{ cookie: "porchlight-visit", httpOnly: true, expires: -1 }]);
    const rows = await query<{ kept: string }>(
      "select visit_hash as kept from fix_report where post_id = $1",
      [answerId],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ kept }) => kept)).not.toContain(cookies[0]?.value);
    for (const page of [first, second]) await page.context().close();
  });
}

test("a guest’s page shows nobody’s state but what its address says", async ({ browser }) => {
  const { thread } = await solved();
  const one = await pageOf(browser);
  await one.goto(thread);
  await card(one).getByRole("button", { name: "Yes, it works" }).click();
  await expect(card(one)).toContainText("Thank you.");
  const cookie = (await one.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join();
  const { fresh, known } = await onStillPage(thread, cookie);
  expect(known.body).toBe(fresh.body);
  expect(known.headers["set-cookie"]).toBeUndefined();
  await one.context().close();
});

test("“not yet” leads on", async ({ page }) => {
  const { thread, id } = await solved();
  await signIn(page.context(), "priya");
  await page.goto(thread);
  await card(page).getByRole("button", { name: "Not yet" }).click();
  await expect(page).toHaveURL(`${larkfield()}/t/${id}/do/fix`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not fixed yet? Go on here");
  await expect(page.getByRole("link", { name: "Reply in the thread" })).toHaveAttribute(
    "href",
    `${thread}#answer`,
  );
  await expect(page.locator("main").getByRole("link", { name: /^Ask/ })).toHaveAttribute(
    "href",
    "/ask?space=wifi",
  );
  await page.getByRole("button", { name: "I have this too" }).click();
  await expect(page.getByRole("button", { name: "You have this too" })).toContainText("1");
  await expect(card(page)).toContainText("You said: not yet.");
});

test("there is nothing to say of an open question", async ({ page }) => {
  const thread = await ask("rob", `Nobody has an answer for this ${mark()}`);
  const id = /\/t\/(\d+)/.exec(thread)?.[1];
  await page.goto(thread);
  await expect(card(page)).toHaveCount(0);
  const form = { works: "yes" };
  expect((await send(larkfield(), `/t/${id}/do/fix`, { form })).status).toBe(409);
  expect((await send(larkfield(), `/t/${id}/do/fix`)).status).toBe(404);
});
