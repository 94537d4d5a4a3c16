import { sql } from "kysely";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { acceptAnswer } from "../accept-answer.server.ts";
import { defineField } from "../asking/define-field.server.ts";
import { fieldName } from "../asking/space-field.ts";
import { hidePost } from "../hide-post.server.ts";
import { hideThread } from "../hide-thread.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";
import { getSearchPage, type SearchPageInput } from "./get-search-page.server.ts";
import { findThreads } from "./search-threads.server.ts";
import type { SearchPageView, TextPart } from "./search-page-view.ts";

const { db, pool } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const empty = await makeCommunity(db);

let statements = 0;
const watched = new WeakSet<pg.PoolClient>();
pool.on("acquire", (client) => {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query: (...args: unknown[]) => {
      statements += 1;
      return query(...args);
    },
  });
});

let asker: TestMember;
let helper: TestMember;
let superUser: TestMember;
let staff: TestMember;
const ids: Record<string, number> = {};

const as = (actor: Actor, where = community): Ctx => makeCtx(db, where, actor);
const search = (query: string, more: Partial<SearchPageInput> = {}, ctx = as(GUEST)) =>
  getSearchPage(ctx, { query, choice: {}, sort: "best", page: 1, ...more });
const textOf = (parts: TextPart[]) => parts.map(({ text }) => text).join("");
const marksOf = (parts: TextPart[]) => parts.filter(({ hit }) => hit).map(({ text }) => text);
const titles = (page: SearchPageView) => page.results.map(({ title }) => textOf(title)).toSorted();
const counts = (page: SearchPageView, facet: string) =>
  Object.fromEntries(
    page.facets.find(({ name }) => name === facet)?.values.map((one) => [one.label, one.count]) ??
      [],
  );

beforeAll(async () => {
  asker = await makeMember(db, community, { name: "Ada Asker" });
  helper = await makeMember(db, community, { name: "Hal Helper", role: "super_user" });
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "admin", name: "Stella Staff" });
  await sql`insert into tag (community_id, slug, name)
    select ${community.id}::int, name, name from unnest(array['zebra', 'evening', 'canarytag']) name`.execute(
    db,
  );
  const fieldId = await defineField(as(staff), {
    kind: "choice",
    label: "Device",
    help: "",
    options: "Hub 2\nHub 3, white",
    required: "",
    spaceSlug: "general",
  });
  const ask = async (
    key: string,
    title: string,
    body: string,
    more: Record<string, unknown> = {},
  ) => {
    const input = { kind: "question" as const, title, body, spaceSlug: "general", ...more };
    ids[key] = (await startThread(as(asker), input)).threadId;
  };
  const device = (value: string) => ({ details: { [fieldName(fieldId)]: value } });
  await ask("solved", "The zebra router loses its line", "Every evening at eight it is gone.", {
    tags: ["zebra", "evening"],
    ...device("Hub 3, white"),
  });
  const { postId } = await postAnswer(as(helper), {
    threadId: ids.solved!,
    body: "Feed the zebra:\n\n1. hay\n2. oats\n\nThen restart the router.",
  });
  await acceptAnswer(as(asker), { postId, replaces: null });
  await ask("second", "A second zebra question", "Where do zebras sleep?", {
    tags: ["zebra"],
    ...device("Hub 2"),
  });
  await ask("deep", "Strange noises", "It hums.");
  const deep = await postAnswer(as(helper), {
    threadId: ids.deep!,
    body: "That is the zebra in the cellar. It sings at night.",
  });
  ids.deepPost = deep.postId;
  const hiddenAnswer = await postAnswer(as(superUser), {
    threadId: ids.second!,
    body: "A canarypost about the zebra.",
  });
  await ask(
    "german",
    "Das Zebra und der Anschluss",
    "Ich habe ein Zebra, und es geht nicht mit dem Anschluss.",
  );
  await ask("hidden", "A hidden zebra canary", "Nobody may read of this zebra.", {
    tags: ["canarytag"],
  });
  ids.lounge = (
    await startThread(as(superUser), {
      kind: "discussion",
      title: "A zebra in the lounge",
      body: "Only for super users.",
      spaceSlug: "lounge",
    })
  ).threadId;
  const stranger = await makeMember(db, other);
  await startThread(as(stranger, other), {
    kind: "question",
    title: "The other brand’s zebra",
    body: "Not ours.",
    spaceSlug: "general",
  });
  await rebuildIndex(db, community);
  await rebuildIndex(db, other);
  // Hidden after they were indexed: the index still has them.
  await hideThread(as(staff), { threadId: ids.hidden!, reason: "canary" });
  await hidePost(as(staff), { postId: hiddenAnswer.postId, reason: "canary" });
});

