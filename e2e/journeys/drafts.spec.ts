import type { Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, query, queryOne, sahl, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { newWriter } from "../new-writer.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const PASSWORD = "porchlight-demo";

test.use({ baseURL: larkfield() });

const title = (page: Page) => field(page, "In one sentence");
/** The text box, also when the editor has taken its place. */
const text = (page: Page) => page.locator("textarea[name=body]");
const body = (page: Page) => field(page, /^(What happens|Tell us more)$/);
const status = (page: Page) => page.locator(".pl-draft output");

async function storedBody(handle: string, key: string): Promise<string | undefined> {
  const rows = await query<{ body: string }>(
    `select d.body from draft d
     join member m on m.community_id = d.community_id and m.id = d.member_id
     where m.handle = $1 and d.key = $2`,
    [handle, key],
  );
  return rows[0]?.body;
}

test("what one types is saved by itself and is back after a crash", async ({ page, context }) => {
  const writer = await newWriter();
  await signIn(context, writer);
  await page.goto("/ask?kind=discussion");
  const words = `The lamp blinks twice and stops ${mark()}`;
  await title(page).fill("Why does the lamp blink");
  await field(page, "Where does it belong?").selectOption("wifi");
  await body(page).fill(words);
  await expect(status(page)).toHaveText("Draft saved");
  expect(await storedBody(writer, "ask")).toBe(words);

  // No goodbye: the process is gone, another browser opens the page.
  const cdp = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  cdp.send("Page.crash").catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto("/ask");
  await expect(title(again)).toHaveValue("Why does the lamp blink");
  await expect(text(again)).toHaveValue(words);
  await expect(field(again, "Where does it belong?")).toHaveValue("wifi");
  await expect(again.getByRole("radio", { name: /A discussion/ })).toBeChecked();
  await expect(status(again)).toHaveText("Your draft is back");
});

test("a closed tab loses nothing, not even the last second", async ({ page, context }) => {
  const writer = await newWriter();
  await signIn(context, writer);
  const thread = await ask("rob", `Does closing a tab lose my answer ${mark()}`);
  await page.goto(thread);
  // The page's script runs.
  await page.locator("input[name=stay]").first().waitFor({ state: "attached" });
  const words = `Typed just before closing ${mark()}`;
  await field(page, "Your answer").fill(words);
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await again.goto(thread);
  await expect(text(again)).toHaveValue(words);
});

test("a lost session keeps the text in the browser and saves it after signing in", async ({
  page,
  context,
}) => {
  const writer = await newWriter();
  await signIn(context, writer);
  const thread = await ask("rob", `What if my session ends while I write ${mark()}`);
  await page.goto(thread);
  await context.clearCookies();
  const words = `Written after the session was over ${mark()}`;
  await field(page, "Your answer").fill(words);
  await expect(status(page)).toContainText("Not saved yet");
  await page.close();

  await signIn(context, writer);
  const again = await context.newPage();
  await again.goto(thread);
  await expect(text(again)).toHaveValue(words);
  await expect(status(again)).toHaveText("Draft saved");
  expect(await storedBody(writer, `answer:${/\d+/.exec(thread)![0]}`)).toBe(words);
});

test("a draft is gone once it is posted, and a vote beside it loses nothing", async ({
  page,
  context,
}) => {
  const writer = await newWriter();
  const thread = await ask("rob", `Is the draft gone when the answer is there ${mark()}`);
  await answer("marta", thread, "Something to vote for.");
  await signIn(context, writer);
  await page.goto(thread);
  const words = `Soon an answer ${mark()}`;
  await field(page, "Your answer").fill(words);
  await page.getByRole("button", { name: /^Helpful/ }).click();
  await expect(page.getByRole("button", { name: /^Helpful/, pressed: true })).toBeVisible();
  await expect(text(page)).toHaveValue(words);
  await expect(status(page)).toHaveText("Draft saved");
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.locator("article").getByText(words)).toBeVisible();
  await expect(text(page)).toHaveValue("");
  expect(await storedBody(writer, `answer:${/\d+/.exec(thread)![0]}`)).toBeUndefined();
  await page.reload();
  await expect(text(page)).toHaveValue("");
});

test("the last of two tabs wins", async ({ page, context }) => {
  const writer = await newWriter();
  await signIn(context, writer);
  await page.goto("/ask");
  const second = await context.newPage();
  await second.goto("/ask");
  await body(page).fill("from the first tab");
  await expect(status(page)).toHaveText("Draft saved");
  await body(second).fill("from the second tab");
  await expect(status(second)).toHaveText("Draft saved");
  expect(await storedBody(writer, "ask")).toBe("from the second tab");
});

test("drafts are listed, opened and discarded in the settings", async ({ page, context }) => {
  const writer = await newWriter();
  await signIn(context, writer);
  const thread = await ask("rob", `A thread with a draft under it ${mark()}`);
  const id = /\d+/.exec(thread)![0];
  await page.goto(thread);
  await field(page, "Your answer").fill("Half an answer");
  await expect(status(page)).toHaveText("Draft saved");
  await page.goto("/settings/drafts");
  await expect(page.getByRole("listitem").filter({ hasText: "Half an answer" })).toBeVisible();
  await page.getByRole("link", { name: /^Go on writing/ }).click();
  await expect(text(page)).toHaveValue("Half an answer");
  await page.goto("/settings/drafts");
  await page.getByRole("button", { name: /^Discard/ }).click();
  await expect(page.getByText("No drafts")).toBeVisible();
  expect(await storedBody(writer, `answer:${id}`)).toBeUndefined();
});

