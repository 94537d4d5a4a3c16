import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, larkfield, query, sahl, signIn, test, watch } from "../fixtures.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The editor's text; the text box it took the place of is hidden. */
const text = (page: Page): Locator => page.locator("#answer-body[contenteditable=true]");
const tool = (page: Page, name: string): Locator =>
  page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name, exact: true });
const hiddenField = (page: Page): Promise<string> =>
  page.locator("#answer input[name=document]").inputValue();

async function thread(page: Page, as = "marta"): Promise<string> {
  const path = await ask("rob", `How does writing here feel ${mark()}`, "Tell me **everything**.");
  await signIn(page.context(), as);
  await page.goto(larkfield() + path);
  return path;
}

async function begin(page: Page): Promise<Locator> {
  await page.locator("#answer-body").focus();
  await expect(text(page)).toBeFocused();
  return text(page);
}

async function post(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page).toHaveURL(/#post-\d+$/);
}

/** The HTML of the post that the page's address leads to. */
async function stored(page: Page): Promise<string> {
  const id = /post-(\d+)/.exec(page.url())![1]!;
  const rows = await query("select html from post where id = $1", [id]);
  return String((rows[0] as { html: string }).html);
}

async function paste(page: Page, given: Record<string, string>): Promise<void> {
  await text(page).evaluate((element, parts) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(parts)) clipboardData.setData(type, value);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, given);
}

async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include("#answer").include(".pl-post");
    // The actions beside a post are looked at by the sweep over all pages.
    const { violations } = await axe.exclude(".pl-acts").withTags(RULES).analyze();
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        faults.push(`${colorScheme} ${id} ${target.join(" ")}: ${failureSummary}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

test("the editor's code comes when somebody begins to write, and is small", async ({ page }) => {
  const loaded: { url: string; bytes: number }[] = [];
  const pending: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    pending.push(
      request.sizes().then(({ responseBodySize: bytes }) => {
        loaded.push({ url: request.url(), bytes });
      }),
    );
  });
  await thread(page);
  await expect(page.getByRole("textbox", { name: "Your answer" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(loaded.filter(({ url }) => url.includes("editor-box"))).toEqual([]);
  loaded.length = 0;
  await begin(page);
  await page.waitForLoadState("networkidle");
  await Promise.all(pending);
  const assets = loaded.filter(({ url }) => url.includes("/assets/"));
  expect(assets.some(({ url }) => url.includes("editor-box"))).toBe(true);
  expect(assets.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(200 * 1024);
});

test("what is typed before the editor is there is in it, with the caret where it was", async ({
  page,
}) => {
  await page.route("**/assets/editor-box*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await thread(page);
  const box = page.locator("#answer-body");
  await box.focus();
  await page.keyboard.type("It was **quite** slow");
  for (let step = 0; step < " slow".length; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(" very");
  await expect(text(page)).toHaveText("It was quite very slow");
  await expect(text(page).locator("strong").first()).toContainText("quite");
});

test("without the editor's code one goes on in the text box", async ({ page, watched }) => {
  await page.route("**/assets/editor-box*", (route) => route.abort());
  await thread(page);
  const box = page.locator("textarea#answer-body");
  await box.focus();
  await box.fill("Still **here**.");
  await post(page);
  expect(await stored(page)).toBe("<p>Still <strong>here</strong>.</p>");
  watched.length = 0;
});

test("Markdown typed becomes rich text, and the preview is what is stored", async ({ page }) => {
  await thread(page);
  await begin(page);
  await page.keyboard.type("## Steps");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Try **this** and `that`, ~~not~~ see https://example.com/a now");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("> said");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("```js ");
  await page.keyboard.type("const a = 1;");
  expect(JSON.parse(await hiddenField(page))).toMatchObject({ type: "doc" });
  await expect(page.locator("textarea[name=body]").first()).toHaveValue(/\*\*Steps\*\*/);

  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" }).locator(".pl-prose");
  await expect(preview).toContainText("Steps");
  await expect(preview.locator(".hljs-keyword")).toHaveText("const");
  const html = await preview.evaluate((element) => element.innerHTML);
  await page.getByRole("button", { name: "Preview" }).click();
  await post(page);
  const kept = await stored(page);
  expect(kept).toBe(html);
  expect(kept).toContain("<p><strong>Steps</strong></p><p>Try <strong>this</strong> and ");
  expect(kept).toMatch(/<code>that<\/code>, <s>not<\/s> see <a [^>]+>https:[^<]+<\/a> now<\/p>/);
  expect(kept).toContain("<ul><li>one</li><li>two</li></ul><blockquote><p>said</p></blockquote>");
  expect(kept).toContain('<span class="hljs-keyword">const</span>');
  expect(await faultsOf(page)).toEqual([]);
});

