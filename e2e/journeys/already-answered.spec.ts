import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { awaitIndexed } from "../await-indexed.ts";
import { field } from "../driver.ts";
import { expect, larkfield, query, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";

test.use({ baseURL: larkfield() });

/** A word that nothing else in the community has. */
const mark = () => `z${randomBytes(4).toString("hex").replaceAll(/\d/g, "k")}`;

const title = (page: Page) => field(page, "In one sentence");
const happens = (page: Page) => page.locator("textarea[name=body]");
const list = (page: Page) => page.locator(".pl-cands");
const bar = (page: Page) => page.getByRole("region", { name: "Your question" });

type Answered = { path: string; title: string; solution: string; words: string };

/** A thread with an accepted answer, as the index has it. */
async function answered(): Promise<Answered> {
  const [first, second] = [mark(), mark()];
  const asked = `The ${first} lamp turns ${second} after a storm`;
  const solution = `Hold the ${first} button for ten seconds.`;
  const path = await ask("rob", asked);
  const post = await answer("marta", path, solution);
  const session = await startSession("rob");
  await send(larkfield(), `/p/${post}/accept`, { session, form: {} });
  await awaitIndexed(path, { solved: true });
  return { path, title: asked, solution, words: `My ${first} lamp is ${second} since the storm` };
}

async function timesSolved(thread: string): Promise<number> {
  const { n } = await queryOne<{ n: number }>(
    "select count(*)::int as n from search_log where solved and $1::bigint = any (clicked)",
    [Number(/\d+/.exec(thread)![0])],
  );
  return n;
}

async function draftOf(handle: string): Promise<string | undefined> {
  const [row] = await query<{ title: string }>(
    `select d.title from draft d join member m on m.community_id = d.community_id
       and m.id = d.member_id where m.handle = $1 and d.key = 'ask'`,
    [handle],
  );
  return row?.title;
}

for (const guest of [false, true]) {
  test(`${guest ? "a guest" : "a member"} looks at a similar thread, comes back, and it solves it`, async ({
    page,
    context,
  }) => {
    const thread = await answered();
    const writer = await newWriter();
    if (!guest) await signIn(context, writer);
    await page.goto("/ask");
    await title(page).fill(thread.words);
    await field(page, /^(What happens|Tell us more)$/).fill("It began last night.");
    await expect(list(page)).toContainText(thread.title);
    await list(page).locator("summary").first().click();
    await expect(list(page)).toContainText(thread.solution);

    await list(page)
      .getByRole("link", { name: /^Read the thread/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(thread.path));
    await expect(bar(page)).toContainText(thread.words);
    await bar(page).getByRole("link", { name: "Back to your question" }).click();
    await expect(title(page)).toHaveValue(thread.words);
    await expect(happens(page)).toHaveValue("It began last night.");

    await list(page).locator("summary").first().click();
    await list(page)
      .getByRole("link", { name: /^Read the thread/ })
      .first()
      .click();
    await bar(page).getByRole("button", { name: "This solved it" }).click();
    await expect(page.getByRole("heading", { name: "Glad that’s solved" })).toBeVisible();
    await expect(page.getByText(thread.solution)).toBeVisible();
    expect(await timesSolved(thread.path)).toBe(1);
    expect(await draftOf(writer)).toBeUndefined();
    await page.goto("/ask");
    await expect(title(page)).toHaveValue("");
    await page.goto(thread.path);
    await page.mouse.click(2, 300);
    await expect(bar(page)).toHaveCount(0);
  });

  test(`what solved it after all for ${guest ? "a guest" : "a member"} can be taken back`, async ({
    page,
    context,
  }) => {
    const thread = await answered();
    const writer = await newWriter();
    if (!guest) await signIn(context, writer);
    await page.goto("/ask");
    await title(page).fill(thread.words);
    await field(page, /^(What happens|Tell us more)$/).fill("Wanted back.");
    await list(page).locator("summary").first().click();
    await list(page)
      .getByRole("button", { name: /^This solved it/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Glad that’s solved" })).toBeVisible();
    await page.getByRole("button", { name: "Bring my question back" }).click();
    await expect(title(page)).toHaveValue(thread.words);
    await expect(happens(page)).toHaveValue("Wanted back.");
    await list(page).locator("summary").first().click();
    await list(page)
      .getByRole("button", { name: /^This solved it/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Glad that’s solved" })).toBeVisible();
    expect(await draftOf(writer)).toBeUndefined();
  });
}

test("two guests who ask at once each close a question of their own", async ({ request }) => {
  const keys = await Promise.all(
    [1, 2].map(async () => {
      const page = await (await request.get("/ask")).text();
      return /name="once" value="([^"]+)"/.exec(page)?.[1];
    }),
  );
  expect(keys[0]).toMatch(/^[\w-]{20,}$/);
  expect(new Set(keys).size).toBe(2);
});

test("what is new looks new, and what is short is left alone", async ({ page }) => {
  await page.goto("/ask");
  await title(page).fill("The lamp");
  await page.waitForTimeout(1_200);
  await expect(page.getByText("Looks new.")).toHaveCount(0);
  await title(page).fill("Xylophone harpsichord marmalade varnish");
  await expect(page.getByText("Looks new. Nobody has asked this yet.")).toBeVisible();
});

test("where nothing can be looked up, nothing is shown and the question is posted", async ({
  page,
  context,
}) => {
  await signIn(context, await newWriter());
  await page.route("**/suggest/space*", (route) => route.fulfill({ status: 429 }));
  await page.goto("/ask");
  const words = `Nobody could check this ${mark()}`;
  await title(page).fill(words);
  await field(page, /^(What happens|Tell us more)$/).fill("It began last night.");
  await field(page, "Where does it belong?").selectOption("mobile");
  await expect(list(page)).toHaveCount(0);
  await expect(page.getByText("Looks new.")).toHaveCount(0);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
});

test("goes by keyboard, and is said once", async ({ page }) => {
  const thread = await answered();
  await page.goto("/ask");
  await title(page).fill(thread.words);
  await expect(list(page)).toBeVisible();
  await expect(page.getByText(/^\d similar questions? below the title$/)).toHaveCount(1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(list(page)).toContainText(thread.solution);
  await list(page).getByRole("button", { name: "None of these, keep going" }).focus();
  await page.keyboard.press("Enter");
  await expect(list(page)).toHaveCount(0);
  await expect(field(page, /^(What happens|Tell us more)$/)).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  async function stopAt(page: Page, thread: Answered): Promise<void> {
    await page.goto("/ask");
    await title(page).fill(thread.title);
    await happens(page).fill("Typed without a script.");
    await field(page, "Where does it belong?").selectOption("wifi");
    await page.getByRole("button", { name: "Post it" }).click();
    await expect(page.getByText("This may be answered already.")).toBeVisible();
  }

  test("a question that is answered is stopped once, and posted anyway", async ({
    page,
    context,
  }) => {
    const thread = await answered();
    await signIn(context, await newWriter());
    await stopAt(page, thread);
    await expect(list(page)).toContainText(thread.solution);
    await expect(title(page)).toHaveValue(thread.title);
    await expect(happens(page)).toHaveValue("Typed without a script.");
    await page.getByRole("button", { name: "Post anyway" }).click();
    await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(thread.path));
  });

  test("or it is solved there, and can be brought back", async ({ page, context }) => {
    const thread = await answered();
    await signIn(context, await newWriter());
    await stopAt(page, thread);
    await list(page)
      .getByRole("button", { name: /^This solved it/ })
      .click();
    await expect(page.getByRole("heading", { name: "Glad that’s solved" })).toBeVisible();
    await expect(page.getByText(thread.solution)).toBeVisible();
    expect(await timesSolved(thread.path)).toBe(1);
    await page.getByRole("button", { name: "Bring my question back" }).click();
    await expect(title(page)).toHaveValue(thread.title);
    await expect(happens(page)).toHaveValue("Typed without a script.");
  });
});
