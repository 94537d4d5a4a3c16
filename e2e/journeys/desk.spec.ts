import type { Browser, Page } from "@playwright/test";
import { copyCommunity } from "../copy-community.ts";
import { expect, query, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { originOf } from "../origins.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

// They work through the one queue of a community of their own.
test.describe.configure({ mode: "default" });

const slug = `desk-${mark()}`;
const host = `${slug}.localhost`;
let communityId = 0;

const origin = originOf(host);

test.use({ baseURL: origin });

test.beforeAll(async () => {
  communityId = await copyCommunity({
    from: "larkfield",
    slug,
    host,
    locale: "en",
    name: "Desk",
  });
  // Nothing comes to this desk by itself.
  await query("insert into desk_settings values ($1, 0, 0)", [communityId]);
});

/** So many new threads, each of a new member and reported; gives their ids in the order of the desk. */
async function reported(count: number): Promise<{ ids: number[] }> {
  await query("delete from report where community_id = $1 and outcome is null", [communityId]);
  await query("delete from moderation_case where community_id = $1 and closed_at is null", [
    communityId,
  ]);
  const ids: number[] = [];
  for (let at = 0; at < count; at += 1) {
    ids.push(await waiting(await newWriter(origin), at));
  }
  return { ids };
}

/** A thread as it would be after a report; gives its id. */
async function waiting(handle: string, at: number): Promise<number> {
  const [thread] = await query<{ id: number; opening: number }>(
    `insert into thread (community_id, kind, space_id, author_id, title, slug)
     select $1, 'question', s.id, m.id, $3, 'buy-this' from member m, space s
     where m.community_id = $1 and m.handle = $2 and s.community_id = $1 and s.slug = 'wifi'
     returning id, nextval(pg_get_serial_sequence('post', 'id')) as opening`,
    [communityId, handle, `Buy this ${mark()} ${at}`],
  );
  const { id, opening } = thread!;
  await query(
    `insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text)
     select $1, $3, id, 'opening', $3, author_id, '{"type":"doc","content":[{"type":"paragraph"}]}',
       '<p>Buy this.</p>', 'Buy this.' from thread where community_id = $1 and id = $2`,
    [communityId, id, opening],
  );
  await query("update thread set opening_post_id = $3 where community_id = $1 and id = $2", [
    communityId,
    id,
    opening,
  ]);
  await query(
    `insert into moderation_case (community_id, queue, thread_id, space_id, priority, opened_at, due_at)
     select community_id, 'reported', id, space_id, 1, now(), now() + make_interval(mins => $3)
     from thread where community_id = $1 and id = $2`,
    [communityId, id, 30 + at],
  );
  return id;
}

async function statesOf(ids: number[]): Promise<string[]> {
  const rows = await query<{ id: number; state: string }>(
    "select id, state from thread where community_id = $1 and id = any($2)",
    [communityId, ids],
  );
  return ids.map((id) => rows.find((row) => Number(row.id) === Number(id))!.state);
}

async function deskOf(browser: Browser, handle: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  await signIn(context, handle, origin);
  return context.newPage();
}

test("staff work through twenty cases by keyboard alone", async ({ page, context }) => {
  const { ids } = await reported(20);
  await signIn(context, "dan", origin);
  await page.goto("/staff/desk");
  await expect(page.getByText("20 waiting")).toBeVisible();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("#bulk")!).some((key) => key.startsWith("__react")),
  );
  await page.keyboard.press("j");
  await expect(page.getByRole("button", { name: "Keep" })).toBeVisible();
  for (const [at] of ids.entries()) {
    const left = 20 - at;
    await expect(page.getByText(`${left} waiting`)).toBeVisible();
    if (at % 2 === 0) await page.keyboard.press("a");
    else {
      await page.keyboard.press("r");
      await page.keyboard.type("An advert that nobody asked for.");
      await page.keyboard.press("Escape");
      await page.keyboard.press("h");
    }
  }
  await expect(page.getByText("Nothing waits", { exact: true })).toBeVisible();
  expect(await statesOf(ids)).toEqual(ids.map((_, at) => (at % 2 === 0 ? "published" : "hidden")));

  await page.keyboard.press("z");
  await expect(page.getByText("1 waiting")).toBeVisible();
  expect((await statesOf(ids)).at(-1)).toBe("published");
});

