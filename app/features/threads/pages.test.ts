import { beforeAll, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { findPostAddress } from "./find-post-address.server.ts";
import { getProfile } from "./get-profile.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { listThreads, type ListThreads } from "./list-threads.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { recountAllMembers } from "./recount-members.server.ts";
import { recountAllPlaces } from "./recount-places.server.ts";
import { resolveRedirect } from "./resolve-redirect.server.ts";
import { searchThreads } from "./searching/search-threads.server.ts";
import { startThread } from "./start-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";
import { listTopHelpers } from "./list-top-helpers.server.ts";
import { getCommunityStats } from "./get-community-stats.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
let asker: TestMember;
let helper: TestMember;
let superUser: TestMember;
let staff: TestMember;
let clock = Date.now() - 86_400_000 * 30;
let serial = 0;

beforeAll(async () => {
  asker = await makeMember(db, community, { handle: "ada" });
  helper = await makeMember(db, community, { handle: "hal", name: "Hal Helper" });
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "admin" });
  await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
    .execute();
});

/** Every step happens a minute after the one before. */
const at = (actor: Actor): Ctx => {
  clock += 60_000;
  return { ...makeCtx(db, community, actor), now: new Date(clock) };
};
const look = (actor: Actor = GUEST): Ctx => makeCtx(db, community, actor);

async function ask(title?: string, overrides: Partial<Parameters<typeof startThread>[1]> = {}) {
  serial += 1;
  return startThread(at(asker), {
    kind: "question",
    title: title ?? `A question for pages ${serial}`,
    body: `Body ${serial}`,
    spaceSlug: "general",
    ...overrides,
  });
}
const answer = (threadId: number, body: string, actor: Actor = helper) =>
  postAnswer(at(actor), { threadId, body });

