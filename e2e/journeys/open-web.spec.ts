import { expect, larkfield, query, sahl, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

type Data = {
  "@type": string;
  mainEntity: Record<string, unknown> & { suggestedAnswer?: object[] };
};

test("a question’s page says what it is, once it has an answer", async ({ page }) => {
  const title = `Why </script> does "this" & that <b>blink</b> ${mark()}`;
  const thread = await ask("rob", title, "It blinks \u2028 **orange**.");
  const data = page.locator('script[type="application/ld+json"]');
  await page.goto(thread);
  await expect(data).toHaveCount(0);
  const id = await answer("chris", thread, "Hold the *button* for `</script>` ten seconds.");
  await page.goto(thread);
  const read = JSON.parse((await data.textContent()) ?? "") as Data;
  expect(read["@type"]).toBe("QAPage");
  expect(read.mainEntity).toMatchObject({
    "@type": "Question",
    name: title,
    answerCount: 1,
    url: larkfield() + thread,
    suggestedAnswer: [
      {
        "@type": "Answer",
        text: "Hold the button for </script> ten seconds.",
        url: `${larkfield()}${thread}#post-${id}`,
        author: { "@type": "Person", url: `${larkfield()}/m/chris` },
      },
    ],
  });
  expect(read.mainEntity).not.toHaveProperty("acceptedAnswer");
});

const head = (page: {
  locator: (selector: string) => { getAttribute: (name: string) => Promise<string | null> };
}) => ({
  canonical: () => page.locator("link[rel=canonical]").getAttribute("href"),
  robots: () => page.locator("meta[name=robots]").getAttribute("content"),
});

test("a page is known by one absolute address, other views of it by none", async ({ page }) => {
  const thread = await ask("rob", `Which address is this known by ${mark()}`);
  const id = await answer("chris", thread, "By the address that the bar of the browser shows.");
  for (const path of ["/", "/ideas", "/s/wifi", "/tags", "/m/marta", thread]) {
    await page.goto(path);
    expect(await head(page).canonical(), path).toBe(larkfield() + path);
    await expect(page.locator("meta[name=robots]"), path).toHaveCount(0);
    await expect(page.locator('meta[property="og:url"]'), path).toHaveAttribute(
      "content",
      larkfield() + path,
    );
    await expect(page.locator('meta[property="og:title"]'), path).toHaveCount(1);
  }
  await page.goto(`${thread}?post=${id}`);
  expect(await head(page).canonical()).toBe(larkfield() + thread);
  for (const path of [
    "/?list=top",
    "/s/wifi?list=solved",
    "/search?q=hub",
    "/ideas?status=planned",
    `${thread}?sort=helpful`,
    "/m/marta?tab=threads",
  ]) {
    await page.goto(path);
    expect(await head(page).robots(), path).toBe("noindex");
    await expect(page.locator("link[rel=canonical]"), path).toHaveCount(0);
  }
});

test("what is shared has a picture in the brand’s colour", async ({ page }) => {
  await page.goto("/");
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const address = new URL(image ?? "");
  expect(address.origin).toBe(larkfield());
  const own = await send(larkfield(), address.pathname + address.search);
  expect(own.headers["content-type"]).toBe("image/png");
  expect(own.body.slice(1, 4)).toBe("PNG");
  const other = await send(sahl(), "/og/brand.png");
  expect(other.status).toBe(200);
  expect(other.body).not.toBe(own.body);
});

test("a shared thread has a picture of its own, as it is now", async ({ page }) => {
  const title = `What is on this picture <b> & "more" ${mark()}`;
  const thread = await ask("rob", title);
  const id = /\/t\/(\d+)/.exec(thread)![1]!;
  const property = async (name: string) => {
    await page.goto(thread);
    return page.locator(`meta[property="og:${name}"]`).getAttribute("content");
  };
  const first = new URL((await property("image"))!);
  expect(first.href).toMatch(new RegExp(`^${larkfield()}/og/t/${id}-[0-9a-f]{16}\\.png$`));
  expect(await property("image:width")).toBe("1200");
  expect(await property("image:height")).toBe("630");
  expect(await property("image:alt")).toContain(`${title} · No answer yet · `);
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute(
    "content",
    "summary_large_image",
  );
  const sent = await send(larkfield(), first.pathname);
  expect(sent.headers["content-type"]).toBe("image/png");
  expect(sent.body.slice(1, 4)).toBe("PNG");
  const etag = sent.headers.etag ?? "";
  const known = { headers: { "if-none-match": etag } };
  expect((await send(larkfield(), first.pathname, known)).status).toBe(304);
  const size = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, first.pathname);
  expect(size).toEqual([1200, 630]);

  await answer("chris", thread, "This is on it.");
  const second = new URL((await property("image"))!);
  expect(second.pathname).not.toBe(first.pathname);
  // An old address, and one without a hash, give the picture of now.
  for (const path of [second.pathname, first.pathname, `/og/t/${id}.png`]) {
    const now = await send(larkfield(), path, known);
    expect(now.status).toBe(200);
    expect(now.headers.etag).not.toBe(etag);
  }
});

