import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { awaitIndexed } from "../await-indexed.ts";
import { field, writeAnew } from "../driver.ts";
import { expect, larkfield, query, queryOne, sahl, signIn, test } from "../fixtures.ts";
import { awaitMail } from "../mail.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const PASSWORD = "a quiet lantern at dusk";

test.use({ baseURL: larkfield() });

const title = (page: Page) => field(page, "In one sentence");
const HAPPENS = /^(What happens|Tell us more)$/;
const happens = (page: Page) => field(page, HAPPENS);
const tried = (page: Page) => field(page, /^What you tried/);
const space = (page: Page) => field(page, "Where does it belong?");
const tags = (page: Page) => field(page, /^Tags/);
const hub = (page: Page) => field(page, /^Hub/);
const status = (page: Page) => page.locator(".pl-draft output");
const main = (page: Page) => page.locator("main");

/** Fields of wifi as the demo defines them, whatever other tests add. */
async function fillFields(page: Page): Promise<void> {
  await hub(page).selectOption("Hub 3");
  await field(page, /^Firmware/).fill("4.19.2");
  await page.getByRole("checkbox", { name: "TV" }).check();
  await field(page, /^Mesh discs/).selectOption("yes");
}

async function expectFields(page: Page): Promise<void> {
  await expect(hub(page)).toHaveValue("Hub 3");
  await expect(field(page, /^Firmware/)).toHaveValue("4.19.2");
  await expect(page.getByRole("checkbox", { name: "TV" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Phone" })).not.toBeChecked();
  await expect(field(page, /^Mesh discs/)).toHaveValue("yes");
}

async function expectSaid(page: Page): Promise<void> {
  const said = page.getByRole("region", { name: "About this case" });
  for (const text of ["Hub 3", "4.19.2", "TV", "Yes"]) {
    await expect(said.getByRole("definition").filter({ hasText: text }).first()).toBeVisible();
  }
}

/** Chooses a space; without a script its fields come when they are asked for. */
async function chooseSpace(page: Page, slug: string, script: boolean): Promise<void> {
  await space(page).selectOption(slug);
  if (!script) await page.getByRole("button", { name: "Show the fields of this space" }).click();
}

async function verifyByMail(page: Page, email: string): Promise<void> {
  await (await awaitMail(page, email)).click();
  await main(page)
    .getByRole("link", { name: /\/verify\?token=/ })
    .click();
  await page.getByRole("button", { name: "Verify my address" }).click();
  await expect(page.getByText("Your address is verified. Sign in to go on.")).toBeVisible();
}

async function signInHere(page: Page, handle: string): Promise<void> {
  await field(page, "E-mail address or handle").fill(handle);
  await field(page, "Password").fill(PASSWORD);
  await main(page).getByRole("button", { name: "Sign in" }).click();
}

async function signUpHere(page: Page, handle: string): Promise<void> {
  await main(page).getByRole("link", { name: "Sign up" }).click();
  await field(page, "Name").fill("Nadia Quill");
  await field(page, "Handle").fill(handle);
  await field(page, "E-mail address").fill(`${handle}@example.com`);
  await field(page, "Password").fill(PASSWORD);
  await main(page).getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/verify/);
}

type Way = { name: string; options: BrowserContextOptions; elsewhere?: boolean };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ways: Way[] = [
  { name: "at a desk", options: {} },
  { name: "on a phone", options: phone },
  { name: "without JavaScript", options: { javaScriptEnabled: false } },
  { name: "and follows the link in another browser", options: {}, elsewhere: true },
  {
    name: "without JavaScript, and follows the link in another browser",
    options: { javaScriptEnabled: false },
    elsewhere: true,
  },
];

/** Typed into the editor where there is one: it takes the text box's place as soon as one begins. */
async function writeInBold(page: Page, script: boolean): Promise<void> {
  const words = "It **restarts** every evening.";
  if (!script) return happens(page).fill(words);
  await happens(page).click();
  const editor = page.locator("#ask-body[contenteditable=true]");
  await expect(editor).toBeFocused();
  await page.keyboard.type(words);
  await expect(editor.locator("strong")).toHaveText("restarts");
}

async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: larkfield() });
  return context.newPage();
}

