import type { Browser, Page } from "@playwright/test";
import { expect, larkfield, query, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

async function guestOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: larkfield() });
  return context.newPage();
}

/** Opens the mail of that subject to somebody; what waits for an undoing doesn't wait here. */
async function openMail(page: Page, email: string, subject: RegExp): Promise<void> {
  const link = page
    .getByRole("row")
    .filter({ hasText: email })
    .getByRole("link", { name: subject });
  await expect(async () => {
    await query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now())
       from graphile_worker.jobs where task_identifier = 'run_subscriber' and run_at > now()
         and key like '%:mail_%'`,
    );
    await page.goto("/outbox");
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await link.click();
}

async function post(handle: string, path: string, form: Record<string, string>) {
  const session = await startSession(handle);
  return send(larkfield(), path, { session, form });
}

test("what was removed is appealed signed out, overturned by another, and back", async ({
  page,
  browser,
}) => {
  const writer = await newWriter();
  const thread = await ask("rob", `An answer here is removed ${mark()}`);
  const text = `Set the channel by hand ${mark()}`;
  const id = await answer(writer, thread, text);
  const removed = await post("dan", `/p/${id}/delete`, { reason: "It reads like advertising." });
  expect(removed.status).toBe(302);

  await openMail(page, `${writer}@example.com`, /Your post was removed/);
  await expect(page.locator("main")).toContainText("Reason: It reads like advertising.");
  await expect(page.locator("main")).toContainText(text);
  await page.locator("main a[href*='/appeal/']").click();
  await expect(page.getByRole("heading", { name: "Appeal a decision" })).toBeVisible();
  await expect(page.locator("main")).toContainText("It reads like advertising.");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");

  // What is refused comes back as it was typed.
  const address = new URL(page.url()).pathname;
  const long = await send(larkfield(), address, {
    form: { text: `Too long ${"x".repeat(5_000)}` },
  });
  expect(long.status).toBe(422);
  expect(long.body).toContain("Too long xxx");

  await page.locator("#text").fill("It is the only answer that helps.");
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.getByText("Your appeal is with the team")).toBeVisible();
  await expect(page.locator("#text")).toHaveCount(0);
  const again = await send(larkfield(), address, { form: { text: "Once more" } });
  expect(again.status).toBe(409);

  const appeal = await queryOne<{ id: number; case_id: number }>(
    `select a.id, c.id as case_id from appeal a
     join decision d on d.community_id = a.community_id and d.id = a.decision_id
     join moderation_case c on c.community_id = a.community_id and c.post_id = d.post_id
       and c.queue = 'appeal' and c.closed_at is null
     where d.post_id = $1`,
    [id],
  );
  const form = {
    intent: "appeal",
    appeal: String(appeal.id),
    case: String(appeal.case_id),
    outcome: "overturned",
    reason: "It isn’t advertising.",
  };
  expect((await post("dan", "/staff/desk", form)).status).toBe(403);
  expect((await post("ruth", "/staff/desk", form)).status).toBe(302);

  const guest = await guestOf(browser);
  await openMail(guest, `${writer}@example.com`, /Your appeal was right/);
  await expect(guest.locator("main")).toContainText("The team’s answer: It isn’t advertising.");
  await guest.locator("main a[href*='/appeal/']").click();
  await expect(guest.getByText("Your appeal was right")).toBeVisible();
  await guest.goto(thread);
  await expect(guest.locator(`#post-${id}`)).toContainText(text);
  await guest.context().close();
});

test("whoever is suspended reads why, and appeals without signing in", async ({ page }) => {
  const writer = await newWriter();
  const { id } = await queryOne<{ id: number }>(
    `select m.id from member m join community_host h on h.community_id = m.community_id
     where h.host = $1 and m.handle = $2`,
    [new URL(larkfield()).hostname, writer],
  );
  const { id: caseId } = await queryOne<{ id: number }>(
    `insert into moderation_case (community_id, queue, member_id)
     select community_id, 'suspect', $2 from community_host where host = $1 returning id`,
    [new URL(larkfield()).hostname, id],
  );
  const decided = await post("dan", "/staff/desk", {
    intent: "decide",
    verb: "suspend",
    kind: "member",
    id: String(id),
    case: String(caseId),
    reason: "Threats to others.",
    hours: "48",
  });
  expect(decided.status).toBe(302);
  await openMail(page, `${writer}@example.com`, /Your account is suspended/);
  await expect(page.locator("main")).toContainText("It ends on");
  await page.locator("main a[href*='/appeal/']").click();
  await page.locator("#text").fill("That wasn’t me.");
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.getByText("Your appeal is with the team")).toBeVisible();
});

test("whoever is silenced reads why on every page, and keeps their profile as it is", async ({
  page,
}) => {
  const writer = await newWriter();
  await query(
    `with made as (
       insert into decision (community_id, verb, member_id, about_id, reason, before, after)
       select m.community_id, 'silence', m.id, m.id, 'Insults in three threads.', '{}', '{}'
       from member m join community_host h on h.community_id = m.community_id
       where h.host = $1 and m.handle = $2 returning community_id, id, member_id)
     insert into sanction (community_id, member_id, kind, starts_at, ends_at, decision_id)
     select community_id, member_id, 'silence', now() - interval '1 minute', now() + interval '2 days', id
     from made`,
    [new URL(larkfield()).hostname, writer],
  );
  await signIn(page.context(), writer);
  const thread = await ask("rob", `A question to read alone ${mark()}`);
  await page.goto(thread);
  const banner = page.getByRole("status").filter({ hasText: "You can read but not write" });
  await expect(banner).toContainText("Insults in three threads.");
  await banner.getByRole("link", { name: "Read more or appeal" }).click();
  await expect(page.getByRole("heading", { name: "You can’t write for now" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Appeal", exact: true })).toBeVisible();
  await page.goto("/settings");
  await page.locator("#bio").fill("Write to me elsewhere");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("You can read but not write for now");
});

test("staff see what was decided; only admins take it away", async ({ page }) => {
  const writer = await newWriter();
  const thread = await ask("rob", `Looked at by staff ${mark()}`);
  const id = await answer(writer, thread, "Turn it off and on.");
  const reason = `Wrong place ${mark()}`;
  await post("dan", `/p/${id}/hide`, { reason });
  await signIn(page.context(), "dan");
  await page.goto("/staff/decisions?verb=hide&moderator=dan");
  const row = page.getByRole("row").filter({ hasText: reason });
  await expect(row).toContainText("Stands");
  await expect(page.getByRole("link", { name: /Statements/ })).toHaveCount(0);
  const path = "/staff/decisions/export.jsonl";
  const session = await startSession("dan");
  expect((await send(larkfield(), path, { session })).status).toBe(403);
  const sent = await send(larkfield(), path, { session: await startSession("ruth") });
  expect(sent.status).toBe(200);
  const lines = sent.body.trimEnd().split("\n");
  const own = lines.map((line) => JSON.parse(line) as Record<string, unknown>).at(-1)!;
  expect(sent.body).toContain(reason);
  expect(own).toHaveProperty("puid");
  await row.getByRole("button", { name: /Undo decision/ }).click();
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(row.filter({ hasText: "Undone" }).first()).toBeVisible();
});

test("everybody sees how the team decides", async ({ page }) => {
  await page.goto("/guidelines");
  await page.getByRole("link", { name: "How the team decides" }).click();
  await expect(page.getByRole("heading", { name: "How the team decides" })).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveCount(0);
  const csv = await send(larkfield(), "/transparency.csv");
  expect(csv.headers["content-type"]).toContain("text/csv");
  expect(csv.body).toContain("year,appeals_made,,");
});
