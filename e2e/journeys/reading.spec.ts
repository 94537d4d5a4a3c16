import { expect, larkfield, sahl, signIn, test } from "../fixtures.ts";
import { addAnswers } from "../long-thread.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield(), permissions: ["clipboard-read", "clipboard-write"] });

const CODE = "Try this:\n\n```\nping 192.0.2.1\nreboot\n```\n";

for (const who of ["a guest", "a member"] as const) {
  test(`${who} copies code by keyboard and is told so`, async ({ page, context }) => {
    const thread = await ask("rob", `Which command was it again ${mark()}`, CODE);
    if (who === "a member") await signIn(context, "priya");
    await page.goto(thread);
    const copy = page.getByRole("button", { name: "Copy", exact: true });
    await copy.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("#announcer")).toHaveText("Copied");
    await expect(copy).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "ping 192.0.2.1\nreboot",
    );
    await page.waitForLoadState("networkidle");
    await expect(page.locator(".pl-code__copy")).toHaveCount(1);
  });
}

test("a quote of code holds no button", async ({ page, context }) => {
  const thread = await ask("rob", `What does this print ${mark()}`, CODE);
  await signIn(context, "priya");
  await page.goto(thread);
  await expect(page.locator(".pl-code__copy")).toHaveCount(1);
  await page
    .getByRole("link", { name: /^Quote/ })
    .first()
    .click();
  const quote = page.locator("[contenteditable=true] blockquote");
  await expect(quote).toContainText("ping 192.0.2.1");
  await expect(quote).not.toContainText("Copy");
});

test("a post is shared by its short address", async ({ page }) => {
  const thread = await ask("rob", `How do I show somebody this ${mark()}`);
  const id = await answer("marta", thread, "Share it.");
  await page.goto(thread);
  await page
    .locator(`#post-${id}`)
    .getByRole("link", { name: /^Share/ })
    .click();
  await expect(page.locator("#announcer")).toHaveText("Link copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${larkfield()}/p/${id}`);
  expect(page.url()).toBe(larkfield() + thread);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a post far down a long thread is found, marked and has the focus", async ({ page }) => {
      const title = `How long can a thread get ${mark()}`;
      const thread = await ask("rob", title);
      const ids = await addAnswers(thread, 500);
      const wanted = ids[129]!;
      await page.goto(`/p/${wanted}`);
      const post = page.locator(`#post-${wanted}`);
      await expect(post).toContainText("Answer number 130");
      await expect(post).toBeInViewport();
      await expect(post).toBeFocused();
      expect(await post.evaluate((element) => element.matches(":target"))).toBe(true);
      await expect(page.getByText("Answers 121–140 of 500").first()).toBeVisible();

      const end = page.getByRole("navigation", { name: "Pages of answers, below them" });
      await end.getByRole("link", { name: "Later answers" }).click();
      await expect(page).toHaveURL(`${larkfield()}${thread}?page=8#replies`);
      await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
        "href",
        `${larkfield()}${thread}?page=8`,
      );
      await expect(page.locator("link[rel=prev]")).toHaveAttribute(
        "href",
        `${larkfield()}${thread}?page=7`,
      );
      await expect(page.locator("link[rel=next]")).toHaveAttribute(
        "href",
        `${larkfield()}${thread}?page=9`,
      );
      await expect(page.locator("meta[name=robots]")).toHaveCount(0);
      await expect(page).toHaveTitle(new RegExp(`^${title}, page 8`));
      await end.getByRole("link", { name: "Last page" }).click();
      await expect(page.getByText("Answers 481–500 of 500").first()).toBeVisible();
      await expect(end.getByRole("link", { name: "Later answers" })).toHaveCount(0);
      await expect(page.locator("link[rel=next]")).toHaveCount(0);
      const first = page.getByRole("navigation", { name: "Pages of answers", exact: true });
      await first.getByRole("link", { name: "First page" }).click();
      await expect(page.getByText("Answers 1–20 of 500")).toBeVisible();

      // Every answer stands on exactly one page.
      const past = await send(larkfield(), `${thread}?page=26`);
      expect(past.status).toBe(404);
    });

    test("an edit leads to what changed, a reply to what it answers", async ({ page, context }) => {
      const thread = await ask("rob", `Who answers whom here ${mark()}`);
      const root = await answer("marta", thread, "The first word.");
      const reply = async (handle: string, parentId: number, body: string) => {
        const form = { intent: "reply", parentId: String(parentId), body };
        const key = { idempotencyKey: crypto.randomUUID() };
        const sent = await send(larkfield(), thread, {
          session: await startSession(handle),
          form: { ...form, ...key },
        });
        return Number(/post-(\d+)/.exec(sent.headers.location ?? "")?.[1]);
      };
      const first = await reply("jonas", root, "A reply.");
      await reply("chris", root, "Another one.");
      const last = await reply("priya", first, "A reply to the reply.");
      await send(larkfield(), `/p/${root}/edit`, {
        session: await startSession("marta"),
        form: { body: "The second word.", baseRevision: "1", reason: "" },
      });
      await signIn(context, "marta");
      await page.goto(thread);
      await expect(page.locator(`#post-${first}`).getByText(/^In reply to/)).toHaveCount(0);
      await page
        .locator(`#post-${last}`)
        .getByRole("link", { name: /^In reply to/ })
        .click();
      await expect(page.locator(`#post-${first}`)).toBeFocused();

      const time = page.locator(`#post-${root} .pl-when`).first();
      expect(await time.locator("time").getAttribute("datetime")).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(await time.getAttribute("title")).toMatch(/\d{4} at \d\d:\d\d$/);
      await page
        .locator(`#post-${root}`)
        .getByRole("link", { name: /^Edited/ })
        .click();
      await expect(page.locator("main del")).toContainText("first");
    });

    test("the theme is the reader’s choice from the first byte on", async ({ page }) => {
      const dark = page.getByRole("button", { name: "Dark", exact: true });
      await page.goto("/tags");
      await dark.click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect(dark).toHaveAttribute("aria-pressed", "true");
      expect(new URL(page.url()).pathname).toBe("/tags");
      const cookies = await page.context().cookies();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const sent = await send(larkfield(), "/tags", { headers: { cookie } });
      expect(sent.body).toMatch(/<html[^>]* data-theme="dark"/);
      const other = await send(larkfield(), "/tags");
      expect(other.body).not.toContain("data-theme");
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.goto("/display");
      await page.getByLabel("Light", { exact: true }).check({ force: true });
      await page.locator("main").getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved for this browser.")).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
        ground,
      );
      await page.getByRole("button", { name: "As the system" }).click();
      await expect(page.locator("html")).not.toHaveAttribute("data-theme");
    });
  });
}

