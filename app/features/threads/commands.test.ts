import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { editPost } from "./edit-post.server.ts";
import { getEditForm } from "./get-edit-form.server.ts";
import { getPostHistory } from "./get-post-history.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { restorePost } from "./restore-post.server.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { sameHere } from "./same-here.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";
import { unmarkOfficial } from "./unmark-official.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const database = await cloneDatabase();
const { db } = database;

let community: Community & { spaces: { general: number } };
let asker: TestMember;
let helper: TestMember;
let other: TestMember;
let staff: TestMember;
let superUser: TestMember;
let serial = 0;

beforeAll(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community, { name: "Ada Asker" });
  helper = await makeMember(db, community, { name: "Hal Helper" });
  other = await makeMember(db, community);
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "moderator" });
  await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
    .execute();
});

const as = (actor: TestMember, now?: Date): Ctx => ({
  ...makeCtx(db, community, actor),
  ...(now ? { now } : {}),
});

async function ask(overrides: Partial<Parameters<typeof startThread>[1]> = {}) {
  serial += 1;
  return startThread(as(asker), {
    kind: "question",
    title: `Why does it drop every evening ${serial}`,
    body: `It drops **again** (${serial}).`,
    spaceSlug: "general",
    ...overrides,
  });
}

async function answer(threadId: number, actor = helper, at?: Date) {
  serial += 1;
  return postAnswer(as(actor, at), { threadId, body: `Turn smart channel off, try ${serial}.` });
}

const threadRow = (id: number) =>
  db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const postRow = (id: number) =>
  db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

/** Types of the facts about a thread, in the order they were written. */
async function facts(threadId: number): Promise<string[]> {
  const rows = await db
    .selectFrom("event")
    .select(["type", "payload", "actor_id"])
    .orderBy("created_at")
    .orderBy(sql`ctid`)
    .execute();
  return rows
    .filter((row) => (row.payload as { threadId?: number }).threadId === threadId)
    .map((row) => row.type);
}

