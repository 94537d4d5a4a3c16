import type { Page } from "@playwright/test";
import { faultsOf } from "../axe-faults.ts";
import { expect, larkfield, query, sahl, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { begin, beginAnswer, give, postAnswer, storedHtml, textOf } from "../writing.ts";
import { mark } from "../mark.ts";

const options = (page: Page) => page.getByRole("listbox").getByRole("option");

async function tagOf(host: string): Promise<{ slug: string; name: string }> {
  const rows = await query(
    `select t.slug, t.name from tag t join community_host h on h.community_id = t.community_id
     where h.host = $1 and length(t.name) > 3 and t.name !~ '[^[:alnum:] -]'
     order by t.thread_count desc, t.id limit 1`,
    [host],
  );
  return rows[0] as { slug: string; name: string };
}

/** The list of suggestions and the visible page, in CSS pixels. */
async function listAndPage(page: Page) {
  const box = (await page.getByRole("listbox").boundingBox())!;
  const caret = await page.evaluate(
    () => getSelection()!.getRangeAt(0).getBoundingClientRect().top,
  );
  return { ...box, caret, page: page.viewportSize()! };
}

test("a tag is chosen by keyboard and becomes a link", async ({ page }) => {
  const tag = await tagOf("localhost");
  await beginAnswer(page, `Tags in answers ${mark()}`);
  await page.keyboard.type(`Like #${tag.name[0]}`);
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type(tag.name.slice(1, 3));
  const list = page.getByRole("listbox", { name: "Tags" });
  await expect(list.getByRole("option", { name: `#${tag.name}`, exact: true })).toBeVisible();
  await expect(textOf(page)).toHaveAttribute("aria-activedescendant", /-tag-0$/);
  await expect(page.getByRole("status").filter({ hasText: "Arrow keys to choose" })).toHaveCount(1);
  expect(await faultsOf(page, "#answer")).toEqual([]);
  const texts = await options(page).allTextContents();
  for (let at = 0; at < texts.indexOf(`#${tag.name}`); at += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Tab");
  await expect(list).toHaveCount(0);
  await page.keyboard.type("for one");
  await postAnswer(page);
  expect(await storedHtml(page)).toBe(
    `<p>Like <a href="/tag/${tag.slug}">#${tag.name}</a> for one</p>`,
  );
});

test("a thread’s address becomes its title: pasted, typed, and in the text box", async ({
  page,
}) => {
  const named = `A hub that blinks ${mark()}`;
  const path = await ask("rob", named);
  const address = larkfield() + path;
  await beginAnswer(page, `Links to threads ${mark()}`);
  await page.keyboard.type("See ");
  await give(textOf(page), "paste", { texts: { "text/plain": address } });
  await expect(textOf(page).getByRole("link", { name: named })).toHaveAttribute("href", path);
  await expect(page.getByText(`The link is named “${named}” now.`)).toBeVisible();
  // One who wants the address takes it back.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(textOf(page).getByRole("link", { name: address })).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await page.keyboard.press("End");
  await page.keyboard.type(` and ${address}#x twice`);
  await expect(textOf(page).getByRole("link", { name: named })).toHaveCount(2);
  await postAnswer(page);
  expect(await storedHtml(page)).toBe(
    `<p>See <a href="${path}">${named}</a> and <a href="${path}#x">${named}</a> twice</p>`,
  );
  const other = await ask("rob", `Links in the text box ${mark()}`);
  const id = await answer("marta", other, `Markdown: ${address} and <${address}> too.`);
  const rows = await query("select html from post where id = $1", [id]);
  expect((rows[0] as { html: string }).html.match(new RegExp(`>${named}</a>`, "g"))).toHaveLength(
    2,
  );
});

test("the title of a thread that not everybody may read stays there", async ({ page }) => {
  const [row] = (await query(
    `select t.id, t.slug, t.title from thread t
     join community_host h on h.community_id = t.community_id and h.host = 'localhost'
     where t.state = 'held' limit 1`,
    [],
  )) as { id: number; slug: string; title: string }[];
  const session = await startSession("dan");
  const asked = `/suggest/thread?address=/t/${row!.id}/${row!.slug}`;
  const held = await send(larkfield(), asked, { session });
  expect(held.status).toBe(404);
  const guest = await send(larkfield(), asked);
  expect(guest.status).toBe(401);
  expect((await send(larkfield(), "/suggest/tags?q=hu")).status).toBe(401);
  await beginAnswer(page, `Titles that stay ${mark()}`, "dan");
  const address = `${larkfield()}/t/${row!.id}/${row!.slug}`;
  await page.keyboard.type(`${address} here`);
  await postAnswer(page);
  expect(await storedHtml(page)).toContain(`>${address}</a> here`);
});

test("a quote goes into the reply that is being written, else into the answer", async ({
  page,
}) => {
  const path = await ask("rob", `Quotes in replies ${mark()}`, "The lamp is **orange** today.");
  const first = await answer("priya", path, "It means that it *starts*.");
  await signIn(page.context(), "marta");
  await page.goto(larkfield() + path);
  await page
    .locator(`#post-${first}`)
    .getByRole("link", { name: /^Reply/ })
    .first()
    .click();
  const reply = page.locator("[id^=reply-][id$=-body][contenteditable=true]");
  await expect(reply).toBeFocused();
  await page.keyboard.type("You say:");
  await page
    .locator(`#post-${first} .pl-prose em`)
    .evaluate((element) => getSelection()!.selectAllChildren(element));
  await page
    .locator(`#post-${first}`)
    .getByRole("link", { name: /^Quote / })
    .first()
    .dispatchEvent("click");
  await expect(reply.locator("blockquote")).toContainText("starts");
  await expect(reply.locator("blockquote")).not.toContainText("It means");
  await expect(reply).toBeFocused();
  await page.keyboard.type("Does it?");

  await begin(page);
  await page
    .getByRole("link", { name: /^Quote / })
    .first()
    .click();
  await expect(textOf(page).locator("blockquote")).toContainText("orange");
  await expect(reply.locator("blockquote")).toHaveCount(1);
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page).toHaveURL(/#post-\d+$/);
  const html = await storedHtml(page);
  expect(html).toMatch(/^<p>You say:<\/p><blockquote><p><strong>.+:<\/strong><\/p><p>starts<\/p>/);
  expect(html).toContain("</blockquote><p>Does it?</p>");
});

test("tables and code are made and changed by keyboard", async ({ page }) => {
  await beginAnswer(page, `Tables by keyboard ${mark()}`);
  const toTool = async (id: string) => {
    await page.keyboard.press("Alt+F10");
    for (let step = 0; step < 20; step += 1) {
      const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.tool);
      if (at === id) return;
      await page.keyboard.press("ArrowRight");
    }
  };
  await toTool("table");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lamp");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Means");
  // From the tools on to those of the table.
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add row" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(textOf(page).locator("tr")).toHaveCount(4);
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("```");
  await page.keyboard.press("Enter");
  await page.keyboard.type("let a = 1;");
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Language")).toBeFocused();
  await page.getByLabel("Language").selectOption("JavaScript");
  await expect(textOf(page).locator("pre")).toHaveText("let a = 1;");
  await postAnswer(page);
  const html = await storedHtml(page);
  expect(html).toContain('<th scope="col">Lamp</th><th scope="col">Means</th>');
  expect(html).toContain('<code class="language-javascript"><span class="hljs-keyword">let');
});