test("pasted text comes out clean", async ({ page }) => {
  await thread(page);
  await begin(page);
  await paste(page, {
    "text/html":
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>' +
      "<body><!--StartFragment--><h2 style='mso-fareast:x'>Title</h2><p class=MsoNormal style='margin:0'><span style='color:#f00'>Red " +
      "<b>bold</b></span><o:p></o:p></p><script>window.bad=1</script><img src='file:///C:/a.png' alt='pic'><!--EndFragment--></body></html>",
    "text/plain": "Title",
  });
  await expect(text(page).locator("p").first()).toHaveText("Title");
  const html = await text(page).evaluate((element) => element.innerHTML);
  expect(html).not.toMatch(/style=|Mso|<span|script|file:|<h2/);
  expect(html).toContain("<p>Red <strong>bold</strong></p>");

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await paste(page, {
    "text/plain": "# Head\n\n1. first\n2. second\n\n| a | b |\n|---|---|\n| 1 | 2 |",
  });
  await expect(text(page).locator("strong")).toHaveText("Head");
  await expect(text(page).locator("ol > li")).toHaveCount(2);
  await expect(text(page).locator("table td")).toHaveText(["1", "2"]);

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type("our guide");
  await page.keyboard.press("ControlOrMeta+a");
  await paste(page, { "text/plain": "https://example.com/guide?a=1" });
  await expect(text(page).locator("a")).toHaveText("our guide");
  await expect(text(page).locator("a")).toHaveAttribute("href", "https://example.com/guide?a=1");
});

test("a part of a post is quoted into the answer, and somebody is mentioned", async ({ page }) => {
  await thread(page);
  // Before the application runs, the link leads to the whole post as a quote.
  await page.locator("input[name=stay]").first().waitFor({ state: "attached" });
  await page
    .locator(".pl-prose strong", { hasText: "everything" })
    .first()
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    });
  await page
    .getByRole("link", { name: /^Quote / })
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(text(page).locator("blockquote")).toContainText("everything");
  await expect(text(page).locator("blockquote")).not.toContainText("Tell me");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("Ask @pri");
  const list = page.getByRole("listbox", { name: "Members" });
  await expect(list.getByRole("option").first()).toContainText("@priya");
  await expect(text(page)).toHaveAttribute("aria-activedescendant", /member-0$/);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.type("y");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("@priy");
  await expect(list).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("about it, and @nobody-here too.");
  await post(page);
  const html = await stored(page);
  expect(html).toContain("<blockquote><p><strong>Rob");
  expect(html).toContain(
    '<a class="pl-mention" href="/m/priya">@priya</a> about it, and @nobody-here too.',
  );
  expect(await faultsOf(page)).toEqual([]);
});

