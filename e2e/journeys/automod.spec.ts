import { copyCommunity } from "../copy-community.ts";
import { expect, query, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { originOf } from "../origins.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

// They change what the one community refuses.
test.describe.configure({ mode: "default" });

const slug = `automod-${mark()}`;
const host = `${slug}.localhost`;
const origin = originOf(host);
let communityId = 0;

test.use({ baseURL: origin });

test.beforeAll(async () => {
  communityId = await copyCommunity({
    from: "larkfield",
    slug,
    host,
    locale: "en",
    name: "Automod",
  });
});

async function stateOf(path: string): Promise<string> {
  const id = Number(/\/t\/(\d+)/.exec(path)![1]);
  const row = await queryOne<{ state: string }>(
    "select state from thread where community_id = $1 and id = $2",
    [communityId, id],
  );
  return row.state;
}

/** Nobody writes the same as another: that would be held for it. */
const TEXTS = [
  ["Does anybody know WORD", "My neighbour talks about WORD all the time, and I wonder how it is."],
  [
    "Moving house next month",
    "The landlord has a line of WORD in the cellar. Can I keep my number?",
  ],
  ["Slow evenings since May", "Films stop at eight. A friend with WORD sees them without a pause."],
  [
    "Which plug goes where",
    "Behind the desk is an old WORD box with two sockets; are both needed?",
  ],
  [
    "Bill looks wrong to me",
    "There is a line on it that names WORD, which I never ordered at all.",
  ],
];
let texts = 0;

async function asked(word: string): Promise<string> {
  const [title, body] = TEXTS[texts]!.map((text) => text.replace("WORD", word));
  texts += 1;
  return ask(await newWriter(origin), title!, body, origin);
}

test("an admin tries a word list on the last month, saves it, and sets it back", async ({
  page,
  context,
}) => {
  const word = `rival${mark()}`;
  expect(await stateOf(await asked(word))).toBe("published");
  await signIn(context, "ruth", origin);
  await page.goto("/staff/automod");
  await page.getByRole("link", { name: "New list" }).click();
  const entries = page.getByRole("textbox", { name: "Words, one a line" });
  await entries.fill(`${word}\n*`);
  await page.getByRole("textbox", { name: "Name" }).fill("Rivals");
  await page.getByRole("button", { name: "Try on the last 30 days" }).click();
  await expect(page.getByRole("alert")).toContainText("can’t be looked for: 2.");
  await expect(entries).toHaveValue(`${word}\n*`);
  await entries.fill(word);
  await page.getByRole("button", { name: "Try on the last 30 days" }).click();

  await expect(page.getByRole("heading", { name: "What this would have done" })).toBeVisible();
  const row = page.getByRole("row", { name: /^Word lists/ });
  await expect(row).toContainText("1 (now 0)", { timeout: 60_000 });
  await expect(row).toContainText("members: 1");
  await page.getByText("Examples: Word lists").click();
  await expect(page.getByRole("link", { name: new RegExp(word) })).toBeVisible();
  // Trying changed nothing.
  expect(await stateOf(await asked(word))).toBe("published");

  await page.getByRole("button", { name: "Save these settings" }).click();
  await expect(page.getByText("Saved. What is written from now on")).toBeVisible();
  await expect(page.getByText("List Rivals: 1 added, 0 removed")).toBeVisible();
  expect(await stateOf(await asked(word))).toBe("held");

  await page.getByRole("button", { name: "Set back to what the product brings along" }).click();
  await expect(page.getByText("Version 2, as version 0 was")).toBeVisible();
  expect(await stateOf(await asked(word))).toBe("published");
});

test("the second of two admins is told, and keeps what they typed", async ({ page, context }) => {
  await signIn(context, "ruth", origin);
  await page.goto("/staff/automod");
  const most = page.getByRole("group", { name: "Number of links" }).getByLabel("Most links");
  await most.fill("5");
  await query(
    `insert into automod_settings (community_id, settings, version, updated_by)
     select $1, '{}', 20, id from member where community_id = $1 and handle = 'dan'
     on conflict (community_id) do update set version = 20, updated_by = excluded.updated_by`,
    [communityId],
  );
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("changed the settings since you opened");
  await expect(most).toHaveValue("5");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. What is written from now on")).toBeVisible();
  await expect(most).toHaveValue("5");
});

test("moderators read what admins set", async ({ page, context }) => {
  await signIn(context, "dan", origin);
  await page.goto("/staff/automod");
  await expect(page.getByText("Admins change these settings.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Verdict" }).first()).toBeDisabled();
});

test("staff look at what was masked, and admins read who did", async ({
  page,
  context,
  browser,
}) => {
  const path = await asked(`other${mark()}`);
  const id = Number(/\/t\/(\d+)/.exec(path)![1]);
  const { post } = await queryOne<{ post: number }>(
    `insert into masked_original (community_id, post_id, kinds, texts, by_rule, masked_at, keep_until)
     select community_id, opening_post_id, '{phone}',
       '[{"number": 1, "title": "Call me", "document": {"type": "doc"}, "text": "212-555-0142"}]',
       true, now(), now() + interval '5 days'
     from thread where community_id = $1 and id = $2 returning post_id as post`,
    [communityId, id],
  );
  await signIn(context, "dan", origin);
  await page.goto(`/p/${post}/original`);
  await expect(page.getByText("Phone number")).toBeVisible();
  await expect(page.getByText("212-555-0142", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Look at the original" }).click();
  await expect(page.getByText("212-555-0142", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("212-555-0142", { exact: true })).toHaveCount(0);

  const admin = await browser.newContext({ baseURL: origin });
  await signIn(admin, "ruth", origin);
  const list = await admin.newPage();
  await list.goto("/staff/looks");
  await expect(list.getByRole("row").nth(1)).toContainText("Dan");
  await admin.close();
});
