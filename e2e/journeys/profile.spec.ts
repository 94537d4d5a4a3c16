import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, query, queryOne, sahl, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const PASSWORD = "porchlight-demo";

test.use({ baseURL: larkfield() });

async function signInByForm(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await field(page, "E-mail address or handle").fill(login);
  await field(page, "Password").fill(PASSWORD);
  await page.locator("main").getByRole("button", { name: "Sign in" }).click();
}

async function deleteAccount(page: Page): Promise<void> {
  await page.goto("/settings/data");
  await field(page, "Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account will be deleted in 14 days.")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a member says what they own, and to whom", async ({ page, context, browser }) => {
      const writer = await newWriter();
      const thread = await ask(writer, `What the owner of a hub asks ${mark()}`);
      await signIn(context, writer);
      await page.goto("/settings");
      await field(page, /^Products/).fill("Hub 2\nHub 2\nFloor lamp");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page).toHaveURL(/saved/);
      const guest = await browser.newContext({ baseURL: larkfield(), javaScriptEnabled });
      const theirs = await guest.newPage();
      await theirs.goto(`/m/${writer}?tab=threads`);
      await expect(theirs.getByText("Hub 2")).toHaveCount(1);
      await expect(theirs.getByText("Floor lamp")).toBeVisible();
      await expect(theirs.locator(`a[href="${thread}"]`)).toBeVisible();

      await page.goto("/settings");
      await field(page, "Who sees your products").selectOption("members");
      await field(page, "Who sees the list of what you wrote").selectOption("members");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page).toHaveURL(/saved/);
      await theirs.goto(`/m/${writer}?tab=threads&again`);
      await expect(theirs.getByText("Hub 2")).toHaveCount(0);
      await expect(theirs.getByText("Only members see this")).toBeVisible();
      await expect(theirs.locator(`a[href="${thread}"]`)).toHaveCount(0);
      await guest.close();
      await page.goto(`/m/${writer}?tab=threads`);
      await expect(page.getByText("Hub 2")).toBeVisible();
      await expect(page.locator(`a[href="${thread}"]`)).toBeVisible();
    });

    test("too many products come back with what was typed", async ({ page, context }) => {
      await signIn(context, await newWriter());
      await page.goto("/settings");
      const lines = Array.from({ length: 11 }, (_, at) => `Thing ${at}`).join("\n");
      await field(page, /^Products/).fill(lines);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("10 products at most.").first()).toBeVisible();
      await expect(field(page, /^Products/)).toHaveValue(lines);
    });

    test("a member takes their data along", async ({ page, context }) => {
      const writer = await newWriter();
      const title = `A question for the export ${mark()}`;
      await ask(writer, title);
      await signIn(context, writer);
      await page.goto("/settings/data");
      const asked = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Prepare the file" }).click();
      await asked;
      const link = page.getByRole("link", { name: /^Download what you asked for/ });
      await expect(async () => {
        await page.goto("/settings/data");
        await expect(link).toBeVisible({ timeout: 500 });
      }).toPass();
      const href = (await link.getAttribute("href"))!;
      const download = page.waitForEvent("download");
      await link.click();
      const file = await readFile(await (await download).path(), "utf8");
      expect(JSON.parse(file)).toMatchObject({ account: { handle: writer } });
      expect(file).toContain(title);
      const stranger = await send(larkfield(), href, { session: await startSession("rob") });
      expect(stranger.status).toBe(404);
      expect((await send(larkfield(), href)).status).toBe(302);
    });

    test("a deleted account can be kept for 14 days, and is then gone", async ({
      page,
      context,
    }) => {
      const writer = await newWriter();
      const thread = await ask(writer, `Asked by somebody who leaves ${mark()}`);
      await signIn(context, writer);
      await deleteAccount(page);
      await page.goto("/settings");
      await expect(page).toHaveURL(/\/sign-in/);
      await signInByForm(page, writer);
      await expect(page.getByText("Welcome back. Your account stays.")).toBeVisible();

      await deleteAccount(page);
      await query("update member set erase_at = now() where handle = $1", [writer]);
      await query("select graphile_worker.add_job('erase_members')");
      await expect(async () => {
        expect(await query("select 1 from member where handle = $1", [writer])).toEqual([]);
      }).toPass();
      await page.goto(thread);
      await expect(page.locator("article").getByText("Former member")).toBeVisible();
      await expect(page.getByText(writer)).toHaveCount(0);
      expect((await page.goto(`/m/${writer}`))?.status()).toBe(404);
      await signInByForm(page, writer);
      await expect(page.getByRole("alert")).toBeVisible();
    });
  });
}

test("deleting needs the right password, and somebody to run the place", async ({
  page,
  context,
}) => {
  await signIn(context, await newWriter());
  await page.goto("/settings/data");
  await field(page, "Current password").fill("not the password");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  const { due } = await queryOne<{ due: string }>(
    "select count(*)::text as due from member where erase_at is not null and handle like 'gareth'",
  );
  expect(due).toBe("0");
});

test("the page of one's data is there in Arabic", async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: sahl(),
    viewport: { width: 390, height: 800 },
  });
  await signIn(context, await newWriter(sahl()), sahl());
  const page = await context.newPage();
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { name: "حذف حسابك" })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await context.close();
});