test("everything can be done with a keyboard alone", async ({ page }) => {
  await thread(page);
  await begin(page);
  await page.keyboard.type("one two");
  await page.keyboard.press("Shift+ControlOrMeta+ArrowLeft");
  await page.keyboard.press("Alt+F10");
  await expect(tool(page, "Bold")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await expect(text(page).locator("strong")).toHaveText("two");
  await page.keyboard.press("Alt+F10");
  await expect(tool(page, "Bold")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ArrowRight");
  await expect(tool(page, "Italic")).toBeFocused();
  await page.keyboard.press("End");
  await expect(tool(page, "Preview")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tool(page, "Bold")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(text(page)).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  const address = page.getByRole("dialog", { name: "Link" }).getByRole("textbox");
  await expect(address).toBeFocused();
  await page.keyboard.type("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("not an address");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("example.com/x");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await expect(text(page).locator("a")).toHaveAttribute("href", "https://example.com/x");

  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await tool(page, "Table").click();
  await page.keyboard.type("head");
  await page.keyboard.press("Tab");
  await page.keyboard.type("second");
  await expect(text(page).locator("th")).toHaveText(["head", "second"]);
  await page.getByRole("button", { name: "Add column" }).click();
  await expect(text(page).locator("th")).toHaveCount(3);
  await page.getByRole("button", { name: "Remove row" }).click();
  await expect(text(page).locator("tr")).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Remove table" }).click();
  await expect(text(page).locator("table")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(text(page).locator("table")).toHaveCount(1);

  // The Tab key leaves the text, from a table too.
  for (let stop = 0; stop < 12; stop += 1) await page.keyboard.press("Tab");
  await expect(text(page)).not.toBeFocused();
});

test("what was marked a moment ago is what the tools change", async ({ page }) => {
  await thread(page);
  await begin(page);
  await page.keyboard.type("one two");
  // Both within one turn of the page, as keys pressed on a slow machine are.
  await page.evaluate(() => {
    getSelection()!.modify("extend", "backward", "word");
    const key = { key: "F10", altKey: true, bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", key));
  });
  await expect(tool(page, "Bold")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text(page).locator("strong")).toHaveText("two");
});

test("an answer that is refused is still in the editor", async ({ page }) => {
  await thread(page);
  await begin(page);
  await page.keyboard.type("**Kept** as it was");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page.getByRole("alert")).toContainText("Sign in first.");
  await expect(text(page).locator("strong")).toHaveText("Kept");
  await signIn(page.context(), "marta");
  await post(page);
  expect(await stored(page)).toBe("<p><strong>Kept</strong> as it was</p>");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test("the essential tools are there and large enough", async ({ page }) => {
    await thread(page);
    await page.locator("#answer-body").tap();
    await expect(text(page)).toBeFocused();
    await page.keyboard.type("phone");
    await expect(tool(page, "Italic")).toBeHidden();
    for (const name of [
      "Bold",
      "Link",
      "Bulleted list",
      "Quote",
      "Code block",
      "Mention someone",
    ]) {
      const box = await tool(page, name).boundingBox();
      expect(Math.min(box!.width, box!.height), name).toBeGreaterThanOrEqual(44);
    }
    await tool(page, "Bulleted list").tap();
    await expect(text(page).locator("li")).toHaveText("phone");
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  });
});

test("it turns around in right-to-left pages", async ({ page }) => {
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
  await page.locator("#answer-body").focus();
  await expect(text(page)).toBeFocused();
  const bar = page.getByRole("toolbar");
  await page.keyboard.type("مرحبا");
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("ArrowLeft");
  await expect(bar.locator("[data-tool=italic]")).toBeFocused();
  const [bold, italic] = await Promise.all(
    ["bold", "italic"].map((name) => bar.locator(`[data-tool=${name}]`).boundingBox()),
  );
  expect(bold!.x).toBeGreaterThan(italic!.x);
  expect(await faultsOf(page)).toEqual([]);
});

test("without JavaScript Markdown, quotes and mentions work", async ({ browser }) => {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const faults = watch(page);
  await thread(page);
  await page
    .getByRole("link", { name: /^Quote / })
    .first()
    .click();
  const box = page.locator("textarea[name=body]");
  await expect(box).toHaveValue(/^> \*\*.+:\*\*\n>\s*\n> Tell me \*\*everything\*\*\.\n\n$/);
  await box.fill(`${await box.inputValue()}Hello @priya, *yes*.`);
  await post(page);
  expect(await stored(page)).toContain(
    '<p>Hello <a class="pl-mention" href="/m/priya">@priya</a>, <em>yes</em>.</p>',
  );
  expect(faults).toEqual([]);
  await context.close();
});
