import type { Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

/** What is sent, also while the editor stands in the text box's place. */
const written = (page: Page) => page.locator("textarea[name=body]");

async function fillQuestion(page: Page, title: string, body: string): Promise<void> {
  await field(page, "In one sentence").fill(title);
  await field(page, /^(What happens|Tell us more)$/).fill(body);
  await field(page, "Where does it belong?").selectOption("wifi");
  await field(page, /^Tags/).fill("mesh");
}

/** Lets the application start only once the function given is called. */
async function holdApplication(page: Page): Promise<() => void> {
  let start = (): void => {};
  const waiting = new Promise<void>((resolve) => {
    start = resolve;
  });
  await page.route("**/assets/entry.client-*.js", async (route) => {
    await waiting;
    await route.continue();
  });
  return () => start();
}

async function countThreads(title: string): Promise<number> {
  return (await query("select 1 from thread where title = $1", [title])).length;
}

async function countPosts(text: string): Promise<number> {
  return (await query("select 1 from post where text = $1", [text])).length;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, baseURL: larkfield() });

    test("a question that is refused comes back with all that was typed", async ({ page }) => {
      await signIn(page.context(), await newWriter());
      await page.goto("/ask?kind=discussion");
      const body = `Since Tuesday, in every room. ${mark()}`;
      await fillQuestion(page, "Too short", body);
      // The browser would stop it first; the server must stop it too.
      await page.locator("main form[method=post]").evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Post it" }).click();
      expect((await answered).status()).toBe(422);
      await expect(page.getByRole("alert")).toContainText("At least 10 characters.");
      await expect(field(page, "In one sentence")).toHaveValue("Too short");
      await expect(field(page, "In one sentence")).toHaveAttribute("aria-invalid", "true");
      await expect(written(page)).toHaveValue(body);
      await expect(field(page, "Where does it belong?")).toHaveValue("wifi");
      await expect(field(page, /^Tags/)).toHaveValue("mesh");
      await expect(page.getByRole("radio", { name: /A discussion/ })).toBeChecked();

      const title = `Long enough this time ${mark()}`;
      await field(page, "In one sentence").fill(title);
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await countThreads(title)).toBe(1);
    });

    test("an answer is kept when the session ended meanwhile", async ({ page }) => {
      const thread = await ask("rob", `Does the session keep what I write ${mark()}`);
      await signIn(page.context(), "priya");
      await page.goto(thread);
      const text = `A long answer that took an hour to write ${mark()}`;
      await field(page, "Your answer").fill(text);
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Post answer" }).click();
      await expect(page.getByRole("alert")).toContainText("Sign in first.");
      await expect(written(page)).toHaveValue(text);
      expect(await countPosts(text)).toBe(0);

      await signIn(page.context(), "priya");
      await page.getByRole("button", { name: "Post answer" }).click();
      await expect(page.locator("article").getByText(text)).toBeVisible();
      expect(await countPosts(text)).toBe(1);
    });

    test("a double click asks once", async ({ page }) => {
      await signIn(page.context(), await newWriter());
      await page.goto("/ask");
      const title = `Clicked twice in a hurry ${mark()}`;
      await fillQuestion(page, title, "It is quite slow today.");
      await page.getByRole("button", { name: "Post it" }).dblclick();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await countThreads(title)).toBe(1);
    });

    test("going back and sending again answers once", async ({ page }) => {
      const thread = await ask("rob", `What happens when I go back ${mark()}`);
      await signIn(page.context(), "aisha");
      await page.goto(thread);
      const text = `Nothing happens twice ${mark()}`;
      await field(page, "Your answer").fill(text);
      const key = await page.locator("#answer input[name=idempotencyKey]").inputValue();
      await page.getByRole("button", { name: "Post answer" }).click();
      await expect(page.locator("article").getByText(text)).toBeVisible();
      // What a browser sends again from its back-forward cache or a restored tab.
      const form = { intent: "answer", body: text, idempotencyKey: key };
      const session = (await page.context().cookies()).find(({ name }) => name === "porchlight")!;
      const again = await send(larkfield(), thread, { session: session.value, form });
      expect(again.status).toBe(302);
      expect(await countPosts(text)).toBe(1);
      await page.goBack();
      await page.reload();
      await expect(page.locator("article").getByText(text)).toHaveCount(1);
      expect(await countPosts(text)).toBe(1);
    });

    test("going back to the form and sending it again asks once", async ({ page }) => {
      await signIn(page.context(), await newWriter());
      await page.goto("/ask");
      const title = `Went back and sent it again ${mark()}`;
      await fillQuestion(page, title, "It is quite slow today.");
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("button", { name: "Post it" })).toBeVisible();
      await fillQuestion(page, title, "It is quite slow today.");
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      expect(await countThreads(title)).toBe(1);
    });
  });
}