test("a hidden thread’s picture is as gone as one that never was", async () => {
  const thread = await ask("rob", `This picture will be gone ${mark()}`);
  const id = /\/t\/(\d+)/.exec(thread)![1]!;
  const session = await startSession("dan");
  expect((await send(larkfield(), `/og/t/${id}.png`)).status).toBe(200);
  await send(larkfield(), `/t/${id}/do/hide`, { session, form: { reason: "x" } });
  const missing = await send(larkfield(), "/og/t/999999999.png");
  expect(missing.status).toBe(404);
  for (const [path, as] of [
    [`/og/t/${id}.png`, undefined],
    [`/og/t/${id}.png`, session],
    [`/og/t/${id}-0123456789abcdef.png`, undefined],
    ["/og/t/x.png", undefined],
    [`/og/t/${id}`, undefined],
  ] as const) {
    const gone = await send(larkfield(), path, as ? { session: as } : {});
    expect(gone.status, path).toBe(404);
    if (!as) expect(gone.body, path).toBe(missing.body);
  }
});

test("pages name their feeds, and readers that have one get 304", async ({ page }) => {
  const title = `What does the feed say of this ${mark()}`;
  const thread = await ask("rob", title, "See [the rules](/guidelines).");
  await answer("chris", thread, "It says this.");
  const id = /\/t\/(\d+)/.exec(thread)?.[1];
  const words = new URLSearchParams({ q: title }).toString();
  for (const [path, feed] of [
    ["/", "/feed.atom"],
    ["/s/wifi", "/s/wifi/feed.atom"],
    ["/tag/hub-3", "/tag/hub-3/feed.atom"],
    [thread, `/t/${id}/feed.atom`],
    [`/search?${words}`, `/search.atom?${words}`],
  ] as const) {
    await page.goto(path);
    const link = page.locator('link[rel=alternate][type="application/atom+xml"]');
    await expect(link).toHaveAttribute("href", larkfield() + feed);
    const sent = await send(larkfield(), feed);
    expect(sent.status, feed).toBe(200);
    expect(sent.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(sent.body).toContain(
      `<link rel="self" href="${(larkfield() + feed).replaceAll("&", "&amp;")}"/>`,
    );
    if (path !== "/tag/hub-3") expect(sent.body).toContain(title);
    // Other journeys write at the same time.
    await expect(async () => {
      const { headers } = await send(larkfield(), feed);
      const again = await send(larkfield(), feed, {
        headers: { "if-none-match": headers.etag ?? "" },
      });
      expect(again.status).toBe(304);
      expect(again.body).toBe("");
    }).toPass({ timeout: 20_000 });
  }
  const whole = await send(larkfield(), `/t/${id}/feed.atom`);
  expect(whole.body).toContain(`href="${larkfield()}/guidelines"`);
  for (const missing of ["/t/999999999/feed.atom", "/s/none/feed.atom", "/tag/none/feed.atom"]) {
    expect((await send(larkfield(), missing)).status, missing).toBe(404);
  }
});

test("a hidden thread is in no feed and no sitemap, also for staff", async () => {
  const title = `This will be hidden soon ${mark()}`;
  const thread = await ask("rob", title);
  const id = Number(/\/t\/(\d+)/.exec(thread)?.[1]);
  const session = await startSession("dan");
  const map = `/sitemap/threads/${Math.ceil(id / 10_000)}.xml`;
  expect((await send(larkfield(), "/feed.atom")).body).toContain(title);
  expect((await send(larkfield(), map)).body).toContain(`${larkfield()}${thread}</loc>`);
  await send(larkfield(), `/t/${id}/do/hide`, { session, form: { reason: "x" } });
  expect((await send(larkfield(), "/feed.atom", { session })).body).not.toContain(title);
  expect((await send(larkfield(), map, { session })).body).not.toContain(`/t/${id}/`);
  expect((await send(larkfield(), `/t/${id}/feed.atom`, { session })).status).toBe(404);
});

test("robots.txt leads to a sitemap of every community’s own threads", async () => {
  for (const origin of [larkfield(), sahl()]) {
    const robots = await send(origin, "/robots.txt");
    expect(robots.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(robots.body).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(robots.body).toContain("Disallow: /settings");
    const maps = await addresses(origin, "/sitemap.xml");
    const found: string[] = [];
    for (const map of maps) {
      const { pathname } = new URL(map);
      found.push(...(await addresses(origin, pathname)));
      const zipped = await send(origin, pathname, { headers: { "accept-encoding": "gzip" } });
      expect(zipped.headers["content-encoding"]).toBe("gzip");
      expect(zipped.headers.vary).toContain("Accept-Encoding");
    }
    expect(found.every((address) => address.startsWith(`${origin}/`))).toBe(true);
    expect(found).toContain(`${origin}/`);
    const rows = await query<{ path: string }>(
      `select '/t/' || t.id || '/' || t.slug as path from thread t
       join community_host h on h.community_id = t.community_id
       join space s on s.community_id = t.community_id and s.id = t.space_id
       where h.host = $1 and t.id < 500 and t.state = 'published' and s.read_role = 'guest'
         and t.merged_into is null`,
      [new URL(origin).hostname],
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { path } of rows) expect(found).toContain(origin + path);
  }
  expect((await send(larkfield(), "/sitemap/threads/999999.xml")).status).toBe(404);
  expect((await send(larkfield(), "/sitemap/threads/x.xml")).status).toBe(404);
});

async function addresses(origin: string, path: string): Promise<string[]> {
  const sent = await send(origin, path);
  expect(sent.status).toBe(200);
  expect(sent.headers["content-type"]).toBe("application/xml; charset=utf-8");
  return [...sent.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);
}
