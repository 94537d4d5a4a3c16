import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, query, test } from "../fixtures.ts";
import { awaitMail } from "../mail.ts";

const DEMO_PASSWORD = "porchlight-demo";

test.use({ baseURL: larkfield() });

/** A copy of a demo member with a handle of its own, so that tests do not end each other's sessions. */
async function newMember(): Promise<string> {
  const handle = `acc_${randomBytes(4).toString("hex")}`;
  await query(
    `insert into member (community_id, handle, handle_key, name, email, email_key,
       email_verified_at, password_hash)
     select m.community_id, $1, $1, 'Account Tester', $2, $2, now(), m.password_hash
     from member m join community_host h on h.community_id = m.community_id
     where h.host = 'localhost' and m.handle = 'priya'`,
    [handle, `${handle}@example.com`],
  );
  return handle;
}

async function signInByForm(page: Page, login: string, password: string): Promise<void> {
  await field(page, "E-mail address or handle").fill(login);
  await field(page, "Password").fill(password);
  await page.locator("main").getByRole("button", { name: "Sign in" }).click();
}

const accountMenu = (page: Page) =>
  page.getByRole("button", { name: "Your account, Account Tester" });

async function signedIn(browser: Browser, handle: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield() });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await signInByForm(page, handle, DEMO_PASSWORD);
  await expect(accountMenu(page)).toBeVisible();
  return page;
}

test("a forgotten password is set anew by mail, which ends every session", async ({
  page,
  browser,
}) => {
  const handle = await newMember();
  const elsewhere = await signedIn(browser, handle);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await field(page, "E-mail address").fill(`${handle}@example.com`);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByText("a mail with a link is on its way")).toBeVisible();
  await expect(page.getByRole("link", { name: "outbox" })).toBeVisible();
  await (await awaitMail(page, `${handle}@example.com`)).click();
  await page
    .locator("main")
    .getByRole("link", { name: /\/reset\?token=/ })
    .click();
  const link = page.url();
  await field(page, "New password").fill("short");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByRole("alert")).toContainText("characters");
  await field(page, "New password").fill("meadow lantern thursday");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("Your new password is set. Sign in with it.")).toBeVisible();

  await signInByForm(page, handle, DEMO_PASSWORD);
  await expect(page.getByRole("alert")).toContainText("No account has this address or handle");
  await signInByForm(page, handle, "meadow lantern thursday");
  await expect(accountMenu(page)).toBeVisible();

  await elsewhere.goto("/settings");
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await elsewhere.context().close();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link has ended" })).toBeVisible();
});

test("nobody learns from the reset page who has an account", async ({ page }) => {
  await page.goto("/forgot");
  await field(page, "E-mail address").fill(`nobody-${randomBytes(4).toString("hex")}@example.com`);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByText("If this address has an account here")).toBeVisible();
});

test("another device is signed out, then all", async ({ page, browser }) => {
  const handle = await newMember();
  const other = await signedIn(browser, handle);
  await page.goto("/sign-in?to=/settings/sessions");
  await signInByForm(page, `${handle}@example.com`, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/settings\/sessions$/);
  const rows = page.getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "This device" })).toHaveCount(1);
  await page.getByRole("button", { name: /^Sign out (?!everywhere)/ }).click();
  await expect(page.getByText("That device is signed out.")).toBeVisible();
  await expect(rows).toHaveCount(2);
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/sign-in\?to=/);

  await signInByForm(other, handle, DEMO_PASSWORD);
  await expect(accountMenu(other)).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out everywhere.")).toBeVisible();
  for (const left of [page, other]) {
    await left.goto("/settings");
    await expect(left).toHaveURL(/\/sign-in\?to=/);
  }
  await other.context().close();
});

test("a wrong password says one thing for known and unknown", async ({ page }) => {
  const handle = await newMember();
  const messages: (string | null)[] = [];
  for (const login of [handle, `${handle}x`]) {
    await page.goto("/sign-in");
    await signInByForm(page, login, "not the password");
    await expect(page.getByRole("alert")).toBeVisible();
    messages.push(await page.getByRole("alert").textContent());
    await expect(field(page, "E-mail address or handle")).toHaveValue(login);
    await expect(field(page, "Password")).toHaveValue("");
  }
  expect(messages[0]).toBe(messages[1]);
});

test("signing in leads back to where it was asked for", async ({ page }) => {
  const handle = await newMember();
  await page.goto("/settings/sessions");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signInByForm(page, handle, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/settings\/sessions$/);
});

const hostile = [
  "https://evil.test/",
  "//evil.test/",
  "/\\evil.test/",
  "/%2F/evil.test",
  "javascript:alert(1)",
  "/\t/evil.test",
  "/.//evil.test",
  "\\\\evil.test",
];

for (const to of hostile) {
  test(`signing in never leads away: ${JSON.stringify(to)}`, async ({ page }) => {
    const handle = await newMember();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    await page.goto(`/sign-in?${new URLSearchParams({ to }).toString()}`);
    // The hidden field too is the visitor's to change.
    await page.locator("#main input[name=to]").evaluate((input: HTMLInputElement, value) => {
      input.value = value;
    }, to);
    await signInByForm(page, handle, DEMO_PASSWORD);
    await expect(accountMenu(page)).toBeVisible();
    expect(new URL(page.url()).origin).toBe(larkfield());
    expect(asked.filter((host) => host !== new URL(larkfield()).host)).toEqual([]);
  });
}

test("signing out takes a form, not a link", async ({ page }) => {
  const handle = await newMember();
  await page.goto("/sign-in");
  await signInByForm(page, handle, DEMO_PASSWORD);
  await accountMenu(page).click();
  await page.goto("/sign-out");
  await expect(accountMenu(page)).toBeVisible();
  await accountMenu(page).click();
  await page.locator("#account-menu").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a profile is changed and seen", async ({ page }) => {
  const handle = await newMember();
  await page.goto("/sign-in");
  await signInByForm(page, handle, DEMO_PASSWORD);
  await expect(accountMenu(page)).toBeVisible();
  await page.goto("/settings");
  await field(page, /^About you/).fill("Two hubs and a long garden.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/saved/);
  await page.goto(`/m/${handle}`);
  await expect(page.locator("main")).toContainText("Two hubs and a long garden.");
});