test("every tool has a name, a state where it has one, and its keys in its tooltip", async ({
  page,
}) => {
  await beginAnswer(page, `Tools ${mark()}`);
  const bar = page.getByRole("toolbar", { name: "Formatting" });
  const tools = await bar.getByRole("button").evaluateAll((buttons) =>
    buttons.map((button) => ({
      name: button.getAttribute("aria-label") ?? button.textContent,
      title: button.getAttribute("title") ?? button.textContent,
      keys: button.getAttribute("aria-keyshortcuts"),
      pressed: button.getAttribute("aria-pressed"),
      stops: button.tabIndex === 0,
      size: Math.min(button.clientWidth, button.clientHeight),
    })),
  );
  expect(tools.length).toBeGreaterThan(14);
  expect(tools.filter(({ stops }) => stops)).toHaveLength(1);
  for (const { name, title, keys, size } of tools) {
    expect(name).toBeTruthy();
    expect(title).toContain(name);
    if (keys) expect(title).toContain(keys.replace("Control", "Ctrl"));
    expect(size, name!).toBeGreaterThanOrEqual(24);
  }
  for (const name of ["Bold", "Link", "Quote", "Code block", "Bulleted list"]) {
    expect(tools.find((tool) => tool.name === name)?.pressed, name).toBe("false");
  }
  await page.emulateMedia({ forcedColors: "active" });
  await page.keyboard.press("ControlOrMeta+b");
  const outline = await bar
    .getByRole("button", { name: "Bold" })
    .evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).toBe("solid");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });

  test("the list of members opens where there is room, within the page", async ({ page }) => {
    await beginAnswer(page, `Lists on a phone ${mark()}`);
    const box = textOf(page);
    // The caret at the bottom of what is seen: there is no room below.
    await page.keyboard.type("one");
    for (let line = 0; line < 6; line += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("right at the end of a line @");
    await expect(page.getByRole("listbox", { name: "Members" })).toBeVisible();
    await box.evaluate((element) => {
      const { bottom } = element.getBoundingClientRect();
      window.scrollBy(0, bottom - window.innerHeight + 10);
    });
    await expect
      .poll(async () => {
        const { y, height, caret } = await listAndPage(page);
        return y + height <= caret;
      })
      .toBe(true);
    const above = await listAndPage(page);
    expect(above.y).toBeGreaterThanOrEqual(0);
    expect(above.x).toBeGreaterThanOrEqual(0);
    expect(above.x + above.width).toBeLessThanOrEqual(390);
    await box.evaluate((element) => {
      window.scrollBy(0, element.getBoundingClientRect().bottom - 260);
    });
    await expect
      .poll(async () => {
        const { y, caret } = await listAndPage(page);
        return y > caret;
      })
      .toBe(true);
    const below = await listAndPage(page);
    expect(below.y + below.height).toBeLessThanOrEqual(700);
    const name = await options(page).nth(1).locator(".pl-meta").textContent();
    await options(page).nth(1).tap();
    await expect(box).toContainText(name!);
    await expect(box).toBeFocused();
  });
});

