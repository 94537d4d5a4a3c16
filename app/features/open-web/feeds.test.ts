import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { sendAtom } from "#app/http/send-atom.server.ts";
import { hidePost } from "#app/features/threads/hide-post.server.ts";
import { hideThread } from "#app/features/threads/hide-thread.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { absoluteHtml } from "./absolute-html.ts";
import { loadThreadFeed } from "./load-thread-feed.server.ts";
import { loadThreadsFeed } from "./load-threads-feed.server.ts";
import { writeAtom, type FeedContent } from "./write-atom.ts";

const { db } = await cloneDatabase();
const here = await makeCommunity(db, { slug: "here", name: "Here & <there>" });
const there = await makeCommunity(db, { slug: "there" });
let asker: TestMember;
let staff: TestMember;
let open: number;
let hidden: number;
let lounge: number;
let hiddenAnswer: number;

const as = (actor: Actor, community = here): Ctx => makeCtx(db, community, actor);
const HOSTILE = "]]> one ]]> two <script>alert(1)</script> & \u0007";

beforeAll(async () => {
  asker = await makeMember(db, here, { handle: "ada", name: "Ada ]]> <b>" });
  staff = await makeMember(db, here, { role: "admin" });
  await db
    .insertInto("tag")
    .values({ community_id: here.id, slug: "wi-fi", name: "Wi-Fi" })
    .execute();
  const start = async (title: string, spaceSlug: string, tags: string[] = []) =>
    (
      await startThread(as(staff), {
        kind: "question",
        title,
        body: 'See [this](/t/1) and `<a href="/not/a/link">`.',
        spaceSlug,
        tags,
      })
    ).threadId;
  open = await start(`Open ${HOSTILE}`, "general", ["wi-fi"]);
  hidden = await start("This one gets hidden SECRET", "general", ["wi-fi"]);
  lounge = await start("This one is in the lounge SECRET", "lounge", ["wi-fi"]);
  await hideThread(as(staff), { threadId: hidden, reason: "x" });
  const answer = await postAnswer(as(asker), { threadId: open, body: "An answer." });
  await postReply(as(staff), { parentId: answer.postId, body: "A reply." });
  hiddenAnswer = (await postAnswer(as(asker), { threadId: open, body: "SECRET answer" })).postId;
  await hidePost(as(staff), { postId: hiddenAnswer, reason: "x" });
  const elsewhere = await makeMember(db, there);
  await startThread(as(elsewhere, there), {
    kind: "question",
    title: "Asked elsewhere SECRET",
    body: "x",
    spaceSlug: "general",
  });
});

type Element = { name: string; text: string; attributes: Record<string, string> };

/** Every element of a well-formed document; throws for any other. */
function elementsOf(xml: string): Element[] {
  const parser = new SaxesParser();
  const found: Element[] = [];
  const open: Element[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, text: "", attributes: attributes as Record<string, string> };
    found.push(element);
    open.push(element);
  });
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return found;
}

const textsOf = (xml: string, name: string) =>
  elementsOf(xml)
    .filter((element) => element.name === name)
    .map(({ text }) => text);

const feeds: [string, (ctx: Ctx) => Promise<FeedContent>][] = [
  ["community", (ctx) => loadThreadsFeed(ctx, {})],
  ["space", (ctx) => loadThreadsFeed(ctx, { spaceSlug: "general" })],
  ["tag", (ctx) => loadThreadsFeed(ctx, { tagSlug: "wi-fi" })],
  ["search", (ctx) => loadThreadsFeed(ctx, { query: "one" })],
  ["thread", (ctx) => loadThreadFeed(ctx, open)],
];