describe("startThread", () => {
  it("writes a thread with its opening post, tags and one fact", async () => {
    const ref = await ask({ tags: ["Wi-Fi", "wifi"] });
    const thread = await threadRow(ref.threadId);
    const post = await postRow(ref.postId);
    expect(thread).toMatchObject({
      kind: "question",
      state: "published",
      author_id: asker.id,
      opening_post_id: ref.postId,
      answer_count: 0,
      reply_count: 0,
    });
    expect(post).toMatchObject({
      kind: "opening",
      state: "published",
      root_id: ref.postId,
      parent_id: null,
      revision: 1,
    });
    expect(post.html).toContain("<strong>again</strong>");
    expect(ref.href).toBe(`/t/${ref.threadId}/${thread.slug}`);
    const tags = await db
      .selectFrom("thread_tag")
      .selectAll()
      .where("thread_id", "=", ref.threadId)
      .execute();
    expect(tags).toHaveLength(1);
    expect(await facts(ref.threadId)).toEqual(["thread.started"]);
  });

  it("gives an idea its first status", async () => {
    const { threadId } = await ask({ kind: "idea" });
    expect((await threadRow(threadId)).idea_status).toBe("new");
  });

  it.each([
    [{ title: "short" }, "title", "error.tooShort"],
    [{ title: "x".repeat(151) }, "title", "error.tooLong"],
    [{ title: "   " }, "title", "error.required"],
    [{ body: " \n" }, "body", "error.required"],
    [{ body: "x".repeat(20_001) }, "body", "error.tooLong"],
    [{ spaceSlug: "nowhere" }, "spaceSlug", "error.unknownSpace"],
    [{ spaceSlug: "lounge" }, "spaceSlug", "error.unknownSpace"],
    [{ tags: ["no-such-tag"] }, "tags", "error.unknownTag"],
    [{ tags: ["a1", "b1", "c1", "d1", "e1", "f1"] }, "tags", "error.tooManyTags"],
  ])("refuses %j", async (wrong, field, key) => {
    const error = await ask(wrong).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidError);
    expect((error as InvalidError).fields[field]).toMatchObject({ key });
  });

  it("lets super users make tags", async () => {
    const { threadId } = await startThread(as(superUser), {
      kind: "discussion",
      title: "A tag that is new here",
      body: "b",
      spaceSlug: "general",
      tags: ["Brand new"],
    });
    const tag = await db
      .selectFrom("thread_tag")
      .innerJoin("tag", "tag.id", "thread_tag.tag_id")
      .select("tag.slug")
      .where("thread_id", "=", threadId)
      .execute();
    expect(tag).toEqual([{ slug: "brand-new" }]);
  });

  it("refuses guests, the unverified, and announcements of members", async () => {
    const unverified = await makeMember(db, community, { verified: false });
    const input = {
      kind: "question",
      title: "Something long enough",
      body: "b",
      spaceSlug: "general",
    } as const;
    await expect(startThread(makeCtx(db, community), input)).rejects.toBeInstanceOf(
      SignInNeededError,
    );
    await expect(startThread(as(unverified), input)).rejects.toMatchObject({ code: "unverified" });
    await expect(
      startThread(as(superUser), { ...input, kind: "announcement" }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    await expect(startThread(as(staff), { ...input, kind: "announcement" })).resolves.toBeTruthy();
  });

  it("takes the same words within a minute as the same thread, later as another", async () => {
    const input = {
      kind: "question",
      title: "The very same question",
      body: "Same words",
      spaceSlug: "general",
    } as const;
    const now = new Date();
    const first = await startThread(as(asker, now), input);
    const again = await startThread(as(asker, new Date(now.getTime() + 59_000)), input);
    const later = await startThread(as(asker, new Date(now.getTime() + 120_000)), input);
    expect(again.threadId).toBe(first.threadId);
    expect(later.threadId).not.toBe(first.threadId);
  });
});

describe("answers and replies", () => {
  it("count, move the thread up, and are told of once", async () => {
    const { threadId } = await ask();
    const first = await answer(threadId);
    const second = await answer(threadId, other);
    const reply = await postReply(as(asker), { parentId: first.postId, body: "Thanks" });
    const deeper = await postReply(as(helper), { parentId: reply.postId, body: "You are welcome" });
    const thread = await threadRow(threadId);
    const firstRow = await postRow(first.postId);
    expect(thread).toMatchObject({ answer_count: 2, reply_count: 4 });
    expect(thread.first_answer_at).toEqual(firstRow.created_at);
    expect(thread.last_activity_at).toEqual((await postRow(deeper.postId)).created_at);
    expect(await postRow(deeper.postId)).toMatchObject({
      root_id: first.postId,
      parent_id: reply.postId,
      kind: "reply",
    });
    expect(await postRow(second.postId)).toMatchObject({ root_id: second.postId, kind: "answer" });
    expect(await facts(threadId)).toEqual([
      "thread.started",
      "answer.published",
      "answer.published",
      "reply.published",
      "reply.published",
    ]);
    expect(first.href).toContain(`#post-${first.postId}`);
  });

  it("give the first result for the same key, and a conflict for other words under it", async () => {
    const { threadId } = await ask();
    const input = { threadId, body: "With a key", idempotencyKey: "key-12345678" };
    const first = await postAnswer(as(helper), input);
    const hours = new Date(Date.now() + 3_600_000);
    expect((await postAnswer(as(helper, hours), input)).postId).toBe(first.postId);
    await expect(postAnswer(as(helper), { ...input, body: "Other words" })).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect((await threadRow(threadId)).answer_count).toBe(1);
  });

  it("are refused in a locked or hidden thread, and under a hidden answer", async () => {
    const { threadId } = await ask();
    const { postId } = await answer(threadId);
    await hidePost(as(staff), { postId, reason: "phone number" });
    await expect(postReply(as(other), { parentId: postId, body: "x" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await lockThread(as(staff), { threadId, reason: "settled" });
    await expect(answer(threadId)).rejects.toBeInstanceOf(ForbiddenError);
    await unlockThread(as(staff), { threadId });
    await hideThread(as(staff), { threadId, reason: "spam" });
    await expect(answer(threadId)).rejects.toBeInstanceOf(NotFoundError);
    expect((await facts(threadId)).slice(2)).toEqual([
      "post.state_changed",
      "thread.locked",
      "thread.unlocked",
      "thread.state_changed",
    ]);
  });
});

describe("votes and same here", () => {
  it("count once a member, up and down", async () => {
    const { threadId, postId } = await ask();
    await voteHelpful(as(helper), { postId, on: true });
    await voteHelpful(as(helper), { postId, on: true });
    await voteHelpful(as(other), { postId, on: true });
    await sameHere(as(other), { threadId, on: true });
    await sameHere(as(other), { threadId, on: true });
    expect(await threadRow(threadId)).toMatchObject({
      helpful_count: 2,
      same_here_count: 1,
      score: 3,
    });
    expect((await postRow(postId)).helpful_count).toBe(2);
    await voteHelpful(as(helper), { postId, on: false });
    await voteHelpful(as(helper), { postId, on: false });
    await sameHere(as(other), { threadId, on: false });
    expect(await threadRow(threadId)).toMatchObject({ helpful_count: 1, same_here_count: 0 });
    expect(await facts(threadId)).toEqual([
      "thread.started",
      "vote.changed",
      "vote.changed",
      "same_here.changed",
      "vote.changed",
      "same_here.changed",
    ]);
    await expect(voteHelpful(as(asker), { postId, on: true })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(sameHere(as(asker), { threadId, on: true })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });
});

describe("accepted and official answers", () => {
  it("are marked, replaced only knowingly, and taken back", async () => {
    const { threadId } = await ask();
    const a = await answer(threadId);
    const b = await answer(threadId, other);
    await expect(
      acceptAnswer(as(helper), { postId: a.postId, replaces: null }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    await acceptAnswer(as(asker), { postId: a.postId, replaces: null });
    await acceptAnswer(as(asker), { postId: a.postId, replaces: null });
    expect(await threadRow(threadId)).toMatchObject({
      accepted_post_id: a.postId,
      accepted_by: asker.id,
      line_who: "Hal Helper",
      line_text: expect.stringMatching(/^Turn smart/) as string,
    });
    await expect(
      acceptAnswer(as(staff), { postId: b.postId, replaces: null }),
    ).rejects.toMatchObject({ code: "accepted_meanwhile" });
    await acceptAnswer(as(staff), { postId: b.postId, replaces: a.postId });
    await unacceptAnswer(as(asker), { postId: a.postId });
    expect((await threadRow(threadId)).accepted_post_id).toBe(b.postId);
    await unacceptAnswer(as(asker), { postId: b.postId });
    expect(await threadRow(threadId)).toMatchObject({
      accepted_post_id: null,
      accepted_at: null,
      accepted_by: null,
      line_who: "",
      line_text: "",
    });
    expect((await facts(threadId)).slice(3)).toEqual([
      "answer.accepted",
      "answer.unaccepted",
      "answer.accepted",
      "answer.unaccepted",
    ]);
  });

  it("leave the official line when the accepted answer goes, and nothing when both go", async () => {
    const { threadId } = await ask();
    const a = await answer(threadId);
    const b = await answer(threadId, staff);
    await expect(markOfficial(as(asker), { postId: b.postId })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await markOfficial(as(staff), { postId: a.postId });
    await markOfficial(as(staff), { postId: b.postId });
    expect((await postRow(a.postId)).official).toBe(false);
    await acceptAnswer(as(asker), { postId: a.postId, replaces: null });
    await hidePost(as(staff), { postId: a.postId, reason: "wrong" });
    expect(await threadRow(threadId)).toMatchObject({
      accepted_post_id: null,
      official_post_id: b.postId,
      line_who: staff.name,
      answer_count: 1,
    });
    await deletePost(as(staff), { postId: b.postId });
    expect(await threadRow(threadId)).toMatchObject({
      official_post_id: null,
      line_who: "",
      answer_count: 0,
      reply_count: 0,
      first_answer_at: null,
    });
    expect((await postRow(b.postId)).official).toBe(false);
    await unhidePost(as(staff), { postId: a.postId });
    const thread = await threadRow(threadId);
    expect(thread).toMatchObject({ accepted_post_id: null, answer_count: 1 });
    expect(thread.first_answer_at).toEqual((await postRow(a.postId)).created_at);
  });

  it("unmark leaves the accepted line", async () => {
    const { threadId } = await ask();
    const a = await answer(threadId);
    await markOfficial(as(staff), { postId: a.postId });
    await acceptAnswer(as(asker), { postId: a.postId, replaces: null });
    await unmarkOfficial(as(staff), { postId: a.postId });
    expect(await threadRow(threadId)).toMatchObject({
      official_post_id: null,
      accepted_post_id: a.postId,
      line_who: "Hal Helper",
    });
    await expect(deletePost(as(helper), { postId: a.postId })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });

  it("are for questions only", async () => {
    const { threadId } = await ask({ kind: "discussion" });
    const { postId } = await answer(threadId);
    await expect(acceptAnswer(as(asker), { postId, replaces: null })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });
});

describe("editPost", () => {
  it("keeps the old text and title, tells who changed what, and updates the line", async () => {
    const { threadId, postId } = await ask({
      title: "First title of the thread",
      body: "First words here",
    });
    await editPost(as(asker), {
      postId,
      body: "Second words here",
      title: "Second title of the thread",
      baseRevision: 1,
      reason: "clearer",
    });
    const post = await postRow(postId);
    expect(post).toMatchObject({ revision: 2, text: "Second words here", edited_by: asker.id });
    expect(await threadRow(threadId)).toMatchObject({
      title: "Second title of the thread",
      slug: "second-title-of-the-thread",
    });
    const history = await getPostHistory(as(other), { postId });
    expect(history.edits).toHaveLength(1);
    expect(history.edits[0]).toMatchObject({
      number: 2,
      reason: "clearer",
      editor: { handle: asker.handle },
    });
    expect(history.edits[0]!.text).toContainEqual({ kind: "removed", text: "First" });
    expect(history.edits[0]!.title).toContainEqual({ kind: "added", text: "Second" });
    expect((await facts(threadId)).at(-1)).toBe("post.edited");

    const { postId: answerId } = await answer(threadId);
    await acceptAnswer(as(asker), { postId: answerId, replaces: null });
    await editPost(as(helper), { postId: answerId, body: "A better answer", baseRevision: 1 });
    expect((await threadRow(threadId)).line_text).toBe("A better answer");
  });

  it("refuses an old form, and makes no revision when nothing changed", async () => {
    const { postId } = await ask({ body: "Some *marked* words" });
    const form = await getEditForm(as(asker), { postId });
    expect(form).toMatchObject({ baseRevision: 1, body: "Some *marked* words" });
    await editPost(as(asker), { postId, body: form.body, baseRevision: 1 });
    expect((await postRow(postId)).revision).toBe(1);
    await editPost(as(superUser), { postId, body: "Other", baseRevision: 1 });
    await expect(
      editPost(as(asker), { postId, body: "Third", baseRevision: 1 }),
    ).rejects.toMatchObject({ code: "edited_meanwhile" });
    await expect(
      editPost(as(other), { postId, body: "Third", baseRevision: 2 }),
    ).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe("delete and restore", () => {
  it("lets the author take back an answer nobody replied to, and bring it back", async () => {
    const { threadId } = await ask();
    const { postId } = await answer(threadId);
    await deletePost(as(helper), { postId });
    await deletePost(as(helper), { postId });
    expect(await threadRow(threadId)).toMatchObject({ answer_count: 0, reply_count: 0 });
    await expect(restorePost(as(other), { postId })).rejects.toBeInstanceOf(NotFoundError);
    await restorePost(as(helper), { postId });
    expect(await threadRow(threadId)).toMatchObject({ answer_count: 1, reply_count: 1 });
    await postReply(as(asker), { parentId: postId, body: "Thanks" });
    await expect(deletePost(as(helper), { postId })).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("lets the author delete a thread only without answers", async () => {
    const empty = await ask();
    await deleteThread(as(asker), { threadId: empty.threadId });
    expect(await threadRow(empty.threadId)).toMatchObject({ state: "deleted", state_by: asker.id });
    await expect(answer(empty.threadId)).rejects.toBeInstanceOf(NotFoundError);
    await restoreThread(as(asker), { threadId: empty.threadId });
    expect(await threadRow(empty.threadId)).toMatchObject({
      state: "published",
      state_by: null,
      state_reason: "",
    });
    await answer(empty.threadId);
    await expect(deleteThread(as(asker), { threadId: empty.threadId })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await deleteThread(as(staff), { threadId: empty.threadId });
    await expect(restoreThread(as(asker), { threadId: empty.threadId })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });
});