test("two moderators see each other, and the second to decide is told", async ({ browser }) => {
  const { ids } = await reported(1);
  const one = await deskOf(browser, "dan");
  const two = await deskOf(browser, "ruth");
  for (const page of [one, two]) {
    await page.goto("/staff/desk");
    await page.locator("a[data-case]").first().click();
    await expect(page.getByRole("button", { name: "Keep" })).toBeVisible();
    await page.waitForLoadState("networkidle");
  }
  await two.reload();
  await expect(two.getByText(/has this case open right now/)).toBeVisible();
  await one.getByRole("textbox", { name: "Reason" }).fill("An advert.");
  await one.getByRole("button", { name: /^Hide/ }).click();
  await expect(one.getByText("Nothing waits", { exact: true })).toBeVisible();
  await two.getByRole("button", { name: /^Keep/ }).click();
  await expect(two.getByRole("alert")).toContainText("hid it");
  expect(await statesOf(ids)).toEqual(["hidden"]);
  for (const page of [one, two]) await page.context().close();
});

test("a member reports a post, and without JavaScript staff decide about it", async ({
  browser,
}) => {
  await reported(0);
  const author = await newWriter(origin);
  const title = `Nobody should read this ${mark()}`;
  const thread = await ask(author, title, "The hub insults whoever asks it for help.", origin);
  const plain = { javaScriptEnabled: false };
  const reader = await deskOf(browser, await newWriter(origin), plain);
  await reader.goto(thread);
  const report = await reader.locator("a[href$='/report']").first().getAttribute("href");
  await reader.goto(report!);
  await reader.getByRole("radio", { name: "Rude or insulting" }).check({ force: true });
  await reader.getByRole("textbox", { name: "Anything to add?" }).fill("It insults the asker.");
  await reader.getByRole("button", { name: "Send report" }).click();
  await expect(reader.getByText("Your report is with the team.")).toBeVisible();

  const staff = await deskOf(browser, "dan", plain);
  await staff.goto("/staff/desk?queue=reported");
  await staff.locator("a[data-case]").first().click();
  await expect(staff.getByText("It insults the asker.")).toBeVisible();
  await staff.getByRole("button", { name: /^Hide/ }).click();
  await expect(staff.getByRole("alert")).toBeVisible();
  await staff.getByRole("textbox", { name: "Reason" }).fill("It insults.");
  await staff.getByRole("button", { name: /^Hide/ }).click();
  await expect(staff.getByText("Done: hidden.")).toBeVisible();
  for (const page of [reader, staff]) await page.context().close();
});

test("a view is kept, a case given to somebody, answered and noted, without JavaScript", async ({
  browser,
}) => {
  const { ids } = await reported(2);
  const staff = await deskOf(browser, "dan", { javaScriptEnabled: false });
  await staff.goto("/staff/desk?queue=reported");
  await staff.locator("a[data-case]").first().click();
  await staff.locator("summary", { hasText: "Usual · Nobody" }).click();
  await staff.getByLabel("Given to").selectOption({ label: "Dan Whitlock" });
  await staff
    .locator("form", { has: staff.getByLabel("Given to") })
    .getByRole("button")
    .click();
  await expect(staff.locator("summary", { hasText: "Given to Dan Whitlock" })).toBeVisible();

  const thread = staff.getByRole("region", { name: "Notes on the thread" });
  await thread.getByLabel("New note").fill("Came up at the stand-up.");
  await thread.getByRole("button", { name: "Add note" }).click();
  await expect(thread.getByText("Came up at the stand-up.")).toBeVisible();

  await staff.locator("summary", { hasText: "Narrow down" }).click();
  await staff.getByLabel("Whose").selectOption("mine");
  await staff.getByRole("button", { name: "Show", exact: true }).click();
  await expect(staff.locator("a[data-case]")).toHaveCount(1);
  await staff.getByLabel("Keep this view as").fill("My reports");
  await staff.getByRole("button", { name: "Keep view" }).click();
  await expect(staff.getByRole("link", { name: "My reports" })).toHaveAttribute(
    "aria-current",
    "true",
  );

  await staff.locator("a[data-case]").first().click();
  await staff.locator("summary", { hasText: "Answer in public" }).click();
  await staff
    .getByRole("textbox", { name: "Answer" })
    .fill("Please stop offering this here; the house rules say why.");
  await staff.getByRole("button", { name: "Answer and close" }).click();
  await expect(staff.locator("a[data-case]")).toHaveCount(0);
  const [row] = await query<{ official: number | null; open: number }>(
    `select official_post_id as official, (select count(*)::int from moderation_case c
       where c.community_id = t.community_id and c.closed_at is null) as open
     from thread t where community_id = $1 and id = $2`,
    [communityId, ids[0]],
  );
  expect(row!.official).not.toBeNull();
  expect(row!.open).toBe(1);
  await staff.context().close();
});