for (const { name, options, elsewhere = false } of ways) {
  test(`a guest writes, signs up at the end and posts, ${name}`, async ({ browser }) => {
    const script = options.javaScriptEnabled !== false;
    const handle = `nadia${mark()}`;
    const words = `The hub restarts when the oven is on ${mark()}`;
    let page = await open(browser, options);
    await page.goto("/ask");
    await chooseSpace(page, "wifi", script);
    await title(page).fill(words);
    await writeInBold(page, script);
    await tried(page).fill("Another socket");
    await tags(page).fill("mesh");
    await fillFields(page);
    await page.getByRole("button", { name: "Sign in and post" }).click();
    await expect(page.getByText("Your question is kept.")).toBeVisible();
    await signUpHere(page, handle);
    if (elsewhere) page = await open(browser, options);
    await verifyByMail(page, `${handle}@example.com`);
    await signInHere(page, handle);

    await expect(page).toHaveURL(/\/ask/);
    await expect(title(page)).toHaveValue(words);
    await expect(page.locator("textarea[name=body]")).toHaveValue("It **restarts** every evening.");
    await expect(tried(page)).toHaveValue("Another socket");
    await expect(space(page)).toHaveValue("wifi");
    await expect(tags(page)).toHaveValue("mesh");
    await expectFields(page);
    await page.getByRole("button", { name: "Post it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
    await expect(main(page).getByText("What I tried")).toBeVisible();
    await expect(main(page).getByText("Another socket")).toBeVisible();
    await expectSaid(page);
    await page.context().close();
  });
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("changing the space shows its fields and keeps what was written", async ({ page }) => {
      await signIn(page.context(), await newWriter());
      await page.goto("/ask");
      await title(page).fill("Something about my hub or my phone");
      await chooseSpace(page, "wifi", script);
      await fillFields(page);
      await chooseSpace(page, "mobile", script);
      await expect(hub(page)).toHaveCount(0);
      await expect(field(page, /^Plan/)).toBeVisible();
      await expect(title(page)).toHaveValue("Something about my hub or my phone");
      if (!script) return;
      await chooseSpace(page, "wifi", script);
      await expectFields(page);
    });

    test("what a space demands is asked for, beside the field, and nothing is lost", async ({
      page,
    }) => {
      const slug = await spaceThatAsks("Router", "number");
      await signIn(page.context(), await newWriter());
      await page.goto(`/ask?space=${slug}`);
      const words = `A question with a number ${mark()}`;
      await title(page).fill(words);
      await happens(page).fill("It is slow.");
      await tried(page).fill("Nothing yet");
      await field(page, "Router").fill("many");
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Router: Write a number");
      await expect(field(page, "Router")).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, "Router")).toHaveValue("many");
      await expect(tried(page)).toHaveValue("Nothing yet");
      if (script) await expect(field(page, "Router")).toBeFocused();
      await field(page, "Router").fill("٧");
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
      await expect(page.getByRole("definition").filter({ hasText: "7" })).toBeVisible();
    });

    test("a question finds its space and tags by what others asked", async ({ page }) => {
      const word = `lanternfish${mark().replace(/\d/g, "x")}`;
      for (const end of ["drops out", "is slow", "blinks"]) {
        await awaitIndexed(await ask("rob", `My ${word} ${end}`));
      }
      await query(
        `insert into thread_tag select t.community_id, t.id, g.id from thread t
         join tag g on g.community_id = t.community_id and g.slug = 'mesh'
         where t.title like $1`,
        [`My ${word}%`],
      );
      await signIn(page.context(), await newWriter());
      await page.goto("/ask");
      await title(page).fill(`My ${word} hums`);
      await happens(page).fill("It hums at night.");
      if (!script) await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByText("Looks like it belongs in Wi-Fi and router.")).toBeVisible();
      await expect(space(page)).toHaveValue("");
      if (script) {
        const similar = page.getByRole("region", { name: "Already answered?" });
        await similar.getByText(`My ${word} blinks`).first().click();
        await expect(
          similar.getByRole("link", { name: `Read the thread My ${word} blinks` }),
        ).toBeVisible();
      }
      await page.getByRole("button", { name: "Mesh", exact: true }).click();
      await expect(tags(page)).toHaveValue("Mesh");
      if (script) {
        await expect(tags(page)).toBeFocused();
        await page.getByRole("button", { name: "Put it in Wi-Fi and router" }).click();
        await expect(space(page)).toBeFocused();
      } else await space(page).selectOption("wifi");
      await expect(space(page)).toHaveValue("wifi");
      await expect(title(page)).toHaveValue(`My ${word} hums`);
      await page.getByRole("button", { name: "Post it" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
    });
  });
}

/** A space of one's own that demands something; gives its slug. */
async function spaceThatAsks(label: string, kind: string): Promise<string> {
  const slug = `asks-${mark()}`;
  const made = await queryOne<{ community_id: number; id: number }>(
    `insert into space (community_id, slug, name, description, icon, position)
     select community_id, $1, $1, '', 'box', 900 from community_host where host = 'localhost'
     returning community_id, id`,
    [slug],
  );
  await query(
    `insert into space_field (community_id, space_id, kind, label, required)
     values ($1, $2, $3, $4, true)`,
    [made.community_id, made.id, kind, label],
  );
  return slug;
}