test("many equal submits make one answer", async () => {
  const thread = await ask("rob", `Many equal submits for one answer ${mark()}`);
  const session = await startSession("beth");
  const form = { intent: "answer", body: `Once is enough ${mark()}`, idempotencyKey: mark() };
  const sent = await Promise.all(
    Array.from({ length: 25 }, () => send(larkfield(), thread, { session, form })),
  );
  expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
  expect(await countPosts(form.body)).toBe(1);
});

test("a reply that is refused keeps its box and its text", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: larkfield() });
  const page = await context.newPage();
  const thread = await ask("rob", `Where does my reply stay when refused ${mark()}`);
  const id = await answer("marta", thread, "An answer to reply to.");
  await signIn(context, "priya");
  await page.goto(`${thread}?reply=${id}`);
  const box = field(page, "Reply to Marta Kowalczyk");
  await box.fill("A reply for a thread that closes meanwhile.");
  await query("update thread set locked_at = now() where id = $1", [thread.split("/")[2]]);
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page.getByText("A reply for a thread that closes meanwhile.")).toHaveCount(1);
  await context.close();
});

test("what is typed before the application runs the page stays", async ({ page }) => {
  const thread = await ask("rob", `Slow line, quick fingers ${mark()}`);
  const id = await answer("chris", thread, "The first text.");
  await signIn(page.context(), "chris");
  const start = await holdApplication(page);
  await page.goto(`${larkfield()}/p/${id}/edit`, { waitUntil: "commit" });
  await field(page, "Text").fill("The second text.");
  start();
  await page.waitForFunction(() => "__remixRouter" in window);
  await expect(field(page, "Text")).toHaveValue("The second text.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.locator(`#post-${id}`)).toContainText("The second text.");
});

test("what is sent while the application takes over the page is what was typed", async ({
  page,
}) => {
  const thread = await ask("rob", `Slow line, quicker fingers ${mark()}`);
  const id = await answer("chris", thread, "The first text.");
  await signIn(page.context(), "chris");
  const start = await holdApplication(page);
  // React tells its developer tools when it has taken over the page: the button is pressed right then.
  await page.addInitScript(() => {
    let pressed = false;
    const tools = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => {},
      onCommitFiberRoot: () => {
        if (pressed) return;
        pressed = true;
        queueMicrotask(() => {
          document.querySelector<HTMLElement>("main form .pl-btn--primary")!.click();
        });
      },
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools });
  });
  await page.goto(`${larkfield()}/p/${id}/edit`, { waitUntil: "commit" });
  await field(page, "Text").fill("The second text.");
  start();
  await expect(page.locator(`#post-${id}`)).toContainText("The second text.");
});

test("a vote beside an answer that is being written leaves it alone", async ({ page }) => {
  const thread = await ask("rob", `Votes and typing at the same time ${mark()}`);
  const id = await answer("chris", thread, "An answer to vote for.");
  await signIn(page.context(), "priya");
  await page.goto(larkfield() + thread);
  await page.waitForFunction(() => "__remixRouter" in window);
  const box = page.locator("#answer textarea[name=body]");
  await box.fill("Half a sentence");
  const vote = page.locator(`#post-${id}`).getByRole("button", { name: /^Helpful/ });
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await expect(box).toHaveValue("Half a sentence");
});

test("a vote sent before the application runs leaves what is typed alone", async ({ page }) => {
  const thread = await ask("rob", `Votes before the application runs ${mark()}`);
  const id = await answer("chris", thread, "An answer to vote for.");
  await signIn(page.context(), "priya");
  const start = await holdApplication(page);
  await page.goto(larkfield() + thread, { waitUntil: "commit" });
  const box = page.locator("#answer textarea[name=body]");
  await box.fill("Half a sentence");
  const vote = page.locator(`#post-${id}`).getByRole("button", { name: /^Helpful/ });
  await vote.click();
  start();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await expect(box).toHaveValue("Half a sentence");
});
