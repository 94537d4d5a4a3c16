import { beforeAll, describe, expect, it } from "vitest";
import { hideThread } from "#app/features/threads/hide-thread.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { rebuildIndex } from "#search/postgres/rebuild-index.server.ts";
import { acceptAnswer } from "../accept-answer.server.ts";
import { findSimilar } from "./find-similar.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { searchForApi } from "./search-api.server.ts";
import { searchParams, similarParams } from "./search-filters.ts";
import { startThread } from "../start-thread.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const as = (actor: TestMember | typeof GUEST, where = community): Ctx => makeCtx(db, where, actor);
const search = (ctx: Ctx, given: Record<string, string>) =>
  searchForApi(ctx, searchParams.parse(given));
const similar = (ctx: Ctx, title: string) =>
  findSimilar(ctx, similarParams.parse({ title, limit: "50" }));

let asker: TestMember;
let superUser: TestMember;
let staff: TestMember;
let solved: number;
let hidden: number;

beforeAll(async () => {
  asker = await makeMember(db, community);
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "admin" });
  const ask = async (title: string, body: string, spaceSlug = "general", ctx = as(asker)) =>
    (await startThread(ctx, { kind: "question", title, body, spaceSlug })).threadId;
  solved = await ask(
    "The zebra router loses its line",
    "Every evening at eight the zebra is gone.",
  );
  const { postId } = await postAnswer(as(staff), { threadId: solved, body: "Feed the zebra." });
  await acceptAnswer(as(asker), { postId, replaces: null });
  await ask("A second zebra question", "Where do zebras sleep?");
  hidden = await ask("A hidden zebra canary", "Nobody may read of this zebra.");
  await ask("A zebra in the lounge", "Only for super users.", "lounge", as(superUser));
  const stranger = await makeMember(db, other);
  await ask("The other brand's zebra", "Not ours.", "general", as(stranger, other));
  await rebuildIndex(db, community);
  await rebuildIndex(db, other);
  // Hidden after it was indexed: the index still has it.
  await hideThread(as(staff), { threadId: hidden, reason: "canary" });
});

describe("search for programs", () => {
  it("shows and counts only what the actor may see, whatever the index says", async () => {
    const guest = await search(as(GUEST), { q: "zebra" });
    expect(guest.hits.map(({ title }) => title).toSorted()).toEqual([
      "A second zebra question",
      "The zebra router loses its line",
    ]);
    expect(guest.total).toBe(2);
    expect(guest.facets).toEqual({
      kind: { question: 2 },
      status: { solved: 1, open: 1 },
      space: { general: 2 },
      tag: {},
      language: { en: 2 },
      date: { month: 2, year: 2 },
      field: {},
    });
    expect(JSON.stringify(guest)).not.toMatch(/canary|lounge|brand/);
    const more = await search(as(superUser), { q: "zebra" });
    expect(more.total).toBe(3);
    expect((await search(as(GUEST), { q: "zebra", space: "lounge" })).total).toBe(0);
  });

  it("gives pages, snippets and addresses", async () => {
    const first = await search(as(GUEST), { q: "zebra", limit: "1" });
    expect(first).toMatchObject({ total: 2, nextCursor: "1" });
    const second = await search(as(GUEST), { q: "zebra", limit: "1", cursor: "1" });
    expect(second.nextCursor).toBeNull();
    expect(second.hits[0]!.id).not.toBe(first.hits[0]!.id);
    const { hits } = await search(as(GUEST), { q: "zebra evening" });
    expect(hits[0]).toMatchObject({
      id: solved,
      externalId: null,
      status: "solved",
      snippet: "Every evening at eight the zebra is gone.",
    });
    expect(hits[0]!.url).toMatch(new RegExp(`^${community.baseUrl}/t/${solved}/`));
  });

  it("finds what asks the same, with its accepted answer in one line", async () => {
    const { hits } = await similar(as(GUEST), "My zebra router has lost the line");
    expect(hits[0]).toMatchObject({ id: solved, acceptedAnswer: { text: "Feed the zebra." } });
    expect(hits.map(({ id }) => id)).not.toContain(hidden);
    expect(JSON.stringify(hits)).not.toMatch(/canary|lounge|brand/);
  });
});