describe.each(feeds)("the feed of a %s", (_name, load) => {
  it("holds what a guest may see, whoever asks", async () => {
    const forGuest = await load(as(GUEST));
    expect(forGuest.entries.length).toBeGreaterThan(0);
    const strip = (feed: FeedContent) => JSON.stringify(feed);
    expect(strip(await load(as(staff)))).toBe(strip(forGuest));
    expect(strip(forGuest)).not.toContain("SECRET");
  });

  it("is well-formed with hostile text, absolute, and holds stored HTML", async () => {
    const xml = writeAtom(await load(as(GUEST)), here.baseUrl);
    const elements = elementsOf(xml);
    expect(elements.some(({ name }) => name === "script")).toBe(false);
    for (const { name, text, attributes } of elements) {
      if (name === "link") expect(attributes.href).toMatch(/^http:\/\/here\.localhost\//);
      if (name === "id" || name === "uri") expect(text).toMatch(/^http:\/\/here\.localhost\//);
    }
    const [title] = textsOf(xml, "title");
    expect(title).toContain("Here & <there>");
    const contents = textsOf(xml, "content").join("");
    expect(contents).toContain('href="http://here.localhost/t/1"');
    expect(contents).toContain('&lt;a href="/not/a/link"&gt;');
    expect(textsOf(xml, "title").join("")).toContain("]]&#62; one ]]&#62; two &#60;script&#62;");
  });
});

it("a thread’s feed has its posts, newest first, and who wrote them", async () => {
  const feed = await loadThreadFeed(as(GUEST), open);
  expect(feed.entries.map(({ title }) => title)).toEqual([
    `Reply by ${staff.name}`,
    "Answer by Ada ]]> <b>",
    expect.stringContaining("Open"),
  ]);
  expect(feed.entries[1]).toMatchObject({ author: { handle: "ada" }, html: "<p>An answer.</p>" });
});

it("what a guest may not see has no feed", async () => {
  for (const load of [
    () => loadThreadFeed(as(staff), hidden),
    () => loadThreadFeed(as(staff), lounge),
    () => loadThreadFeed(as(staff), 999_999),
    () => loadThreadsFeed(as(staff), { spaceSlug: "lounge" }),
    () => loadThreadsFeed(as(staff), { tagSlug: "none" }),
  ]) {
    await expect(load()).rejects.toBeInstanceOf(NotFoundError);
  }
  expect((await loadThreadsFeed(as(GUEST), { query: "" })).entries).toEqual([]);
});

it("a reader who has it gets 304, until something changes", async () => {
  const ask = async (headers: Record<string, string> = {}) =>
    sendAtom(
      new Request("http://here.localhost/feed.atom", { headers }),
      await loadThreadsFeed(as(GUEST), {}),
      here.baseUrl,
    );
  const first = await ask();
  expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const etag = first.headers.get("etag")!;
  const modified = first.headers.get("last-modified")!;
  expect((await ask({ "if-none-match": etag })).status).toBe(304);
  expect((await ask({ "if-none-match": `"x", ${etag.slice(2)}` })).status).toBe(304);
  expect((await ask({ "if-modified-since": modified })).status).toBe(304);
  expect((await ask({ "if-none-match": '"x"', "if-modified-since": modified })).status).toBe(200);
  const earlier = new Date(Date.parse(modified) - 60_000).toUTCString();
  expect((await ask({ "if-modified-since": earlier })).status).toBe(200);
  await hideThread(as(staff), { threadId: open, reason: "x" });
  expect((await ask({ "if-none-match": etag })).status).toBe(200);
});

describe("absoluteHtml", () => {
  const made = (html: string) => absoluteHtml(html, "https://a.example");

  it("changes same-site addresses of tags only", () => {
    expect(made('<a href="/x">/x</a> <img src="/y.png" alt="a>b" />')).toBe(
      '<a href="https://a.example/x">/x</a> <img src="https://a.example/y.png" alt="a>b" />',
    );
    expect(made('<img srcset="/a.webp 480w, /b.webp 960w" src="/a" />')).toBe(
      '<img srcset="https://a.example/a.webp 480w, https://a.example/b.webp 960w" src="https://a.example/a" />',
    );
    const left =
      '<a href="https://b.example/" rel="nofollow">x</a> href="/text" <a href="#y">y</a>';
    expect(made(left)).toBe(left);
  });
});
