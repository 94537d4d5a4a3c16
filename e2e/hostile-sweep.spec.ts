import type { BrowserContext, Page } from "@playwright/test";
import { HOSTILE_PAYLOADS } from "../app/features/threads/rich-text/hostile-payloads.ts";
import { findDangers, watchForHarm } from "./hostile-detector.ts";
import { LINES, writeHostile, type Hostile } from "./hostile-writing.ts";
import { expect, larkfield, query, signIn, test } from "./fixtures.ts";

// Written once, then looked at in turn.
test.describe.configure({ mode: "serial", timeout: 300_000 });

let hostile: Hostile;

type Look = { context: BrowserContext; page: Page; harms: string[] };

async function look(page: Page, context: BrowserContext): Promise<Look> {
  const harms = await watchForHarm(context, larkfield());
  await page.close();
  return { context, page: await context.newPage(), harms };
}

/** Opens a page as the server sent it, then lets the application start, and looks at it both times. */
async function visit({ page, harms }: Look, path: string, starts = false): Promise<void> {
  const answer = await page.goto(larkfield() + path, { waitUntil: "load" });
  expect(answer?.status(), path).toBe(200);
  expect(await findDangers(page), path).toEqual([]);
  if (starts) {
    await page.keyboard.press("Shift");
    await page.waitForLoadState("networkidle");
    expect(await findDangers(page), path).toEqual([]);
  }
  expect(harms, path).toEqual([]);
}

/** Follows a list from page to page for as long as it shows what was written here. */
async function visitList(view: Look, path: string): Promise<number> {
  let next: string | null = path;
  let seen = 0;
  for (let at = 0; next !== null && at < 60; at += 1) {
    await visit(view, next, at === 0);
    const here = await view.page.locator("main").getByText(hostile.mark).count();
    seen += here;
    const more = view.page.getByRole("link", { name: "Show more" });
    next = here > 0 && (await more.count()) > 0 ? await more.first().getAttribute("href") : null;
  }
  return seen;
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  hostile = await writeHostile();
});

test("what is looked for is found", async ({ browser }) => {
  const HARMFUL = [
    "<img src=x onerror=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s /></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<details open ontoggle=alert(1)>x</details>",
    "<img src='https://evil.example/x.png'>",
    "<input onfocus=alert(1) autofocus>",
  ];
  const STILL = [
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<form action='data:text/html,x'></form>",
    "<b onclick=alert(1)>x</b>",
    "<script type=module></script>",
    "<base href=//evil.example>",
    "<object data=x></object>",
  ];
  for (const bypassCSP of [true, false]) {
    const context = await browser.newContext({ bypassCSP });
    const harms = await watchForHarm(context, larkfield());
    const page = await context.newPage();
    for (const html of [...HARMFUL, ...STILL]) {
      await page.goto(`${larkfield()}/terms`);
      expect(await findDangers(page)).toEqual([]);
      harms.length = 0;
      await page.evaluate((source) => {
        document.body.innerHTML = "";
        document.body.append(document.createRange().createContextualFragment(source));
      }, html);
      expect((await findDangers(page)).length, html).toBeGreaterThan(0);
      if (!HARMFUL.includes(html)) continue;
      // Without the policy the script runs; with it, the refusal is told.
      await expect.poll(() => harms.length, html).toBeGreaterThan(0);
      const ran = harms.some((harm) => / ran at |asked for/.test(harm));
      if (bypassCSP) expect(ran, html).toBe(true);
    }
    await context.close();
  }
});

test("the payloads came in through every way", () => {
  expect(HOSTILE_PAYLOADS.length).toBeGreaterThan(500);
  const { taken } = hostile;
  expect(LINES.length).toBeGreaterThan(300);
  for (const kind of ["names", "titles", "imported HTML", "imported Markdown"]) {
    expect(taken[kind], `${kind}: ${JSON.stringify(taken)}`).toBeGreaterThan(300);
  }
  // All were sent; the others are refused.
  expect(taken["file names"]).toBeGreaterThan(200);
  // Four payloads each.
  expect(taken["Markdown"]).toBeGreaterThan(120);
  expect(taken["documents"]).toBeGreaterThan(120);
  expect(taken["mails"]).toBe(40);
  expect(taken["drafts"]).toBe(8);
  expect(taken["edits"]).toBe(4);
});