test("an answer that is sent is gone to, marked and focused", async ({ page, context }) => {
  const thread = await ask("rob", `Where does my answer go ${mark()}`);
  await addAnswers(thread, 45);
  await signIn(context, "priya");
  await page.goto(thread);
  await page.locator("#answer textarea").fill(`It goes to the last page ${mark()}.`);
  const editor = page.locator("#answer [contenteditable=true]");
  await expect(editor).toContainText("It goes to the last page");
  await page.getByRole("button", { name: "Post answer" }).click();
  const own = page.locator("article", { hasText: "It goes to the last page" });
  await expect(own).toBeInViewport();
  await expect(own).toBeFocused();
  await expect(page.getByText("Answers 41–46 of 46").first()).toBeVisible();
});

test("going back comes back to the same place", async ({ page }) => {
  const thread = await ask("rob", `Can I come back to where I was ${mark()}`);
  await addAnswers(thread, 20);
  await page.goto(thread);
  await page.evaluate(() => scrollTo(0, 1_200));
  await page.waitForTimeout(200);
  await page.locator(".pl-foot a[href='/terms']").evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/\/terms$/);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1_200);
});

test("on paper there is the thread and nothing else", async ({ page, context }) => {
  const thread = await ask(
    "rob",
    `What is printed of this ${mark()}`,
    `${CODE}\n[there](https://example.com/a)`,
  );
  const id = await answer("marta", thread, "A long answer.");
  await send(larkfield(), `/p/${id}/accept`, { session: await startSession("rob"), form: {} });
  await signIn(context, "priya");
  await context.addCookies([{ name: "porchlight-display", value: "dark", url: larkfield() }]);
  await page.goto(thread);
  await expect(page.locator(".pl-code__copy")).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const shown of [
    page.getByRole("heading", { level: 1 }),
    page.locator(`#post-${id} .pl-prose`),
  ])
    await expect(shown).toBeVisible();
  for (const gone of [".pl-top", ".pl-foot", "form", "button", "textarea", ".pl-rail"]) {
    expect(await page.locator(gone).filter({ visible: true }).count(), gone).toBe(0);
  }
  const looks = await page.evaluate(() => {
    const ink = getComputedStyle(document.querySelector(".pl-prose p")!).color;
    const link = getComputedStyle(document.querySelector(".pl-prose a")!, "::after").content;
    return { ink, link, ground: getComputedStyle(document.body).backgroundColor };
  });
  expect(looks).toEqual({ ink: "rgb(0, 0, 0)", link: "none", ground: "rgb(255, 255, 255)" });
});