describe("the thread page", () => {
  it("shows the accepted answer, the official one, then the others, with replies under them", async () => {
    const { threadId, postId } = await ask("Hub drops every evening", { tags: ["wifi"] });
    const related = await ask("Hub drops every morning too", { tags: ["wifi"] });
    const a = await answer(threadId, "first");
    const b = await answer(threadId, "second");
    const c = await answer(threadId, "third");
    const reply = await postReply(at(asker), { parentId: c.postId, body: "thanks" });
    const under = await postReply(at(asker), { parentId: postId, body: "one more thing" });
    await acceptAnswer(at(asker), { postId: b.postId, replaces: null });
    await markOfficial(at(staff), { postId: c.postId });
    await voteHelpful(at(asker), { postId: b.postId, on: true });
    const page = await getThreadPage(look(asker), { threadId });
    expect(page.opening.id).toBe(postId);
    expect(page.opening.replies.map((post) => post.id)).toEqual([under.postId]);
    expect(page.accepted).toMatchObject({
      id: b.postId,
      accepted: true,
      helpful: 1,
      viewerVoted: true,
      author: { handle: "hal" },
    });
    expect(page.official).toMatchObject({ id: c.postId, official: true });
    expect(page.official!.replies.map((post) => post.id)).toEqual([reply.postId]);
    expect(page.official!.replies[0]).toMatchObject({ byAsker: true, mine: true });
    expect(page.answers.map((post) => post.id)).toEqual([a.postId]);
    expect(page.thread).toMatchObject({
      stateKey: "solved",
      counts: { answers: 3, replies: 5 },
      tags: [{ slug: "wifi" }],
      acceptedBy: asker.name,
      mine: true,
    });
    expect(page.thread.timeline.firstAnswer?.after).toBe("2 minutes");
    expect(page.thread.timeline.solved?.by).toBe("Hal Helper");
    expect(page.related[0]?.id).toBe(related.threadId);
    expect(page.accepted!.can).toMatchObject({
      unaccept: true,
      accept: false,
      vote: true,
      edit: false,
    });
    const guest = await getThreadPage(look(), { threadId });
    expect(guest.accepted).toMatchObject({ viewerVoted: false, mine: false });
    expect(Object.values(guest.accepted!.can).every((allowed) => !allowed)).toBe(true);
  });

  it("pages answers by oldest and by most helpful, each once", async () => {
    const { threadId } = await ask();
    const ids: number[] = [];
    for (let index = 0; index < 45; index += 1)
      ids.push((await answer(threadId, `answer ${index}`)).postId);
    await voteHelpful(at(asker), { postId: ids[44]!, on: true });
    await voteHelpful(at(asker), { postId: ids[30]!, on: true });
    for (const sort of ["oldest", "helpful"] as const) {
      const seen: number[] = [];
      let cursor: string | null = null;
      const sizes: number[] = [];
      do {
        const page = await getThreadPage(look(), { threadId, sort, cursor });
        expect(page.hasEarlier).toBe(cursor !== null);
        seen.push(...page.answers.map((post) => post.id));
        sizes.push(page.answers.length);
        cursor = page.next;
      } while (cursor);
      expect(sizes).toEqual([20, 20, 5]);
      expect(seen).toEqual(
        sort === "oldest"
          ? ids
          : [ids[30]!, ids[44]!, ...ids.filter((_, i) => i !== 30 && i !== 44)],
      );
    }
    const found = await getThreadPage(look(), { threadId, postId: ids[25]! });
    expect(found.answers.map((post) => post.id)).toEqual(ids.slice(20, 40));
    expect(found.hasEarlier).toBe(true);
    expect(await findPostAddress(look(), ids[25]!)).toMatch(
      new RegExp(`\\?post=${ids[25]}#post-${ids[25]}$`),
    );
    const wrong = await getThreadPage(look(), {
      threadId,
      cursor: Buffer.from('["2026-02-31T99:00:00.000000Z",1]').toString("base64url"),
    });
    expect(wrong.answers).toHaveLength(20);
    const absurd = await getThreadPage(look(), { threadId, postId: 1e300, allRepliesOf: 0.5 });
    expect(absurd.answers).toHaveLength(20);
  });

  it("counts pages of answers, and knows where each stands", async () => {
    const { threadId } = await ask();
    const ids: number[] = [];
    for (let index = 0; index < 42; index += 1)
      ids.push((await answer(threadId, `answer ${index}`)).postId);
    const places = [];
    const seen: number[] = [];
    for (const page of [1, 2, 3]) {
      const view = await getThreadPage(look(), { threadId, page });
      places.push(view.place);
      seen.push(...view.answers.map((post) => post.id));
    }
    expect(seen).toEqual(ids);
    expect(places).toEqual([
      { page: 1, pages: 3, from: 1, to: 20, total: 42 },
      { page: 2, pages: 3, from: 21, to: 40, total: 42 },
      { page: 3, pages: 3, from: 41, to: 42, total: 42 },
    ]);
    const found = await getThreadPage(look(), { threadId, postId: ids[41]! });
    expect(found.place).toMatchObject({ page: 3, from: 41 });
    await expect(getThreadPage(look(), { threadId, page: 4 })).rejects.toThrow(NotFoundError);
    for (const page of [-1, 0.5, 1e300, 100_001]) {
      const view = await getThreadPage(look(), { threadId, page });
      expect(view.place).toMatchObject({ page: 1 });
    }
    const short = await ask();
    expect((await getThreadPage(look(), { threadId: short.threadId })).place).toBeNull();
  });

  it("shows fifty replies, the rest on asking, and the one that is asked for", async () => {
    const { threadId } = await ask();
    const { postId } = await answer(threadId, "root");
    const ids: number[] = [];
    for (let index = 0; index < 55; index += 1) {
      ids.push((await postReply(at(asker), { parentId: postId, body: `reply ${index}` })).postId);
    }
    const page = await getThreadPage(look(), { threadId });
    expect(page.answers[0]!.replies.map((post) => post.id)).toEqual(ids.slice(0, 50));
    expect(page.answers[0]!.moreReplies).toBe(5);
    const one = await getThreadPage(look(), { threadId, postId: ids[53]! });
    expect(one.answers[0]!.replies.map((post) => post.id)).toEqual([...ids.slice(0, 50), ids[53]]);
    const all = await getThreadPage(look(), { threadId, allRepliesOf: postId });
    expect(all.answers[0]).toMatchObject({ moreReplies: 0 });
    expect(all.answers[0]!.replies).toHaveLength(55);
  });

  it("gives stubs for hidden posts, and nothing of deleted ones but a place for their replies", async () => {
    const { threadId } = await ask();
    const a = await answer(threadId, "secret words");
    const b = await answer(threadId, "gone words");
    const c = await answer(threadId, "gone, but replied to");
    await postReply(at(asker), { parentId: c.postId, body: "a reply" });
    await hidePost(at(staff), { postId: a.postId, reason: "phone number" });
    await deletePost(at(staff), { postId: b.postId, reason: "rude" });
    await deletePost(at(staff), { postId: c.postId, reason: "rude" });
    const guest = await getThreadPage(look(), { threadId });
    expect(
      guest.answers.map((post) => [post.id, post.stub, post.stateReason, post.html, post.author]),
    ).toEqual([
      [a.postId, true, "phone number", "", null],
      [c.postId, true, "", "", null],
    ]);
    expect(guest.answers[1]!.replies).toHaveLength(1);
    expect(JSON.stringify(guest)).not.toMatch(/words|gone|rude/);
    const author = await getThreadPage(look(helper), { threadId });
    expect(author.answers[0]).toMatchObject({ stub: false });
    const moderator = await getThreadPage(look(staff), { threadId });
    expect(moderator.answers.map((post) => post.stub)).toEqual([false, false, false]);
    expect(moderator.answers[0]!.can).toMatchObject({ unhide: true, hide: false });
  });

  it("can't be told from a missing one where it isn't for the actor", async () => {
    const lounge = await startThread(at(superUser), {
      kind: "discussion",
      title: "Only for the lounge",
      body: "b",
      spaceSlug: "lounge",
    });
    const gone = await ask();
    await deleteThread(at(staff), { threadId: gone.threadId });
    const hidden = await ask();
    await hideThread(at(staff), { threadId: hidden.threadId, reason: "spam" });
    const missing = await getThreadPage(look(), { threadId: 999_999 }).catch(
      (error: unknown) => error,
    );
    for (const { threadId } of [lounge, gone, hidden]) {
      const error = await getThreadPage(look(), { threadId }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(NotFoundError);
      expect({ ...(error as object) }).toEqual({ ...(missing as object) });
    }
    await expect(getThreadPage(look(asker), { threadId: gone.threadId })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect((await getThreadPage(look(asker), { threadId: hidden.threadId })).thread.stateKey).toBe(
      "hidden",
    );
    expect(
      (await getThreadPage(look(superUser), { threadId: lounge.threadId })).thread.stateKey,
    ).toBe("discussion");
    expect((await listSpaces(look())).map((space) => space.slug)).toEqual(["general"]);
    expect(await findPostAddress(look(), lounge.postId)).toBeNull();
    expect(await searchThreads(look(), "lounge")).toEqual([]);
    expect(await searchThreads(look(superUser), "lounge")).toHaveLength(1);
    for (const list of ["latest", "top"] as const) {
      const listed = (await listThreads(look(), { list, limit: 100 })).threads.map((row) => row.id);
      for (const { threadId } of [lounge, gone, hidden]) expect(listed).not.toContain(threadId);
    }
    await expect(
      listThreads(look(), { list: "latest", spaceSlug: "lounge" }),
    ).rejects.toBeInstanceOf(NotFoundError);
    await db
      .insertInto("redirect")
      .values({ community_id: community.id, path: "/old/1", thread_id: hidden.threadId })
      .execute();
    expect(await resolveRedirect(look(), "/old/1")).toBeNull();
    expect(await resolveRedirect(look(staff), "/old/1?x=1")).toMatch(`/t/${hidden.threadId}/`);
  });
});

describe("lists", () => {
  const all = async (input: ListThreads) => {
    const ids: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await listThreads(look(), { ...input, cursor, limit: 3 });
      ids.push(...page.threads.map((row) => row.id));
      cursor = page.next;
    } while (cursor);
    return ids;
  };

  it("page through every thread once, in their order", async () => {
    const rows = await db
      .selectFrom("thread")
      .innerJoin("space", "space.id", "thread.space_id")
      .selectAll("thread")
      .where("thread.state", "=", "published")
      .where("space.slug", "=", "general")
      .execute();
    const by = (order: (row: (typeof rows)[number]) => number, keep = rows) =>
      keep.toSorted((a, b) => order(b) - order(a) || b.id - a.id).map((row) => row.id);
    const activity = (row: (typeof rows)[number]) => row.last_activity_at.getTime();
    expect(await all({ list: "latest" })).toEqual(by(activity));
    expect(await all({ list: "latest", spaceSlug: "general" })).toEqual(by(activity));
    expect(await all({ list: "top" })).toEqual(by((row) => row.score));
    expect(await all({ list: "solved" })).toEqual(
      by(
        activity,
        rows.filter((row) => row.accepted_post_id !== null),
      ),
    );
    expect(await all({ list: "needs_answer" })).toEqual(
      by(
        (row) => row.created_at.getTime(),
        rows.filter(
          (row) => row.kind === "question" && row.answer_count === 0 && row.locked_at === null,
        ),
      ),
    );
    expect(await all({ list: "latest", tagSlug: "wifi" })).toHaveLength(2);
    expect(await all({ list: "latest", authorHandle: "ADA" })).toEqual(by(activity));
  });

  it("keep their place between microseconds", async () => {
    const made: number[] = [];
    for (let index = 0; index < 7; index += 1) made.push((await ask()).threadId);
    for (const [index, id] of made.entries()) {
      await db
        .updateTable("thread")
        .set({ last_activity_at: `2026-01-01T00:00:00.00000${index}Z` })
        .where("id", "=", id)
        .execute();
    }
    const seen = (await all({ list: "latest" })).filter((id) => made.includes(id));
    expect(seen).toEqual(made.toReversed());
  });

  it("say the state, the line and the counts; pinned first on the first page only", async () => {
    const solved = await ask();
    const { postId } = await answer(solved.threadId, "Turn it off and on. ".repeat(30));
    await acceptAnswer(at(asker), { postId, replaces: null });
    const closed = await ask();
    await lockThread(at(staff), { threadId: closed.threadId, reason: "done" });
    const pinned = await ask();
    await db
      .updateTable("thread")
      .set({ pinned: true })
      .where("id", "=", pinned.threadId)
      .execute();
    await ask();
    const here = { spaceSlug: "general" };
    const first = await listThreads(look(), { ...here, list: "latest", limit: 5 });
    expect(first.threads.map((row) => row.id).filter((id) => id === pinned.threadId)).toHaveLength(
      1,
    );
    expect(first.threads[0]).toMatchObject({ id: pinned.threadId, pinned: true });
    const second = await listThreads(look(), {
      ...here,
      list: "latest",
      limit: 5,
      cursor: first.next,
    });
    expect(second.threads.some((row) => row.pinned)).toBe(false);
    const row = first.threads.find((found) => found.id === solved.threadId)!;
    expect(row).toMatchObject({
      stateKey: "solved",
      line: { who: "Hal Helper", official: false },
      counts: { replies: 1, sameHere: 0 },
    });
    expect(row.line!.text.length).toBeLessThanOrEqual(160);
    expect(first.threads.find((found) => found.id === closed.threadId)?.stateKey).toBe("locked");
  });
});

describe("other pages", () => {
  it("profile, helpers, stats, search", async () => {
    await recountAllMembers(db, community.id);
    await recountAllPlaces(db, community.id);
    const profile = await getProfile(look(), { handle: "hal" });
    expect(profile.counts).toMatchObject({ accepted: 2, threads: 0 });
    expect(profile.posts).toHaveLength(20);
    const rest = await getProfile(look(), { handle: "hal", cursor: profile.next });
    expect(rest.posts[0]!.postId).toBeLessThan(profile.posts.at(-1)!.postId);
    await expect(getProfile(look(), { handle: "nobody" })).rejects.toBeInstanceOf(NotFoundError);
    expect(await listTopHelpers(look())).toMatchObject([{ handle: "hal", accepted: 2 }]);
    const stats = await getCommunityStats(look());
    expect(stats).toMatchObject({ solved: 2, members: 4 });
    expect((await searchThreads(look(), "hub evening"))[0]?.title).toBe("Hub drops every evening");
    expect(await searchThreads(look(), "\"' & | ! ( :*")).toEqual([]);
  });
});
