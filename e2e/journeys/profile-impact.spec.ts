import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { expect, larkfield, query, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

test.use({ baseURL: larkfield() });

async function pageOf(browser: Browser, handle?: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield(), ...options });
  if (handle) await signIn(context, handle);
  return context.newPage();
}

/** Another site's page, which takes only what says that other sites may have it. */
async function serveElsewhere(html: string) {
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.end(html);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** A question of Rob's that a new member solves. */
async function solve(): Promise<{ handle: string; thread: string; title: string }> {
  const handle = await newWriter();
  const title = `Why does hub ${mark()} hum?`;
  const thread = await ask("rob", title);
  const id = await answer(handle, thread, "Turn it off and on.");
  const session = await startSession("rob");
  const sent = await send(larkfield(), `/p/${id}/accept`, { session, form: {} });
  expect(sent.status).toBeLessThan(400);
  return { handle, thread, title };
}

test("a member sees the way to the next rank, and every point", async ({ browser, page }) => {
  const { handle, title } = await solve();
  await signIn(page.context(), handle);
  const rank = page.getByRole("region", { name: "Rank" });
  await expect(async () => {
    await page.goto(`/m/${handle}`);
    await expect(rank.getByText("15 of 50")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(rank.getByRole("list", { name: "Rank 1 of 5: Newcomer" })).toBeVisible();
  await expect(rank.getByRole("heading", { name: "What Neighbour still asks" })).toBeVisible();
  await rank.getByRole("link", { name: "Every point, one by one" }).click();
  const row = page.getByRole("row").filter({ hasText: "Your answer is accepted" });
  await expect(row).toContainText("+15");
  await expect(row.getByRole("link", { name: title })).toBeVisible();

  const path = `/m/${handle}/points`;
  const status = async (who: string) =>
    (await send(larkfield(), path, { session: await startSession(who) })).status;
  expect(await status("priya")).toBe(404);
  expect(await status("dan")).toBe(200);
  const guest = await pageOf(browser, undefined, { javaScriptEnabled: false });
  await guest.goto(path);
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.goto(`/m/${handle}`);
  await expect(guest.getByRole("region", { name: "Rank" })).toContainText("15 points");
  await expect(guest.getByText("What Neighbour still asks")).toHaveCount(0);
  await guest.context().close();
});

test("what one solved is read, and the night counts it", async ({ browser, page }) => {
  const { handle, thread } = await solve();
  for (const userAgent of [PERSON, PERSON, "Examplebot/2.0"]) {
    const guest = await pageOf(browser, undefined, { userAgent });
    await guest.goto(thread);
    await guest.context().close();
  }
  const reads = () =>
    query<{ reads: number }>(
      `select r.reads from answer_reach r
       join thread t on t.community_id = r.community_id and t.accepted_post_id = r.post_id
       where t.id = $1`,
      [/\d+/.exec(thread)![0]],
    );
  await expect.poll(reads, { timeout: 30_000 }).toEqual([{ reads: 1 }]);
  await query("select graphile_worker.add_job('settle_impact')");
  await signIn(page.context(), handle);
  const impact = page.getByRole("region", { name: "Your impact" });
  await expect(async () => {
    await page.goto(`/m/${handle}`);
    await expect(impact.getByText("reader", { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await impact.getByText("How this is counted").click();
  await expect(impact.getByText(/9 in 100 of the people helped/)).toBeVisible();
  const guest = await pageOf(browser, undefined, { javaScriptEnabled: false });
  await guest.goto(`/m/${handle}`);
  await expect(guest.getByText("person helped")).toBeVisible();
  await expect(guest.getByText("Your impact")).toHaveCount(0);
  await guest.context().close();
});

test("a badge shows on other sites once its member agrees", async ({ page, browser }) => {
  const handle = await newWriter();
  const path = `/m/${handle}/badge.svg`;
  expect((await send(larkfield(), path)).status).toBe(404);
  await signIn(page.context(), handle);
  await page.goto("/settings/recognition");
  await page.getByLabel("Let other sites show my badge").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const snippet = await page.getByLabel("HTML for your site").inputValue();

  const badge = await send(larkfield(), path);
  expect(badge.status).toBe(200);
  expect(badge.headers["content-type"]).toContain("image/svg+xml");
  expect(badge.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(badge.headers["cache-control"]).toBe("public, max-age=600");
  const etag = badge.headers.etag ?? "";
  const again = await send(larkfield(), path, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  const profile = await send(larkfield(), `/m/${handle}`);
  expect(profile.headers["cross-origin-resource-policy"]).toBe("same-origin");

  const other = await (await browser.newContext()).newPage();
  const blog = await serveElsewhere(`<!doctype html><title>Blog</title>${snippet}`);
  await other.goto(blog.address);
  const width = () => other.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth);
  await expect.poll(width).toBe(320);
  await other.context().close();
  blog.server.close();

  await page.getByLabel("Let other sites show my badge").uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("HTML for your site")).toHaveCount(0);
  expect((await send(larkfield(), path)).status).toBe(404);
});

test("mails about a month are off until asked for, and end with one click", async ({ page }) => {
  const handle = await newWriter();
  await signIn(page.context(), handle);
  await page.goto("/settings/recognition");
  const wish = page.getByLabel("Write to me about each month");
  await expect(wish).not.toBeChecked();
  await wish.check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  const token = randomBytes(32).toString("base64url");
  await query(
    `insert into month_mail (community_id, member_id, month, token_hash)
     select community_id, id, '2020-01-01', $2 from member where handle = $1`,
    [handle, createHash("sha256").update(token).digest("hex")],
  );
  const wants = async () =>
    (
      await queryOne<{ on: boolean }>('select month_mails as "on" from member where handle = $1', [
        handle,
      ])
    ).on;
  const link = `/unsubscribe/${token}`;
  const click = (headers: Record<string, string>) =>
    send(larkfield(), link, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  expect((await click({ origin: "https://evil.example" })).status).toBe(403);
  expect((await send(larkfield(), link)).status).toBe(200);
  expect(await wants()).toBe(true);
  expect((await click({})).status).toBe(200);
  expect(await wants()).toBe(false);

  await page.goto("/settings/recognition");
  await wish.check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.goto(link);
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Done.");
  expect(await wants()).toBe(false);
});

test("an admin says what the estimate of calls rests on", async ({ page }) => {
  const session = await startSession("dan");
  expect((await send(larkfield(), "/staff/impact", { session })).status).toBe(403);
  await signIn(page.context(), "ruth");
  await page.goto("/staff/impact");
  const share = page.getByLabel(/how many would have called/);
  await share.fill("many");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Write a whole number from 0 to 100.");
  await share.fill("9");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});