test.describe("keyboard shortcuts", () => {
  test("work from the first key on, and are explained", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(sheet).toBeVisible();
    await expect(sheet.getByText("Ask a question")).toBeVisible();
    const inPage = () =>
      page.evaluate(() => Boolean(document.activeElement?.closest(".pl-app > :not(dialog)")));
    for (let stop = 0; stop < 4; stop += 1) {
      await page.keyboard.press("Tab");
      expect(await inPage()).toBe(false);
    }
    await page.keyboard.press("c");
    await expect(page).toHaveURL(`${larkfield()}/`);
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press("j");
    await expect(page.locator(".pl-row__t a").first()).toBeFocused();
    await page.keyboard.press("j");
    const second = page.locator(".pl-row__t a").nth(1);
    await expect(second).toBeFocused();
    const href = await second.getAttribute("href");
    await page.keyboard.press("o");
    await expect(page).toHaveURL(larkfield() + href!);
    // No key is heard before the page's first script runs.
    await page.waitForLoadState();
    await page.keyboard.press("/");
    await expect(page.locator("#site-search")).toBeFocused();
    await page.keyboard.type("jjc?");
    await expect(page.locator("#site-search")).toHaveValue("jjc?");
    await page.locator("#site-search").blur();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await expect(page).toHaveURL(`${larkfield()}/`);
  });

  test("vote, bookmark, follow, reply and edit where one is", async ({ page, context }) => {
    const thread = await ask("rob", `Does this work without a mouse ${mark()}`);
    const other = await answer("marta", thread, "Try it.");
    const own = await answer("priya", thread, "I did.");
    await signIn(context, "priya");
    await page.goto(thread);
    await expect(page.locator("input[name=stay]").first()).toBeAttached();
    const pressed = (scope: string, key: string) =>
      expect(page.locator(`${scope} [data-key=${key}]`).first()).toHaveAttribute(
        "aria-pressed",
        "true",
      );
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.locator(`#post-${other}`)).toBeFocused();
    await page.keyboard.press("l");
    await pressed(`#post-${other}`, "helpful");
    await expect(page.locator("#announcer")).toHaveText("Marked as helpful.");
    await page.keyboard.press("b");
    await pressed(`#post-${other}`, "bookmark");
    await page.keyboard.press("s");
    await pressed("main", "same");
    await page.keyboard.press("f");
    await pressed("main", "follow");
    await page.keyboard.press("Control+b");
    await page.keyboard.press("j");
    await expect(page.locator(`#post-${own}`)).toBeFocused();
    await page.keyboard.press("k");
    await expect(page.locator(`#post-${other}`)).toBeFocused();
    await pressed(`#post-${other}`, "bookmark");
    await page.keyboard.press("r");
    await expect(page).toHaveURL(new RegExp(`reply=${other}`));
    await page.goto(`${thread}#post-${own}`);
    await expect(page.locator("input[name=stay]").first()).toBeAttached();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("e");
    await expect(page).toHaveURL(`${larkfield()}/p/${own}/edit`);
  });

  test("are off when turned off", async ({ page }) => {
    await page.goto("/display");
    await page.getByLabel(/^Keyboard shortcuts of one key/).uncheck();
    await page.locator("main").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved for this browser.")).toBeVisible();
    await page.goto("/");
    await page.keyboard.press("Shift");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test("know the keys of an Arabic keyboard", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: sahl() });
    const page = await context.newPage();
    await page.goto("/");
    const key = (name: string, code: string) =>
      page.evaluate(
        ([key, code]) =>
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true })),
        [name, code] as const,
      );
    await page.keyboard.press("Shift");
    await page.waitForLoadState("networkidle");
    await expect
      .poll(async () => {
        await key("؟", "Slash");
        return page.getByRole("dialog").count();
      })
      .toBe(1);
    await page.keyboard.press("Escape");
    await key("ت", "KeyJ");
    await expect(page.locator(".pl-row__t a").first()).toBeFocused();
    await context.close();
  });
});

test("what was new since the last time is jumped to, on whatever page it is", async ({
  page,
  context,
}) => {
  const thread = await ask("rob", `Where did I stop reading ${mark()}`);
  await addAnswers(thread, 30);
  await signIn(context, "beth");
  await page.goto(`${thread}?page=2`);
  const first = await answer("marta", thread, "The first new one.");
  await page.goto(thread);
  await page.getByRole("link", { name: "To the new post" }).click();
  await expect(page.locator(`#post-${first}`)).toBeFocused();
});
