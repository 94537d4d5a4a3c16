import { randomBytes } from "node:crypto";
import type { Locator } from "@playwright/test";
import { copyCommunity } from "../copy-community.ts";
import { expect, originOf, query, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";

/** A community with the demo brand's content at a host of its own. */
async function copyOf(locale: string, open = false): Promise<string> {
  const name = `lang-${randomBytes(4).toString("hex")}`;
  const at = `${name}.localhost`;
  const id = await copyCommunity({ from: "larkfield", slug: name, host: at, locale, name });
  await query("update community set locale_open = $2 where id = $1", [id, open]);
  return at;
}

/** The newest mail to a member, once it is written. */
async function newestMail(at: string, handle: string, earlier = 0) {
  let mails: { subject: string; html: string }[] = [];
  await expect(async () => {
    mails = await query<{ subject: string; html: string }>(
      `select mail.subject, mail.html from mail
       join community_host h on h.community_id = mail.community_id
       join member m on m.community_id = mail.community_id and m.id = mail.member_id
       where h.host = $1 and m.handle = $2 order by mail.id desc`,
      [at, handle],
    );
    expect(mails.length).toBeGreaterThan(earlier);
  }).toPass();
  return { ...mails[0]!, count: mails.length };
}

test("a member reads in the language they choose, and so do their mails", async ({ page }) => {
  const at = await copyOf("en");
  const origin = originOf(at);
  const handle = await newWriter(origin);
  await signIn(page.context(), handle, origin);
  const html = page.locator("html");
  const choose = async (language: string) => {
    await page.goto(`${origin}/settings/language`);
    await page.locator("#language").selectOption(language);
    await page.locator("main form button").click();
    await page.waitForURL(/\?saved/);
  };
  const askForPassword = () =>
    send(origin, "/forgot", { form: { email: `${handle}@example.com` } });

  await choose("de");
  await expect(html).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Einstellungen");
  await expect(page.getByText("Das ist ab jetzt deine Sprache.")).toBeVisible();
  await page.goto(origin);
  await expect(page.getByRole("link", { name: "Frage stellen" }).first()).toBeVisible();
  await askForPassword();
  const inGerman = await newestMail(at, handle);
  expect(inGerman.subject).toBe(`Neues Passwort für ${at.split(".")[0]}`);

  await choose("ar");
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("الإعدادات");
  await askForPassword();
  const inArabic = await newestMail(at, handle, inGerman.count);
  expect(inArabic.subject).toContain("كلمة مرور جديدة");
  expect(inArabic.html).toContain('lang="ar" dir="rtl"');

  await choose("");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(html).toHaveAttribute("dir", "ltr");
  await askForPassword();
  const inEnglish = await newestMail(at, handle, inArabic.count);
  expect(inEnglish.subject).toContain("Set a new password for");
});

test("a language nobody offered is refused in the form", async () => {
  const origin = originOf(await copyOf("en"));
  const session = await startSession(await newWriter(origin), origin);
  const sent = await send(origin, "/settings/language", { session, form: { language: "en-XA" } });
  expect(sent.status).toBe(422);
  expect(sent.body).toContain("Choose one of the languages.");
});

const GERMAN = "de-AT,de;q=0.9,en;q=0.5";
const langOf = (body: string) => /<html lang="(\w+)"/.exec(body)?.[1];

test.describe("a community that leaves the language open", () => {
  let at: string;
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(originOf(at), path, { headers });

  test.beforeAll(async () => {
    at = await copyOf("en", true);
  });

  test("gives each guest their browser’s, from the cache as well", async () => {
    for (const round of [1, 2]) {
      const german = await get("/tags", { "accept-language": GERMAN });
      const english = await get("/tags", { "accept-language": "en-GB" });
      const arabic = await get("/tags", { "accept-language": "ar" });
      const other = await get("/tags", { "accept-language": "fr,nl;q=0.5" });
      const none = await get("/tags");
      const found = [german, english, arabic, other, none].map(({ body }) => langOf(body));
      expect(found, `round ${round}`).toEqual(["de", "en", "ar", "en", "en"]);
      expect(german.body).toContain("Schlagwörter");
      expect(german.headers.vary).toContain("Accept-Language");
      expect(german.headers.etag).not.toBe(english.headers.etag);
      const canonical = /<link rel="canonical" href="[^"]+"/;
      expect(canonical.exec(german.body)?.[0]).toBe(canonical.exec(english.body)?.[0]);
      const cross = { "accept-language": "en", "if-none-match": german.headers.etag! };
      expect((await get("/tags", cross)).status).toBe(200);
    }
  });

  test("has one language in its feeds, and it is the community’s", async () => {
    const feeds = ["/feed.atom", "/search.atom?q=hub"];
    for (const path of feeds) {
      const plain = await get(path);
      const german = await get(path, { "accept-language": GERMAN });
      expect(german.body).toBe(plain.body);
      expect(plain.body).toContain('xml:lang="en"');
    }
  });

  test("writes errors in the guest’s language", async () => {
    const missing = await get("/nothing/here", { "accept-language": GERMAN });
    expect(missing.status).toBe(404);
    expect(missing.body).toContain("Nicht gefunden");
    const zero = await get("/x%00", { "accept-language": GERMAN });
    expect(zero.body).toContain('lang="de"');
  });

  test("keeps a guest’s choice, without scripts", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-AT" });
    const page = await context.newPage();
    const html = page.locator("html");
    await page.goto(`${originOf(at)}/tags`);
    await expect(html).toHaveAttribute("lang", "de");
    const choice = page.getByRole("group", { name: "Sprache der Seiten" });
    await expect(choice.getByRole("button", { name: "Deutsch" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await choice.getByRole("button", { name: "العربية" }).click();
    await expect(page).toHaveURL(/\/tags#language-choice$/);
    await expect(html).toHaveAttribute("dir", "rtl");
    await page.goto(`${originOf(at)}/ideas`);
    await expect(html).toHaveAttribute("lang", "ar");
    await page.getByRole("button", { name: "English" }).click();
    await expect(html).toHaveAttribute("lang", "en");
    await context.close();
    const [row] = await query<{ count: number }>(
      `select count(*)::int as count from member m join community_host h
         on h.community_id = m.community_id where h.host = $1 and m.locale is not null`,
      [at],
    );
    expect(row?.count).toBe(0);
  });

  test("speaks the language of whoever signs up, in the mail as well", async () => {
    const handle = `neu${randomBytes(4).toString("hex")}`;
    const form = {
      name: "Neu Hier",
      handle,
      email: `${handle}@example.com`,
      password: "drei ganz beliebige wörter",
    };
    const sent = await send(originOf(at), "/sign-up", {
      form,
      headers: { "accept-language": GERMAN },
    });
    expect(sent.status).toBe(302);
    const mail = await newestMail(at, handle);
    expect(mail.subject).toContain("Bestätige deine Adresse");
  });
});

test("a community with a language of its own offers guests no other", async ({ page }) => {
  const at = await copyOf("de");
  const sent = await send(originOf(at), "/tags", {
    headers: { "accept-language": "ar", cookie: "porchlight-language=ar" },
  });
  expect(langOf(sent.body)).toBe("de");
  await page.goto(originOf(at));
  await expect(page.locator("#language-choice")).toHaveCount(0);
});

test("what members wrote keeps its own direction", async ({ page }) => {
  const at = await copyOf("de");
  const name = "ليلى";
  const title = "انقطاع الشبكة (Hub 3)";
  const { path } = await queryOne<{ path: string }>(
    `update thread t set title = $2 from community_host h
     where h.community_id = t.community_id and h.host = $1 and t.state = 'published'
       and t.kind = 'question' and t.answer_count > 0
       and t.id = (select min(o.id) from thread o join space s on s.community_id = o.community_id
           and s.id = o.space_id
         where o.community_id = t.community_id and o.state = 'published' and o.kind = 'question'
           and o.answer_count > 0 and s.read_role = 'guest')
     returning '/t/' || t.id || '/' || t.slug as path`,
    [at, title],
  );
  const threadId = path.split("/")[2];
  await query(
    `update post p set html = '<p>' || $3 || '</p><p>English words.</p>' from community_host h, thread t
     where h.host = $1 and p.community_id = h.community_id and t.community_id = p.community_id
       and t.id = $2 and p.id = t.opening_post_id`,
    [at, threadId, "لا يعمل الإنترنت منذ الأمس."],
  );
  await query(
    `update member m set name = $3 from community_host h, thread t
     where h.host = $1 and m.community_id = h.community_id and t.community_id = m.community_id
       and t.id = $2 and m.id = t.author_id`,
    [at, threadId, name],
  );
  await page.goto(originOf(at) + path);
  const directionOf = (element: Locator) =>
    element.evaluate((one) => getComputedStyle(one).direction);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  expect(await directionOf(page.getByRole("heading", { level: 1 }))).toBe("rtl");
  const opening = page.locator(".pl-prose").first();
  expect(await directionOf(opening)).toBe("rtl");
  // Each paragraph of a post is laid out by its own words.
  await expect(opening.locator("p").nth(1)).toHaveCSS("unicode-bidi", "plaintext");
  const author = page.getByRole("link", { name, exact: true }).first();
  expect(
    await directionOf(author.locator("xpath=descendant-or-self::*[@dir or self::bdi][1]")),
  ).toBe("rtl");
});