test("nobody saves or discards another's draft", async () => {
  const writer = await newWriter();
  const [own, other] = [await startSession(writer), await startSession("rob")];
  const form = { draftKey: "ask", body: "mine", draftSequence: "5" };
  const saved = await send(larkfield(), "/drafts/save", { session: own, form });
  expect(JSON.parse(saved.body)).toEqual({ saved: true, stored: 5 });
  await send(larkfield(), "/drafts", { session: other, form: { draftKey: "ask", discard: "1" } });
  expect(await storedBody(writer, "ask")).toBe("mine");
  const guest = await send(larkfield(), "/drafts/save", { form });
  expect(guest.status).toBe(401);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a button saves the draft of a question, an answer, a reply and an edit", async ({
    page,
    context,
  }) => {
    const writer = await newWriter();
    const thread = await ask(writer, `Are drafts kept without a script ${mark()}`);
    const id = await answer("marta", thread, "An answer to reply to.");
    const opening = await queryOne<{ id: number }>(
      `select t.opening_post_id as id from thread t join community_host h using (community_id)
       where h.host = $1 and t.id = $2`,
      [new URL(larkfield()).hostname, Number(/\d+/.exec(thread)![0])],
    );
    await signIn(context, writer);
    const places: [path: string, label: string | RegExp][] = [
      ["/ask", "What happens"],
      [thread, "Your answer"],
      [`${thread}?reply=${id}`, /^Reply to/],
      [`/p/${opening.id}/edit`, /text/i],
    ];
    for (const [path, label] of places) {
      const words = `Kept by hand ${mark()}`;
      await page.goto(path);
      const box = path.endsWith("/edit") ? page.locator("textarea[name=body]") : field(page, label);
      await box.fill(words);
      await box.locator("xpath=ancestor::form").getByRole("button", { name: "Save draft" }).click();
      await expect(box).toHaveValue(words);
      await page.goto(path);
      await expect(box).toHaveValue(words);
      await expect(page.getByText("Your draft is back").first()).toBeVisible();
    }
  });

  test("text that can't be saved is shown again", async ({ page, context }) => {
    const writer = await newWriter();
    const thread = await ask("rob", `Saving a draft without a session ${mark()}`);
    await signIn(context, writer);
    await page.goto(thread);
    const words = `Not lost ${mark()}`;
    await field(page, "Your answer").fill(words);
    await context.clearCookies();
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(field(page, "What you wrote: copy it before you go on")).toHaveValue(words);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a guest" : "a guest without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("asks, signs in at the end and keeps the question", async ({ page }) => {
      const writer = await newWriter();
      await page.goto("/ask");
      const name = `Asked before signing in ${mark()}`;
      await title(page).fill(name);
      await body(page).fill("It began on Monday.");
      await field(page, "Where does it belong?").selectOption("wifi");
      await page.getByRole("button", { name: "Sign in and post" }).click();
      await expect(page.getByText("Your question is kept.")).toBeVisible();
      await field(page, "E-mail address or handle").fill(writer);
      await field(page, "Password").fill(PASSWORD);
      await page.locator("main").getByRole("button", { name: "Sign in" }).click();
      await expect(title(page)).toHaveValue(name);
      await expect(text(page)).toHaveValue("It began on Monday.");
      await expect(field(page, "Where does it belong?")).toHaveValue("wifi");
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      expect(await storedBody(writer, "ask")).toBeUndefined();
      const cookies = await page.context().cookies();
      expect(cookies.find((cookie) => cookie.name === "question")).toBeUndefined();
    });
  });
}

test("a guest's question is back after the tab was closed", async ({ page, context }) => {
  await page.goto("/ask");
  await title(page).fill("A guest wrote this much");
  await expect(status(page)).toHaveText("Draft saved");
  await page.close();
  const again = await context.newPage();
  await again.goto("/ask");
  await expect(title(again)).toHaveValue("A guest wrote this much");
  await expect(status(again)).toHaveText("Your draft is back");
});

test("another guest never gets it", async ({ page, browser }) => {
  await page.goto("/ask");
  await title(page).fill("Only for my own browser");
  await body(page).fill("And for nobody else.");
  await field(page, "Where does it belong?").selectOption("wifi");
  await page.getByRole("button", { name: "Sign in and post" }).click();
  await expect(page.getByText("Your question is kept.")).toBeVisible();
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "question");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const other = await browser.newContext({ baseURL: larkfield() });
  const theirs = await other.newPage();
  await theirs.goto("/ask");
  await expect(title(theirs)).toHaveValue("");
  await other.close();
});

test("drafts are said in Arabic too", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: sahl() });
  const page = await context.newPage();
  await page.goto("/ask");
  await page.locator("#ask-title").fill("سؤال من زائر");
  await expect(status(page)).toHaveText("حُفظت المسودة");
  await context.close();
});