for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? "without a content security policy" : "as served", () => {
    test.use({ bypassCSP });

    test("nothing runs where guests read", async ({ page, context }) => {
      const view = await look(page, context);
      const { thread, under, imported, mark } = hostile;
      for (const [path, answer] of [
        [thread, under.markdown],
        [thread, under.documents],
        [thread, under.files],
        [imported.path, imported.html],
        [imported.path, imported.markdown],
      ] as const) {
        await visit(view, `${path}?replies=${answer}`, true);
        if (path === imported.path) {
          expect(await view.page.locator(".pl-post").count()).toBeGreaterThan(300);
        }
      }
      expect(await visitList(view, "/s/wifi")).toBeGreaterThan(300);
      expect(await visitList(view, `/s/hurt-${mark}`)).toBeGreaterThan(300);
      for (const q of [mark, "script", "onerror alert", LINES[0]!, LINES[40]!]) {
        await visit(view, `/search?${new URLSearchParams({ q }).toString()}`, q === mark);
      }
      for (const path of ["/", "/tags", ...hostile.writers.slice(0, 8).map(profileOf)]) {
        await visit(view, path, path === "/");
      }
    });

    test("nothing runs in feeds and pictures", async ({ page, context }) => {
      const { page: own, harms } = await look(page, context);
      const { thread, imported, mark } = hostile;
      const ids = await query<{ id: number }>(
        "select id from thread where title like $1 order by id limit 8",
        [`%${mark}`],
      );
      const feed = (path: string) => `/t/${/\d+/.exec(path)![0]}/feed.atom`;
      for (const path of [
        "/feed.atom",
        `/s/hurt-${mark}/feed.atom`,
        feed(thread),
        feed(imported.path),
        `/search.atom?q=${mark}`,
        ...ids.map(({ id }) => `/og/t/${id}.png`),
      ]) {
        await own.goto(larkfield() + path).catch((error: Error) => {
          // What the browser doesn't show, it saves.
          expect(error.message, path).toMatch(/Download is starting|ERR_ABORTED/);
        });
        const body = await (await context.request.get(larkfield() + path)).body();
        if (path.endsWith(".png")) expect(body.subarray(1, 4).toString(), path).toBe("PNG");
        else await expectPlainFeed(own, body.toString());
        // The browser's own page around a picture has styles, which the policy refuses.
        const ofText = harms.filter((harm) => !harm.startsWith("Applying inline style"));
        expect(path.endsWith(".png") ? ofText : harms, path).toEqual([]);
        harms.length = 0;
      }
    });

    test("nothing runs where members write and staff look", async ({ page, context }) => {
      await signIn(context, "dan");
      const view = await look(page, context);
      for (const id of hostile.edited) {
        await visit(view, `/p/${id}/edit`, true);
        await visit(view, `/p/${id}/history`);
      }
      for (const path of ["/settings/drafts", "/ask?draft=ask:hurt0", "/outbox"]) {
        await visit(view, path, true);
      }
      const mails = await query<{ id: number }>(
        `select id from mail where community_id =
           (select community_id from community_host where host = 'localhost')
         order by id desc limit 40`,
      );
      expect(mails.length).toBe(40);
      for (const { id } of mails) await visit(view, `/outbox/${id}`);
    });

    test("nothing runs in the editor, whatever is pasted", async ({ page, context }) => {
      await signIn(context, "dan");
      const view = await look(page, context);
      await visit(view, hostile.thread);
      await view.page.locator("#answer-body").focus();
      const editor = view.page.locator("#answer-body[contenteditable=true]");
      await expect(editor).toBeFocused();
      for (const type of ["text/html", "text/plain"]) {
        await editor.evaluate(
          (element, { payloads, as }) => {
            for (const payload of payloads) {
              const clipboardData = new DataTransfer();
              clipboardData.setData(as, payload);
              const given = { clipboardData, bubbles: true, cancelable: true };
              element.dispatchEvent(new ClipboardEvent("paste", given));
            }
          },
          { payloads: HOSTILE_PAYLOADS, as: type },
        );
        await expect(editor).not.toBeEmpty();
        expect(await findDangers(view.page), type).toEqual([]);
        // What is pasted is read in a document where nothing runs, as is seen without the policy; the
        // browser tells of handlers and styles that the policy refuses even there.
        const told = /^(?:Executing inline event handler|Applying inline style) violates/;
        expect(
          view.harms.filter((harm) => bypassCSP || !told.test(harm)),
          type,
        ).toEqual([]);
      }
    });
  });
}

const profileOf = ({ handle }: { handle: string }) => `/m/${handle}`;

/** A reader takes a feed's HTML out and shows it; nothing in it may be more than text. */
async function expectPlainFeed(page: Page, xml: string): Promise<void> {
  const found = await page.evaluate((source) => {
    const feed = new DOMParser().parseFromString(source, "application/xml");
    if (feed.querySelector("parsererror")) return ["not XML"];
    return [...feed.querySelectorAll("content, title, name, summary")].flatMap((part) => {
      if (part.children.length > 0) return [`elements in ${part.localName}`];
      const inside = document.createElement("template");
      if (part.localName === "content") inside.innerHTML = part.textContent ?? "";
      return [...inside.content.querySelectorAll("*")].flatMap((element) => [
        ...(/^(script|style|iframe|object|embed|svg|math|form|input)$/.test(element.localName)
          ? [element.outerHTML]
          : []),
        ...[...element.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*(java|vb)script:/i.test(value))
          .map(() => element.outerHTML),
      ]);
    });
  }, xml);
  expect(found).toEqual([]);
}
