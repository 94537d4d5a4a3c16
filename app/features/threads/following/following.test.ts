import { beforeAll, describe, expect, it } from "vitest";
import { ConflictError, NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { listBookmarks } from "../bookmarks/list-bookmarks.server.ts";
import { setBookmark } from "../bookmarks/set-bookmark.server.ts";
import { deletePost } from "../delete-post.server.ts";
import { getThreadPage } from "../get-thread-page.server.ts";
import { hideThread } from "../hide-thread.server.ts";
import { listThreads } from "../list-threads.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { postReply } from "../post-reply.server.ts";
import { startThread } from "../start-thread.server.ts";
import { getFollowing } from "./get-following.server.ts";
import { isFollowing } from "./is-following.server.ts";
import { readThread } from "./read-thread.server.ts";
import { MAX_FOLLOWS, setFollow } from "./set-follow.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
let asker: TestMember;
let helper: TestMember;
let staff: TestMember;
let clock = Date.now() - 86_400_000;
let serial = 0;

/** Every step a minute after the one before. */
const at = (actor: Actor): Ctx => {
  clock += 60_000;
  return { ...makeCtx(db, community, actor), now: new Date(clock) };
};

beforeAll(async () => {
  asker = await makeMember(db, community);
  helper = await makeMember(db, community, { handle: "hal" });
  staff = await makeMember(db, community, { role: "admin" });
  const tag = { community_id: community.id, slug: "wifi", name: "Wi-Fi" };
  await db.insertInto("tag").values(tag).execute();
});

async function ask(overrides: Partial<Parameters<typeof startThread>[1]> = {}, by = asker) {
  serial += 1;
  return startThread(at(by), {
    kind: "question",
    title: `A question to follow ${serial}`,
    body: `Body ${serial}`,
    spaceSlug: "general",
    ...overrides,
  });
}
const answer = (threadId: number, by = helper) =>
  postAnswer(at(by), { threadId, body: `Answer ${(serial += 1)}` });
const followed = async (by: TestMember) =>
  (await listThreads(at(by), { list: "following" })).threads.map(({ id }) => id);
const unread = async (threadId: number, by: TestMember) =>
  (await listThreads(at(by), { list: "latest" })).threads.find(({ id }) => id === threadId)?.unread;

describe("following", () => {
  it("begins by itself with asking, answering and replying", async () => {
    const { threadId, postId } = await ask();
    const replier = await makeMember(db, community);
    await answer(threadId);
    await postReply(at(replier), { parentId: postId, body: "me too" });
    for (const member of [asker, helper, replier]) {
      expect(await followed(member)).toContain(threadId);
    }
    expect(await followed(staff)).not.toContain(threadId);
  });

  it("is set and taken back, twice the same without harm", async () => {
    const { threadId } = await ask();
    const reader = await makeMember(db, community);
    const set = (on: boolean) =>
      setFollow(at(reader), { kind: "thread", subject: String(threadId), on });
    await Promise.all([set(true), set(true), set(true)]);
    expect((await getThreadPage(at(reader), { threadId })).thread.viewerFollows).toBe(true);
    await set(false);
    await set(false);
    expect((await getThreadPage(at(reader), { threadId })).thread.viewerFollows).toBe(false);
    expect(await followed(reader)).toEqual([]);
  });

  it("brings threads of followed spaces, tags and members", async () => {
    const reader = await makeMember(db, community);
    const author = await makeMember(db, community, { handle: "Anna" });
    const tagged = await ask({ tags: ["wifi"] });
    const written = await ask({}, author);
    await setFollow(at(reader), { kind: "tag", subject: "wifi", on: true });
    expect(await followed(reader)).toEqual([tagged.threadId]);
    await setFollow(at(reader), { kind: "member", subject: "anna", on: true });
    expect(await followed(reader)).toEqual([written.threadId, tagged.threadId]);
    await setFollow(at(reader), { kind: "space", subject: "general", on: true });
    expect((await followed(reader)).length).toBeGreaterThan(2);
    expect(await isFollowing(at(reader), "member", "ANNA")).toBe(true);
    expect(await isFollowing(at(reader), "tag", "none")).toBe(false);
    const { places } = await getFollowing(at(reader), { cursor: null });
    expect(places.map(({ href }) => href)).toEqual(["/m/Anna", "/s/general", "/tag/wifi"]);
  });

  it("pages through what is followed without gaps", async () => {
    const reader = await makeMember(db, community);
    await setFollow(at(reader), { kind: "space", subject: "general", on: true });
    const all = await followed(reader);
    const paged: number[] = [];
    let cursor: string | null = null;
    do {
      const list = await listThreads(at(reader), { list: "following", cursor, limit: 2 });
      paged.push(...list.threads.map(({ id }) => id));
      cursor = list.next;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  it("is for members, of what they may see, here", async () => {
    const { threadId } = await ask();
    const thread = { kind: "thread", subject: String(threadId), on: true } as const;
    await expect(setFollow(at(GUEST), thread)).rejects.toThrow(SignInNeededError);
    const lounge = { kind: "space", subject: "lounge", on: true } as const;
    await expect(setFollow(at(asker), lounge)).rejects.toThrow(NotFoundError);
    const self = { kind: "member", subject: helper.handle, on: true } as const;
    await expect(setFollow(at(helper), self)).rejects.toThrow(NotFoundError);
    const stranger = await makeMember(db, other);
    const elsewhere = makeCtx(db, other, stranger);
    await expect(setFollow(elsewhere, thread)).rejects.toThrow(NotFoundError);
    const reader = await makeMember(db, community);
    await setFollow(at(reader), thread);
    await hideThread(at(staff), { threadId, reason: "spam" });
    expect(await followed(reader)).toEqual([]);
    expect((await getFollowing(at(reader), { cursor: null })).threads).toEqual([]);
  });

  it("has an end", async () => {
    const reader = await makeMember(db, community);
    await db
      .insertInto("follow")
      .values(
        Array.from({ length: MAX_FOLLOWS - 1 }, (_, index) => ({
          community_id: community.id,
          member_id: reader.id,
          subject_kind: "tag" as const,
          subject_id: 1_000_000 + index,
        })),
      )
      .execute();
    const tries = await Promise.allSettled([
      setFollow(at(reader), { kind: "tag", subject: "wifi", on: true }),
      setFollow(at(reader), { kind: "space", subject: "general", on: true }),
    ]);
    const refused = tries.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toBeInstanceOf(ConflictError);
  });
});

describe("what is new", () => {
  it("counts posts of others since the last reading and leads to the first", async () => {
    const { threadId } = await ask();
    expect(await readThread(at(asker), threadId)).toEqual({ firstPostId: null, count: 0 });
    const first = await answer(threadId);
    await answer(threadId);
    await postReply(at(asker), { parentId: first.postId, body: "my own doesn't count" });
    expect(await unread(threadId, asker)).toBe(true);
    const { threads } = await getFollowing(at(asker), { cursor: null });
    expect(threads.find(({ id }) => id === threadId)?.newPosts).toBe(2);
    expect(await readThread(at(asker), threadId)).toEqual({ firstPostId: first.postId, count: 2 });
    expect(await readThread(at(asker), threadId)).toEqual({ firstPostId: null, count: 0 });
    expect(await unread(threadId, asker)).toBe(false);
  });

  it("marks only what one follows or has read before", async () => {
    const { threadId } = await ask();
    const reader = await makeMember(db, community);
    await answer(threadId);
    expect(await unread(threadId, reader)).toBe(false);
    await readThread(at(reader), threadId);
    expect(await unread(threadId, reader)).toBe(false);
    await answer(threadId, staff);
    expect(await unread(threadId, reader)).toBe(true);
  });

  it("forgets what was deleted and never goes back", async () => {
    const { threadId } = await ask();
    await readThread(at(asker), threadId);
    const { postId } = await answer(threadId);
    await deletePost(at(helper), { postId, reason: "" });
    expect(await unread(threadId, asker)).toBe(false);
    await answer(threadId, staff);
    await Promise.all(Array.from({ length: 8 }, () => readThread(at(asker), threadId)));
    expect(await unread(threadId, asker)).toBe(false);
  });

  it("notes nothing for guests, of threads out of sight or of another community", async () => {
    const { threadId } = await ask();
    const reader = await makeMember(db, community);
    const stranger = await makeMember(db, other);
    await readThread(at(GUEST), threadId);
    await readThread(makeCtx(db, other, stranger), threadId);
    await hideThread(at(staff), { threadId, reason: "spam" });
    await readThread(at(reader), threadId);
    const rows = await db
      .selectFrom("thread_read")
      .select("member_id")
      .where("thread_id", "=", threadId)
      .execute();
    expect(rows).toEqual([]);
  });
});

describe("bookmarks", () => {
  it("are kept, listed newest first, and taken away", async () => {
    const reader = await makeMember(db, community);
    const { threadId, postId } = await ask();
    const { postId: answerId } = await answer(threadId);
    const mark = (id: number, on: boolean) => setBookmark(at(reader), { postId: id, on });
    await mark(postId, true);
    await mark(answerId, true);
    await mark(answerId, true);
    const ids = async (by = reader) =>
      (await listBookmarks(at(by), { cursor: null })).items.map((item) => item.postId);
    expect(await ids()).toEqual([answerId, postId]);
    expect(await ids(asker)).toEqual([]);
    const page = await getThreadPage(at(reader), { threadId });
    expect([page.opening.viewerBookmarked, page.answers[0]!.viewerBookmarked]).toEqual([
      true,
      true,
    ]);
    await mark(postId, false);
    expect(await ids()).toEqual([answerId]);
    await deletePost(at(staff), { postId: answerId, reason: "" });
    expect(await ids()).toEqual([]);
  });

  it("are for members and for posts they may read", async () => {
    const { threadId, postId } = await ask();
    await expect(setBookmark(at(GUEST), { postId, on: true })).rejects.toThrow(SignInNeededError);
    await hideThread(at(staff), { threadId, reason: "spam" });
    await expect(setBookmark(at(helper), { postId, on: true })).rejects.toThrow(NotFoundError);
    const stranger = await makeMember(db, other);
    const elsewhere = makeCtx(db, other, stranger);
    await expect(setBookmark(elsewhere, { postId, on: true })).rejects.toThrow(NotFoundError);
  });
});