test("tags and members in right-to-left pages", async ({ page }) => {
  const rows = await query(
    `select m.handle, t.id from member m join community_host h on h.community_id = m.community_id
     join thread t on t.community_id = m.community_id and t.kind = 'question' and t.state = 'published'
       and t.locked_at is null
     where h.host = 'second.localhost' and m.email_verified_at is not null and m.role = 'admin' limit 1`,
    [],
  );
  const { handle, id } = rows[0] as { handle: string; id: number };
  const found = await query(
    `select t.name, t.slug from tag t join community_host h on h.community_id = t.community_id
     where h.host = 'second.localhost' and t.name ~ '^[[:alnum:]]{3}' order by t.id limit 1`,
    [],
  );
  const tag = found[0] as { name: string; slug: string };
  await signIn(page.context(), handle, sahl());
  await page.goto(`${sahl()}/t/${id}`);
  await begin(page);
  await page.keyboard.type("اسأل @");
  const list = page.getByRole("listbox", { name: "الأعضاء" });
  await expect(list).toBeVisible();
  const box = (await list.boundingBox())!;
  const caret = await page.evaluate(
    () => getSelection()!.getRangeAt(0).getBoundingClientRect().right,
  );
  // It opens from the caret towards the left.
  expect(box.x + box.width).toBeLessThanOrEqual(caret + 30);
  expect(await faultsOf(page, "#answer")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Backspace");
  await page.keyboard.type(`#${tag.name.slice(0, 2)}`);
  await expect(page.getByRole("listbox", { name: "الوسوم" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(textOf(page).getByRole("link")).toHaveAttribute("href", /^\/tag\//);
});
