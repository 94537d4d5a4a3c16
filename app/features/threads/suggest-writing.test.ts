import { beforeAll, describe, expect, test } from "vitest";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { findLinkedThread } from "./public-threads.server.ts";
import { readWritten } from "./read-written.server.ts";
import { startThread } from "./start-thread.server.ts";
import { suggestTags } from "./suggest-tags.server.ts";

const database = await cloneDatabase();

let ctx: Ctx;
let guest: Ctx;
let elsewhere: Ctx;
let open: number;
let secret: number;
let base: string;

beforeAll(async () => {
  const { db } = database;
  const community = await makeCommunity(db);
  const other = await makeCommunity(db);
  base = community.baseUrl;
  ctx = makeCtx(db, community, await makeMember(db, community, { role: "super_user" }));
  guest = makeCtx(db, community, GUEST);
  elsewhere = makeCtx(db, other, await makeMember(db, other));
  const ask = async (spaceSlug: string, title: string) => {
    const text = { title, body: "It is so.", kind: "question" as const };
    return startThread(ctx, { ...text, spaceSlug, idempotencyKey: title });
  };
  open = (await ask("general", "An open question here")).threadId;
  secret = (await ask("lounge", "A secret of the lounge")).threadId;
  const tags = [
    { slug: "hub-3", name: "Hub 3", thread_count: 5 },
    { slug: "hub-mini", name: "Hub mini", thread_count: 9 },
    { slug: "the-hub", name: "The hub", thread_count: 1 },
    { slug: "wi_fi", name: "wi%fi", thread_count: 1 },
  ];
  await db
    .insertInto("tag")
    .values(tags.map((tag) => ({ ...tag, community_id: community.id })))
    .execute();
  await db
    .insertInto("tag")
    .values({ community_id: other.id, slug: "hub-other", name: "Hub other" })
    .execute();
});

describe("tags to choose after a #", () => {
  const slugs = async (query: string, by = ctx) =>
    (await suggestTags(by, { query })).map(({ slug }) => slug);

  test("are those of the community whose name or a word of it begins so, the most used first", async () => {
    expect(await slugs("HU")).toEqual(["hub-mini", "hub-3", "the-hub"]);
    expect(await slugs("hub-3")).toEqual(["hub-3"]);
    expect(await slugs("hub-3", elsewhere)).toEqual([]);
    expect(await slugs("hub", elsewhere)).toEqual(["hub-other"]);
  });

  test("begin with two characters, which mean themselves", async () => {
    expect(await slugs("h")).toEqual([]);
    expect(await slugs("__")).toEqual([]);
    expect(await slugs("wi_")).toEqual(["wi_fi"]);
    expect(await slugs("wi%")).toEqual(["wi_fi"]);
    expect(await slugs("ub")).toEqual([]);
  });

  test("are for members", async () => {
    await expect(suggestTags(guest, { query: "hub" })).rejects.toThrow(SignInNeededError);
  });
});

describe("the thread an address leads to", () => {
  test("is named when everybody may read it, whoever asks", async () => {
    const found = await findLinkedThread(ctx, { address: ` ${base}/t/${open}/x#post-1 ` });
    expect(found).toEqual({
      title: "An open question here",
      path: `/t/${open}/x#post-1`,
      solved: false,
    });
    expect(await findLinkedThread(ctx, { address: `${base}/t/${secret}` })).toBeNull();
    expect(await findLinkedThread(ctx, { address: "https://example.org/t/1" })).toBeNull();
    expect(await findLinkedThread(elsewhere, { address: `/t/${open}` })).toBeNull();
    await expect(findLinkedThread(guest, { address: `/t/${open}` })).rejects.toThrow(
      SignInNeededError,
    );
  });

  test("says that it is solved", async () => {
    const answered = await postAnswer(ctx, {
      threadId: open,
      body: "So.",
      idempotencyKey: "an answer to it",
    });
    await acceptAnswer(ctx, { postId: answered.postId, replaces: null });
    expect(await findLinkedThread(ctx, { address: `/t/${open}` })).toMatchObject({ solved: true });
  });

  test("gives its title to a bare link in a text, as Markdown and from the editor", async () => {
    const href = `${base}/t/${open}/x`;
    const html = `<p><a href="/t/${open}/x">An open question here</a></p>`;
    expect((await readWritten(ctx, { body: href })).html).toBe(html);
    const document = JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: href }] }],
    });
    expect((await readWritten(ctx, { document })).html).toBe(html);
  });

  test("keeps its title to itself in a space that not everybody reads", async () => {
    const { html } = await readWritten(ctx, { body: `${base}/t/${secret}/x` });
    expect(html).not.toContain("secret");
    expect(html).toContain(`>${base}/t/${secret}/x</a>`);
  });
});