test("the checklist ticks itself, and warns of a phone number", async ({ page }) => {
  await signIn(page.context(), await newWriter());
  await page.goto("/ask");
  const rail = page.getByRole("complementary", { name: "What gets a good answer" });
  await title(page).fill("Hub 3 drops the Wi-Fi every evening");
  await happens(page).fill("It began on Monday. Call me on 07700 900142.");
  await tried(page).fill("Restarted it");
  await expect(page.getByText("This looks like a phone number.")).toBeVisible();
  await expect(rail.getByRole("status")).toHaveText("4 of 5 done");
  await writeAnew(page, HAPPENS, "It began on Monday, every evening.");
  await expect(rail.getByRole("status")).toHaveText("5 of 5 done");
  await expect(page.getByText("This looks like a phone number.")).toHaveCount(0);
});

test("a draft keeps the fields of its space", async ({ page, context }) => {
  const writer = await newWriter();
  await signIn(context, writer);
  await page.goto("/ask?space=wifi");
  await title(page).fill("A draft with a device");
  await tried(page).fill("Turned it off");
  await fillFields(page);
  await expect(status(page)).toHaveText("Draft saved");
  const again = await context.newPage();
  await again.goto("/ask");
  await expectFields(again);
  await expect(tried(again)).toHaveValue("Turned it off");
});

test("a guest’s fields are back after the tab was closed", async ({ page, context }) => {
  await page.goto("/ask");
  await title(page).fill("A guest with a device");
  await space(page).selectOption("wifi");
  await fillFields(page);
  await expect(status(page)).toHaveText("Draft saved");
  await page.close();
  const again = await context.newPage();
  await again.goto("/ask");
  await expect(space(again)).toHaveValue("wifi");
  await expectFields(again);
});

for (const script of [true, false]) {
  test(`an admin says what a space asks${script ? "" : ", without JavaScript"}`, async ({
    browser,
  }) => {
    const slug = await spaceThatAsks("Model", "text");
    const page = await open(browser, { javaScriptEnabled: script });
    await signIn(page.context(), "ruth");
    await page.goto(`/s/${slug}`);
    await page.getByRole("link", { name: "Fields of the ask form" }).click();
    await field(page, "Name").fill("Colour");
    await field(page, "Kind").selectOption("choice");
    await field(page, "Choices").fill("black");
    await page.getByRole("button", { name: "Add a field" }).click();
    await expect(page.getByRole("alert")).toContainText("Name two choices at least");
    await expect(field(page, "Name")).toHaveValue("Colour");
    await field(page, "Choices").fill("black\nwhite");
    await page.getByRole("button", { name: "Add a field" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.getByRole("button", { name: "Move up: Colour" }).click();
    await expect(page.locator(".pl-fieldlist li b")).toHaveText(["Colour", "Model"]);
    await page.getByRole("button", { name: "Remove: Model" }).click();
    await expect(page.locator(".pl-fieldlist li b")).toHaveText(["Colour"]);
    await page.goto(`/ask?space=${slug}`);
    await expect(field(page, /^Colour/)).toBeVisible();
    await page.context().close();
  });
}

test("only admins say what a space asks", async () => {
  const form = { kind: "text", label: "Mine", help: "", options: "", required: "" };
  for (const [handle, status] of [
    ["priya", 403],
    ["marta", 403],
    ["dan", 403],
  ] as const) {
    const session = await startSession(handle);
    expect((await send(larkfield(), "/s/wifi/fields", { session })).status).toBe(status);
    expect((await send(larkfield(), "/s/wifi/fields", { session, form })).status).toBe(status);
  }
  const guest = await send(larkfield(), "/s/wifi/fields");
  expect(guest.headers.location).toMatch(/^\/sign-in/);
  const rows = await query("select 1 from space_field where label = 'Mine'");
  expect(rows).toEqual([]);
});

test("asking from right to left", async ({ browser }) => {
  const context = await browser.newContext({ ...phone, baseURL: sahl() });
  const page = await context.newPage();
  await signIn(context, await newWriter(sahl()), sahl());
  await page.goto("/ask?space=cards");
  const words = `بطاقتي لا تعمل في المتجر ${mark()}`;
  await page.locator("#ask-title").fill(words);
  await page.locator("#ask-body").fill("رفض الجهاز البطاقة منذ أمس.");
  await page.locator("#ask-tried").fill("جربت جهازًا آخر");
  await field(page, /^نوع البطاقة/).selectOption("افتراضية");
  await expect(page.locator(".pl-checkmeter output")).toHaveText(/اكتمل/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
  await page.getByRole("button", { name: "نشر", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
  await expect(main(page).getByText("ما جرّبته")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "افتراضية" })).toBeVisible();
  await context.close();
});
