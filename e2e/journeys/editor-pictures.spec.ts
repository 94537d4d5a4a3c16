import type { Page, Route } from "@playwright/test";
import { faultsOf } from "../axe-faults.ts";
import { expect, query, sahl, signIn, test } from "../fixtures.ts";
import { begin, beginAnswer, give, png, postAnswer, storedHtml, textOf } from "../writing.ts";
import { mark } from "../mark.ts";

/** Pictures are drawn anew on the server: on a busy machine that takes its time. */
const SLOW = { timeout: 45_000 };
const title = () => `Pictures in answers ${mark()}`;
const boxes = (page: Page) => page.locator(".pl-picture-box");
const waiting = (page: Page) => page.locator(".pl-upload");

async function file(name: string, width = 320, height = 200) {
  return { name, mimeType: "image/png", buffer: await png(width, height) };
}

async function pasted(name: string, width = 320, height = 200) {
  return { name, type: "image/png", bytes: await png(width, height) };
}

/** Holds uploads back until the function given back is called. */
async function holdUploads(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/uploads", async (route: Route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("pictures are picked, described with the keyboard, and lead to themselves in full", async ({
  page,
}) => {
  test.slow();
  await beginAnswer(page, title());
  await page.keyboard.type("It looks like this:");
  const release = await holdUploads(page);
  await page.keyboard.press("Alt+F10");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Pictures", exact: true })).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles([await file("one.png", 1600, 900), await file("two.png")]);
  await expect(waiting(page)).toHaveCount(2);
  await expect(page.getByRole("progressbar", { name: "Uploading one.png" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Uploading two.png" })).toHaveCount(1);
  expect(await faultsOf(page, "#answer")).toEqual([]);

  // One writes on meanwhile, below the pictures that are to come.
  await page.keyboard.press("Escape");
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.type("It blinks");
  release();
  await expect(boxes(page)).toHaveCount(2, SLOW);
  await expect(waiting(page)).toHaveCount(0);
  await expect(boxes(page).locator("img").first()).toHaveAttribute("src", /1600x900/);
  await expect(boxes(page).locator("img").nth(1)).toHaveAttribute("src", /320x200/);

  await page.keyboard.press("Tab");
  const words = page.getByRole("textbox", { name: "What does it show?" });
  await expect(words.first()).toBeFocused();
  await page.keyboard.type("A hub with a red light");
  await page.keyboard.press("Enter");
  await expect(textOf(page)).toBeFocused();
  expect(await faultsOf(page, "#answer")).toEqual([]);
  await postAnswer(page);
  const html = await storedHtml(page);
  expect(html).toMatch(/^<p>It looks like this:<\/p><p><a class="pl-picture".*<p>It blinks<\/p>$/);
  expect(html).toContain('alt="A hub with a red light" loading="lazy" decoding="async"');
  expect(html).toMatch(/srcset="[^"]+\?w=480 480w, [^"]+\?w=960 960w, [^"]+ 1600w"/);
  expect(html.match(/class="pl-picture"/g)).toHaveLength(2);
  const link = page.locator(`${new URL(page.url()).hash} .pl-picture`).first();
  await expect(link.locator("img")).toBeVisible();
  await expect
    .poll(() => link.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  expect(await faultsOf(page, new URL(page.url()).hash)).toEqual([]);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/files\/[^?]+$/);
  const shown = await page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(shown).toBe(1600);
});

test("pictures are pasted and dropped, also before the editor is there", async ({ page }) => {
  await page.route("**/assets/editor-box*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  const path = await beginAnswer(page, title());
  await give(textOf(page), "paste", { files: [await pasted("shot.png", 40, 30)] });
  await expect(boxes(page)).toHaveCount(1, SLOW);
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.type("below");
  await give(textOf(page), "drop", { files: [await pasted("dropped.png", 50, 30)] });
  await expect(boxes(page)).toHaveCount(2, SLOW);
  // Beside the text too: the browser must not leave for the file.
  await give(page.getByRole("toolbar"), "drop", { files: [await pasted("beside.png", 60, 30)] });
  await expect(boxes(page)).toHaveCount(3, SLOW);
  await postAnswer(page);
  expect(await storedHtml(page)).toContain("<p>below</p>");

  await page.goto(new URL(path, page.url()).href, { waitUntil: "networkidle" });
  const box = page.locator("textarea#answer-body");
  await give(box, "paste", { files: [await pasted("early.png", 70, 30)] });
  await expect(boxes(page)).toHaveCount(1, SLOW);
});

test("text with a picture of itself, as word processors copy it, is text", async ({ page }) => {
  await beginAnswer(page, title());
  await give(textOf(page), "paste", {
    files: [await pasted("image.png")],
    texts: { "text/html": "<p class=MsoNormal>Two <b>words</b></p>", "text/plain": "Two words" },
  });
  await expect(textOf(page).locator("strong")).toHaveText("words");
  await expect(waiting(page)).toHaveCount(0);
  await expect(boxes(page)).toHaveCount(0);
});

test("an upload that fails says why, is tried again or removed, and no text is lost", async ({
  page,
  watched,
}) => {
  await beginAnswer(page, title());
  await page.keyboard.type("Kept words");
  let answer: (route: Route) => Promise<void> = (route) =>
    route.fulfill({ status: 422, json: { ok: false, error: "This picture is too large." } });
  await page.route("**/uploads", (route) => answer(route));
  const pick = page.locator("[data-pick=picture]");
  await pick.setInputFiles([await file("large.png"), await file("other.png")]);
  const failed = page.locator(".pl-upload[data-failed]");
  await expect(failed).toHaveCount(2);
  await expect(failed.first()).toContainText("This picture is too large.");
  await expect(page.getByRole("status").filter({ hasText: "is too large" })).toHaveCount(1);
  expect(await faultsOf(page, "#answer")).toEqual([]);

  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.getByText("This was not sent, because a file didn’t upload.")).toBeVisible();
  await expect(textOf(page)).toContainText("Kept words");

  answer = (route) => route.abort();
  await failed.first().getByRole("button", { name: "Try again" }).click();
  await expect(failed.first()).toContainText("The upload didn’t get through.");
  answer = (route) => route.continue();
  await failed.first().getByRole("button", { name: "Try again" }).click();
  await expect(boxes(page)).toHaveCount(1, SLOW);
  await failed.getByRole("button", { name: "Remove" }).click();
  await expect(waiting(page)).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await postAnswer(page);
  expect(await storedHtml(page)).toContain("<p>Kept words</p>");
  watched.length = 0;
});

test("a real refusal is shown in the server’s words", async ({ page }) => {
  await beginAnswer(page, title());
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  await page
    .locator("[data-pick=picture]")
    .setInputFiles([{ name: "a.svg", mimeType: "image/svg+xml", buffer: svg }]);
  const failed = page.locator(".pl-upload[data-failed] .pl-upload__words");
  await expect(failed).not.toBeEmpty();
  await expect(failed).not.toHaveText("The upload didn’t get through. Your text is safe.");
});

test("an answer that is sent while a picture is on its way waits for it", async ({ page }) => {
  await beginAnswer(page, title());
  await page.keyboard.type("With a picture");
  const release = await holdUploads(page);
  await page.locator("[data-pick=picture]").setInputFiles([await file("late.png", 44, 33)]);
  await expect(waiting(page)).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("This is sent as soon as they are there.")).toBeVisible();
  await expect(textOf(page)).toContainText("With a picture");
  release();
  await expect(page).toHaveURL(/#post-\d+$/);
  expect(await storedHtml(page)).toMatch(/<p>With a picture<\/p><p><a class="pl-picture"/);
});

test("an upload is cancelled by its button and by deleting its place", async ({ page }) => {
  await beginAnswer(page, title());
  await page.keyboard.type("abc");
  const release = await holdUploads(page);
  await page.locator("[data-pick=picture]").setInputFiles([await file("one.png")]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(waiting(page)).toHaveCount(0);
  await page.locator("[data-pick=picture]").setInputFiles([await file("two.png")]);
  await expect(waiting(page)).toHaveCount(1);
  // The letter before it is a letter, not the picture.
  await page.keyboard.press("Backspace");
  await expect(waiting(page)).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(waiting(page)).toHaveCount(0);
  release();
  await page.keyboard.type("nothing else");
  await postAnswer(page);
  expect(await storedHtml(page)).toBe("<p>nothing else</p>");
});

test("an attachment is a link with the file’s name", async ({ page }) => {
  await beginAnswer(page, title());
  await page.keyboard.type("See");
  await page
    .locator("[data-pick=file]")
    .setInputFiles([
      { name: "router.log", mimeType: "text/plain", buffer: Buffer.from("12:00 link down\n") },
    ]);
  await expect(textOf(page).getByRole("link")).toHaveText(/^router\.(log|txt)$/);
  await page.keyboard.type("for more");
  await postAnswer(page);
  expect(await storedHtml(page)).toMatch(
    /^<p>See <a href="\/files\/[a-z0-9]+\/router\.\w+">router\.\w+<\/a> for more<\/p>$/,
  );
});

test("a picture is chosen, described and deleted by keyboard, and taken back", async ({ page }) => {
  await beginAnswer(page, title());
  await give(textOf(page), "paste", { files: [await pasted("shot.png", 40, 30)] });
  await expect(boxes(page)).toHaveCount(1, SLOW);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowLeft");
  await expect(boxes(page)).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "What does it show?" })).toBeFocused();
  await page.keyboard.type("a cable");
  await expect(page.locator("textarea[name=body]").first()).toHaveValue(/^!\[a cable\]\(\/files\//);
  await page.keyboard.press("Escape");
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(boxes(page)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(boxes(page)).toHaveCount(1, SLOW);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test("the button opens the camera or the gallery, and all fits", async ({ page }) => {
    await beginAnswer(page, title());
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Pictures", exact: true }).tap();
    const files = await chooser;
    expect(await files.element().getAttribute("accept")).toBe("image/*");
    expect(files.isMultiple()).toBe(true);
    await files.setFiles([await file("a screenshot with a rather long name.png", 1170, 2532)]);
    await expect(boxes(page)).toHaveCount(1, SLOW);
    const field = page.getByRole("textbox", { name: "What does it show?" });
    await field.tap();
    await page.keyboard.type("settings");
    for (const target of [field, page.getByRole("button", { name: "Remove picture" })]) {
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    const wide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth).then((over) => over);
    expect(await wide()).toBeLessThanOrEqual(0);
    expect(await faultsOf(page, "#answer")).toEqual([]);
    await postAnswer(page);
    expect(await wide()).toBeLessThanOrEqual(0);
  });
});

test("pictures in right-to-left pages", async ({ page }) => {
  const rows = await query(
    `select m.handle, t.id from member m join community_host h on h.community_id = m.community_id
     join thread t on t.community_id = m.community_id and t.kind = 'question' and t.state = 'published'
       and t.locked_at is null
     where h.host = 'second.localhost' and m.email_verified_at is not null and m.role = 'admin' limit 1`,
    [],
  );
  const { handle, id } = rows[0] as { handle: string; id: number };
  await signIn(page.context(), handle, sahl());
  await page.goto(`${sahl()}/t/${id}`);
  await begin(page);
  await page.keyboard.type("هكذا يبدو");
  await page.locator("[data-pick=picture]").setInputFiles([await file("one.png", 400, 100)]);
  await expect(boxes(page)).toHaveCount(1, SLOW);
  const field = page.getByRole("textbox", { name: "ماذا يظهر فيها؟" });
  const [label, input] = await Promise.all([
    page.getByText("ماذا يظهر فيها؟").boundingBox(),
    field.boundingBox(),
  ]);
  expect(label!.x).toBeGreaterThan(input!.x);
  await field.fill("موجّه");
  expect(await faultsOf(page, "#answer")).toEqual([]);
});
