import type { BrowserContext } from "@playwright/test";
import { copyCommunity } from "../copy-community.ts";
import { expect, query, queryOne, signIn as signInAt, test } from "../fixtures.ts";
import { newWriter as newWriterAt } from "../new-writer.ts";
import { originOf } from "../origins.ts";
import { ask as askAt } from "../write-posts.ts";
import { mark } from "../mark.ts";

// They review what waits in a community of their own.
test.describe.configure({ mode: "default" });

const slug = `review-${mark()}`;
const host = `${slug}.localhost`;
const origin = originOf(host);

test.use({ baseURL: origin });

test.beforeAll(async () => {
  const id = await copyCommunity({ from: "larkfield", slug, host, locale: "en", name: "Review" });
  await query(
    `insert into automod_settings (community_id, settings)
     select $1, settings from automod_settings s join community c on c.id = s.community_id
     where c.slug = 'larkfield'`,
    [id],
  );
});

const newWriter = (rank?: number) => newWriterAt(origin, rank);
const signIn = (context: BrowserContext, handle: string) => signInAt(context, handle, origin);
const ask = (handle: string, title: string) => askAt(handle, title, undefined, origin);
const AT = "(select community_id from community_host where host = $1)";

/** New super users, who review. */
async function reviewers(count: number): Promise<string[]> {
  const handles = [];
  for (let at = 0; at < count; at += 1) {
    const handle = await newWriter();
    await query(
      `update member set role = 'super_user' where community_id = ${AT} and handle = $2`,
      [host, handle],
    );
    handles.push(handle);
  }
  return handles;
}

/** Takes away what others have left, and known cases with it. */
async function emptyQueue(): Promise<void> {
  await query(`delete from review_item where community_id = ${AT}`, [host]);
  await query(
    `insert into review_setting (community_id, kind, enabled, minimum, needed, share, known_share)
     select ${AT}, kind, true, 'review', 3, 100, 0
     from unnest('{first_post,held,edit,duplicate,close}'::text[]) kind
     on conflict (community_id, kind) do update set known_share = 0, needed = 3`,
    [host],
  );
}

const stateOf = async (id: number) =>
  (
    await queryOne<{ state: string }>(
      `select state from thread where community_id = ${AT} and id = $2`,
      [host, id],
    )
  ).state;

test("members hide a newcomer’s advert by keyboard, and staff see it", async ({
  page,
  context,
}) => {
  const members = await reviewers(3);
  const newcomer = await newWriter(0);
  await emptyQueue();
  const title = `Cheap boxes ${mark()}`;
  const id = Number(/\/t\/(\d+)/.exec(await ask(newcomer, title))![1]);
  await expect
    .poll(() =>
      query(`select id from review_item where community_id = ${AT} and thread_id = $2`, [host, id]),
    )
    .toHaveLength(1);
  for (const member of members) {
    expect(await stateOf(id)).toBe("published");
    await signIn(context, member);
    await page.goto("/review");
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByText("Is this fine to stay?")).toBeVisible();
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("[data-review-key]")!).some((key) =>
        key.startsWith("__react"),
      ),
    );
    await page.keyboard.press("h");
    await expect(page.getByText("Thank you. Here is the next.")).toBeVisible();
    await expect(page.getByText("Nothing to review")).toBeVisible();
  }
  expect(await stateOf(id)).toBe("hidden");
  await signIn(context, "dan");
  await page.goto("/staff/review");
  const row = page.getByRole("row", { name: /First posts of new members/ });
  await expect(row.getByRole("cell").nth(2)).toHaveText("1");
  await page.locator("#needed-close").fill("9");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("from 2 to 5");
  await page.locator("#needed-close").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test.describe("on a phone, without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("a proposal to close is made and carried; the proposer isn’t asked", async ({
    page,
    context,
  }) => {
    const [proposer, ...members] = (await reviewers(3)) as [string, ...string[]];
    await emptyQueue();
    await query(`update review_setting set needed = 2 where community_id = ${AT}`, [host]);
    const title = `Has this ended ${mark()}`;
    const path = await ask("priya", title);
    const id = Number(/\/t\/(\d+)/.exec(path)![1]);
    await signIn(context, proposer);
    await page.goto(`/t/${id}/do/propose`);
    await page.getByLabel("Why?").fill("The offer has ended.");
    await page.getByRole("button", { name: "Propose" }).last().click();
    await expect(page).toHaveURL(new RegExp(`/t/${id}/`));
    await page.goto("/review");
    await expect(page.getByText("Nothing to review")).toBeVisible();
    for (const member of members) {
      await signIn(context, member);
      await page.goto("/review");
      await expect(page.getByText("The offer has ended.")).toBeVisible();
      await page.getByRole("button", { name: "Close", exact: false }).first().click();
      await expect(page.getByText("Thank you. Here is the next.")).toBeVisible();
    }
    await page.goto(path);
    await expect(page.getByText("The offer has ended.")).toBeVisible();
  });
});

test("a known case is explained at once; who may not review is told what it takes", async ({
  page,
  context,
}) => {
  const [member] = (await reviewers(1)) as [string];
  const newcomer = await newWriter(0);
  await emptyQueue();
  await query(`update review_setting set known_share = 50 where community_id = ${AT}`, [host]);
  const known = Number(/\/t\/(\d+)/.exec(await ask(newcomer, `Win a box ${mark()}`))![1]);
  const live = Number(/\/t\/(\d+)/.exec(await ask(newcomer, `Which box ${mark()}`))![1]);
  await expect
    .poll(() =>
      query(`select id from review_item where community_id = ${AT} and thread_id = any($2)`, [
        host,
        [known, live],
      ]),
    )
    .toHaveLength(2);
  await query(
    `update review_item set state = 'staff', settled_at = now(), staff_outcome = 'refuse',
       staff_at = now() - interval '8 days'
     where community_id = ${AT} and thread_id = $2`,
    [host, known],
  );
  await query(
    `update thread set state = 'hidden', state_reason = 'An advert.' where community_id = ${AT} and id = $2`,
    [host, known],
  );
  await signIn(context, member);
  // One in two is a known case here: sooner or later it is one.
  await expect(async () => {
    await query(`delete from review_turn where community_id = ${AT}`, [host]);
    await page.goto("/review");
    await expect(page.getByRole("heading", { name: /Win a box/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: /^Keep/ }).click();
  await expect(page.getByText("staff saw it differently")).toBeVisible();
  await expect(page.getByText("The decision was: Hide.")).toBeVisible();
  await signIn(context, "priya");
  const refused = await page.goto("/review");
  expect(refused?.status()).toBe(403);
  await expect(page.getByText(/for super users and members of high ranks/)).toBeVisible();
});