describe("the search page", () => {
  it("shows and counts only what the reader may see, whatever the index says", async () => {
    const guest = await search("zebra");
    expect(titles(guest)).toEqual([
      "A second zebra question",
      "Das Zebra und der Anschluss",
      "Strange noises",
      "The zebra router loses its line",
    ]);
    expect(guest.total).toBe(4);
    expect(JSON.stringify(guest)).not.toMatch(/canary|lounge|brand/i);
    expect(counts(guest, "kind")).toEqual({});
    const more = await search("zebra", {}, as(superUser));
    expect(more.total).toBe(5);
    expect(counts(more, "kind")).toEqual({ Questions: 4, Discussions: 1 });
    expect((await search("zebra", { choice: { space: ["lounge"] } })).total).toBe(0);
    expect(JSON.stringify((await search("canarypost")).results)).not.toMatch(/canary/);
    expect((await search("zebra", {}, as(GUEST, other))).total).toBe(1);
  });

  it("counts each facet without its own choice", async () => {
    const all = await search("zebra");
    expect(counts(all, "status")).toEqual({
      Solved: 1,
      "Answered, not solved": 1,
      "No answer yet": 2,
    });
    expect(counts(all, "tag")).toEqual({ zebra: 2, evening: 1 });
    expect(counts(all, "field:device")).toEqual({ "Hub 2": 1, "Hub 3, white": 1 });
    expect(counts(all, "language")).toEqual({ English: 3, German: 1 });
    expect(counts(all, "date")).toEqual({});
    const solved = await search("zebra", { choice: { status: ["solved"] } });
    expect(titles(solved)).toEqual(["The zebra router loses its line"]);
    expect(counts(solved, "status")).toEqual(counts(all, "status"));
    expect(counts(solved, "tag")).toEqual({});
    const device = { "field:device": ["hub 2", "hub 3, white"] };
    expect((await search("zebra", { choice: device })).total).toBe(2);
    const both = await search("zebra", { choice: { ...device, status: ["solved"] } });
    expect(both.total).toBe(1);
    expect(counts(both, "field:device")).toEqual({ "Hub 3, white": 1, "Hub 2": 0 });
    expect(both.facets.find(({ name }) => name === "field:device")!.label).toBe("Device");
  });

  it("takes dates, languages and operators, and nothing where they exclude each other", async () => {
    await sql`update thread set created_at = now() - interval '40 days'
      where community_id = ${community.id} and id = ${ids.second}`.execute(db);
    expect(counts(await search("zebra"), "date")).toEqual({ "Past month": 3, "Past year": 4 });
    expect((await search("zebra", { choice: { date: ["month"] } })).total).toBe(3);
    expect((await search("zebra", { choice: { language: ["de"] } })).total).toBe(1);
    expect((await search("zebra is:solved")).total).toBe(1);
    expect((await search("zebra is:solved", { choice: { status: ["open"] } })).total).toBe(0);
    expect((await search('"zebra question"', { choice: { kind: ["question"] } })).total).toBe(1);
  });

  it("lists what fits a choice without words, newest first", async () => {
    const page = await search("", { choice: { tag: ["zebra"] } });
    expect(page.total).toBe(2);
    expect(page.token).toBeNull();
    expect(await search("")).toMatchObject({ total: 0, results: [], facets: [], token: null });
  });

  it("quotes the answer that holds the words and leads there", async () => {
    const page = await search("zebra cellar");
    const found = page.results.find(({ id }) => id === ids.deep)!;
    expect(found.excerpt!.answer).toEqual({ href: `/p/${ids.deepPost}`, who: "Hal Helper" });
    expect(marksOf(found.excerpt!.parts)).toEqual(["zebra", "cellar"]);
    const evening = (await search("zebra evening")).results.find(({ id }) => id === ids.solved)!;
    expect(evening.excerpt!.answer).toBeNull();
    expect(marksOf(evening.excerpt!.parts)).toEqual(["evening"]);
    expect(evening.line).toMatchObject({ who: "Hal Helper", official: false, href: null });
    const oats = (await search("zebra oats")).results.find(({ id }) => id === ids.solved)!;
    expect(oats.line!.href).toMatch(/^\/p\/\d+$/);
    expect(marksOf(oats.line!.parts)).toEqual(["zebra", "oats"]);
  });

  it("puts the likely fix first where one fits, and only there", async () => {
    const page = await search("zebra router");
    expect(page.fix).toMatchObject({
      official: false,
      whole: true,
      author: { name: "Hal Helper", note: "Super user", square: null },
      worked: 0,
      canReport: true,
    });
    expect(page.fix!.html).toContain("<li>");
    expect((await search("zebra")).fix).toBeNull();
    expect((await search("zebra router", { sort: "new" })).fix).toBeNull();
    expect((await search("noises hums")).fix).toBeNull();
    expect((await search("zebra router", {}, as(helper))).fix!.canReport).toBe(false);
  });

  it("says what it searched for where somebody mistyped", async () => {
    const page = await search("zebra roouter");
    expect(page.didYouMean).toBe("zebra router");
    expect(page.words).toBe("zebra roouter");
    expect(page.results.some(({ title }) => marksOf(title).includes("zebra router"))).toBe(true);
  });

  it("keeps what was typed as one search, and no filter or page of it", async () => {
    const kept = async () =>
      (await db.selectFrom("search_log").select("query").execute()).map(({ query }) => query);
    await sql`delete from search_log`.execute(db);
    const first = await search("zebra rou");
    expect(first.token).toEqual(expect.any(String));
    const second = await search("zebra router", { replaces: first.token });
    expect(await kept()).toEqual(["zebra router"]);
    expect(second.token).not.toBe(first.token);
    for (const more of [
      { typing: true },
      { page: 2 },
      { sort: "new" as const },
      { choice: { kind: ["question"] } },
    ]) {
      const page = await search("zebra router", more);
      if (!("page" in more)) expect(page.token).toBeNull();
    }
    expect((await kept()).filter((query) => query !== "zebra router")).toEqual([]);
  });

  it("shows a few results while somebody types, cheaply", async () => {
    const typed = await search("zeb", { typing: true });
    expect(typed).toMatchObject({ facets: [], fix: null, token: null, typing: true });
    expect(typed.results.map(({ title }) => marksOf(title)[0])).toContain("zebra");
    const count = async (work: () => Promise<unknown>) => {
      await work();
      statements = 0;
      await work();
      return statements;
    };
    const engineTyping = await count(() => findThreads(as(GUEST), { query: "zeb", typing: true }));
    const engine = await count(() => findThreads(as(GUEST), { query: "zebra router" }));
    // Results and their posts; the whole page also: traits, the likely fix, the record.
    const typing = await count(() => search("zeb", { typing: true }));
    expect(typing - engineTyping).toBe(2);
    const whole = await count(() => search("zebra router"));
    expect(whole - engine).toBe(5);
  });

  it("says that results may be behind until there is an index", async () => {
    expect((await search("zebra")).behind).toBe(false);
    expect((await search("zebra", {}, as(GUEST, empty))).behind).toBe(true);
  });
});

