import { beforeAll, describe, expect, test } from "vitest";
import { suggestMembers } from "#app/features/members/suggest-members.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, SignInNeededError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getQuote } from "./get-quote.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { readWritten } from "./read-written.server.ts";
import { documentToMarkdown } from "./rich-text/document-to-markdown.ts";
import { startThread } from "./start-thread.server.ts";
import { readDocument } from "./write-rules.ts";

const database = await cloneDatabase();

let ctx: Ctx;
let ann: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  const { db } = database;
  const community = await makeCommunity(db);
  const other = await makeCommunity(db);
  ann = await makeMember(db, community, { handle: "Ann-Lee", name: "Ann Lee" });
  await makeMember(db, community, { handle: "zed", name: "Annabel Zed" });
  await makeMember(db, community, { handle: "a_b", name: "A_b" });
  stranger = await makeMember(db, other, { handle: "stranger", name: "Ann Stranger" });
  ctx = makeCtx(db, community, ann);
});

function document(...content: unknown[]): string {
  return JSON.stringify({ type: "doc", content: [{ type: "paragraph", content }] });
}

const mention = (id: unknown, label: unknown) => ({ type: "mention", attrs: { id, label } });
const text = (value: string, ...marks: string[]) => ({
  type: "text",
  text: value,
  marks: marks.map((type) => ({ type })),
});
const LINK = '<a class="pl-mention" href="/m/Ann-Lee">@Ann-Lee</a>';

describe("mentions", () => {
  test("are written with the handle of today, whatever the label said", async () => {
    const { html, text: plain } = await readWritten(ctx, {
      document: document(text("Hi "), mention(ann.id, "somebody")),
    });
    expect(html).toBe(`<p>Hi ${LINK}</p>`);
    expect(plain).toBe("Hi @Ann-Lee");
  });

  test("of nobody and of another community’s members become text", async () => {
    const { html } = await readWritten(ctx, {
      document: document(
        mention(stranger.id + 1_000, "ghost"),
        text(" "),
        mention(stranger.id, "stranger"),
      ),
    });
    expect(html).toBe("<p>@ghost @stranger</p>");
  });

  test("typed as Markdown are found in any case, but not in code, links, mail or halves of names", async () => {
    const { html, document: kept } = await readWritten(ctx, {
      body: "@ann-lee, @stranger `@zed` [@zed](/x) me@zed.example @zedd (@ZED)\n\n```\n@zed\n```",
    });
    expect(html).toBe(
      `<p>${LINK}, @stranger <code>@zed</code> <a href="/x">@zed</a> me@zed.example @zedd ` +
        '(<a class="pl-mention" href="/m/zed">@zed</a>)</p><pre tabindex="0"><code>@zed</code></pre>',
    );
    const again = await readWritten(ctx, { body: documentToMarkdown(kept) });
    expect(again.document).toEqual(kept);
  });

  test("with an underscore survive editing as Markdown", async () => {
    const { document: kept } = await readWritten(ctx, { body: "**@a_b** and _x_ @a_b" });
    expect(JSON.stringify(kept).match(/"mention"/g)).toHaveLength(2);
    const again = await readWritten(ctx, { body: documentToMarkdown(kept) });
    expect(again.document).toEqual(kept);
  });
});

describe("a document that is sent", () => {
  const nested = `${'{"type":"blockquote","content":['.repeat(10_000)}${"]}".repeat(10_000)}`;
  const short = `${'{"content":['.repeat(10_000)}${"]}".repeat(10_000)}`;
  test.each([
    ["unknown nodes", '{"type":"doc","content":[{"type":"script"}]}'],
    ["10,000 levels", `{"type":"doc","content":[${nested}]}`],
    ["10,000 short levels", `{"type":"doc","content":[${short}]}`],
    ["10,000 lists", "[".repeat(10_000) + "]".repeat(10_000)],
    [
      "a million nodes",
      `{"type":"doc","content":[${Array(1e6).fill('{"type":"paragraph"}').join()}]}`,
    ],
    ["20,001 nodes", `{"type":"doc","content":[${Array(20_001).fill("[]").join()}]}`],
    ["a wrong type", '{"type":7}'],
    ["a string", '"doc"'],
    ["no JSON", "{"],
    ["a mention without a number", document(mention("1", "ann"))],
    ["a mention with markup", document(mention(1, "<b>"))],
    ["a mention with more", document({ type: "mention", attrs: { id: 1, label: "a", href: "x" } })],
    [
      "a link to a script",
      document({ ...text("x"), marks: [{ type: "link", attrs: { href: "javascript:1" } }] }),
    ],
  ])("with %s is refused within 100 ms, on the field", (_name, given) => {
    const began = process.cpuUsage();
    let refused: unknown;
    try {
      readDocument({ body: "kept", document: given });
    } catch (error) {
      refused = error;
    }
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(100);
    expect(refused).toBeInstanceOf(InvalidError);
    expect((refused as InvalidError).fields).toHaveProperty("body");
  });

  test("goes before the Markdown, and becomes the same as that Markdown would", async () => {
    const given = document(text("  see https://example.com/a "), text("now ", "bold"), text("  "));
    const sent = await readWritten(ctx, { body: "something else", document: given });
    const typed = await readWritten(ctx, { body: "see https://example.com/a **now**" });
    expect(sent.html).toBe(typed.html);
    expect(sent.html).toContain('href="https://example.com/a"');
  });

  test("with nothing in it is refused, with too much too", async () => {
    const empty = JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] });
    await expect(readWritten(ctx, { body: "x", document: empty })).rejects.toMatchObject({
      fields: { body: { key: "error.required" } },
    });
    await expect(
      readWritten(ctx, { document: document(text("a".repeat(20_001))) }),
    ).rejects.toMatchObject({ fields: { body: { key: "error.tooLong" } } });
  });

  test("is what an answer stores", async () => {
    const thread = await startThread(ctx, {
      kind: "question",
      title: "A question with a document",
      document: document(text("asked", "bold")),
      spaceSlug: "general",
    });
    const { postId } = await postAnswer(ctx, {
      threadId: thread.threadId,
      document: document(mention(ann.id, "x")),
    });
    const row = await database.db
      .selectFrom("post")
      .select(["html", "document"])
      .where("id", "=", postId)
      .executeTakeFirstOrThrow();
    expect(row.html).toBe(`<p>${LINK}</p>`);
    expect(await getQuote(ctx, { threadId: thread.threadId, postId: thread.postId })).toBe(
      "> **Ann Lee:**\n>\n> **asked**\n\n",
    );
    expect(await getQuote(ctx, { threadId: thread.threadId + 1, postId })).toBe("");
  });
});

describe("suggestions", () => {
  test("are members of the community whose handle or name begins so, handles first", async () => {
    const found = await suggestMembers(ctx, { query: "AN" });
    expect(found.map(({ handle }) => handle)).toEqual(["Ann-Lee", "zed"]);
    expect(await suggestMembers(ctx, { query: "%" })).toEqual([]);
    expect(await suggestMembers(ctx, { query: "strang" })).toEqual([]);
  });

  test("are not for guests", async () => {
    const guest = { ...ctx, actor: { kind: "guest", id: null, role: "guest" } } as Ctx;
    await expect(suggestMembers(guest, { query: "a" })).rejects.toBeInstanceOf(SignInNeededError);
  });
});
