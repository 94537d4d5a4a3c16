import { describe, expect, it } from "vitest";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCtx, makeMember } from "#db/testing/make.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { sameHere } from "./same-here.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";
import { openScene } from "./testing/open-scene.server.ts";

const { db } = await cloneDatabase();
const {
  community,
  asker,
  helper,
  other,
  staff,
  superUser,
  as,
  ask,
  answer,
  threadRow,
  postRow,
  facts,
} = await openScene(db);

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