describe("many results", () => {
  const MANY = 450;
  const RARE = 7;

  beforeAll(async () => {
    const member = await makeMember(db, empty);
    const rare = await sql<{
      id: number;
    }>`insert into space (community_id, slug, name, read_role, post_role)
      values (${empty.id}, 'rare', 'Rare', 'guest', 'member') returning id`.execute(db);
    await sql`insert into thread (community_id, kind, space_id, author_id, title, slug, created_at, last_activity_at)
      select ${empty.id}::int, 'question',
        case when n > ${MANY - RARE}::int then ${rare.rows[0]!.id}::bigint else ${empty.spaces.general}::bigint end,
        ${member.id}::bigint, 'Lamp number ' || n, 'lamp', now() - n * interval '1 minute', now() - n * interval '1 minute'
      from generate_series(1, ${MANY}::int) n`.execute(db);
    await sql`insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text, created_at)
      select community_id, id + 1000000, id, 'opening', id + 1000000, author_id, '{"type":"doc","content":[]}',
        '<p>It is dark.</p>', 'It is dark.', created_at
      from thread where community_id = ${empty.id}`.execute(db);
    await sql`update thread set opening_post_id = id + 1000000 where community_id = ${empty.id}`.execute(
      db,
    );
    await rebuildIndex(db, empty);
  });

  const lamps = (more: Partial<SearchPageInput> = {}) => search("lamp", more, as(GUEST, empty));

  it("come on pages of twenty, each result on one of them", async () => {
    const first = await lamps();
    expect(first).toMatchObject({ total: MANY, pages: 23 });
    expect(first.results).toHaveLength(20);
    const all = new Set<number>();
    for (let page = 1; page <= first.pages; page += 1) {
      for (const { id } of (await lamps({ page })).results) all.add(id);
    }
    expect(all.size).toBe(MANY);
    expect((await lamps({ page: 23 })).results).toHaveLength(MANY % 20);
    expect((await lamps({ page: 50 })).ask.page).toBe(23);
    const newest = await lamps({ sort: "new" });
    expect(textOf(newest.results[0]!.title)).toBe("Lamp number 1");
  });

  it("are narrowed to what is rare among them", async () => {
    const rare = await lamps({ choice: { space: ["rare"] } });
    expect(rare.total).toBe(RARE);
    expect(counts(rare, "space")).toEqual({ general: MANY - RARE, Rare: RARE });
  });
});
