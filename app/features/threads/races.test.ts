import { beforeAll, describe, expect, it } from "vitest";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { recountAllMembers } from "./recount-members.server.ts";
import { recountAllPlaces } from "./recount-places.server.ts";
import { editPost } from "./edit-post.server.ts";
import { sameHere } from "./same-here.server.ts";
import { startThread } from "./start-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase({ max: 25 });

let community: Community;
let asker: TestMember;
let staff: TestMember;
let members: TestMember[];
let serial = 0;

beforeAll(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community);
  staff = await makeMember(db, community, { role: "moderator" });
  members = [];
  for (let index = 0; index < 50; index += 1) members.push(await makeMember(db, community));
});

const as = (actor: TestMember): Ctx => makeCtx(db, community, actor);
const fifty = <T>(work: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: 50 }, (_, index) => work(index)));

function ask() {
  serial += 1;
  const title = `A question about races ${serial}`;
  return startThread(as(asker), { kind: "question", title, body: "How?", spaceSlug: "general" });
}

async function countFacts(type: string, threadId: number): Promise<number> {
  const rows = await db.selectFrom("event").select("payload").where("type", "=", type).execute();
  return rows.filter((row) => (row.payload as { threadId: number }).threadId === threadId).length;
}

const countPosts = async (threadId: number, kind: "answer" | "reply" | "opening") =>
  (
    await db
      .selectFrom("post")
      .select("id")
      .where("thread_id", "=", threadId)
      .where("kind", "=", kind)
      .execute()
  ).length;

describe("fifty at once", () => {
  it("accepts of different answers leave one accepted and one fact", async () => {
    const { threadId } = await ask();
    const answers = await Promise.all(
      members.map((member) => postAnswer(as(member), { threadId, body: `By ${member.handle}` })),
    );
    const results = await fifty((index) =>
      acceptAnswer(as(index % 2 === 0 ? asker : staff), {
        postId: answers[index]!.postId,
        replaces: null,
      }),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(ConflictError);
    }
    const row = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", threadId)
      .executeTakeFirstOrThrow();
    const won = results.findIndex((result) => result.status === "fulfilled");
    expect(row.accepted_post_id).toBe(answers[won]!.postId);
    expect(row.answer_count).toBe(50);
    expect(await countFacts("answer.accepted", threadId)).toBe(1);
  });

  it("accepts of the same answer all succeed with one fact", async () => {
    const { threadId } = await ask();
    const { postId } = await postAnswer(as(members[0]!), { threadId, body: "This one" });
    const results = await fifty(() => acceptAnswer(as(asker), { postId, replaces: null }));
    expect(results.every((result) => result.status === "fulfilled")).toBe(true);
    expect(await countFacts("answer.accepted", threadId)).toBe(1);
  });

  it.each([{ idempotencyKey: "one-key-for-all" }, {}])(
    "equal submits make one thread, answer and reply: %j",
    async (key) => {
      serial += 1;
      const title = `The same thread sent many times ${serial}`;
      const input = {
        kind: "question",
        title,
        body: "Same",
        spaceSlug: "general",
        ...key,
      } as const;
      const threads = await fifty(() => startThread(as(asker), input));
      const threadIds = new Set(
        threads.map((t) => (t.status === "fulfilled" ? t.value.threadId : t.reason)),
      );
      expect(threadIds.size).toBe(1);
      const threadId = [...threadIds][0] as number;
      expect(await countFacts("thread.started", threadId)).toBe(1);

      const answerKey = "idempotencyKey" in key ? { idempotencyKey: "a-key-for-answers" } : {};
      const answers = await fifty(() =>
        postAnswer(as(members[1]!), { threadId, body: "Same", ...answerKey }),
      );
      expect(
        new Set(answers.map((a) => (a.status === "fulfilled" ? a.value.postId : a.reason))).size,
      ).toBe(1);
      expect(await countPosts(threadId, "answer")).toBe(1);
      expect(await countFacts("answer.published", threadId)).toBe(1);

      const parentId = (answers[0] as PromiseFulfilledResult<{ postId: number }>).value.postId;
      const replyKey = "idempotencyKey" in key ? { idempotencyKey: "a-key-for-replies" } : {};
      const replies = await fifty(() =>
        postReply(as(members[2]!), { parentId, body: "Same", ...replyKey }),
      );
      expect(
        new Set(replies.map((r) => (r.status === "fulfilled" ? r.value.postId : r.reason))).size,
      ).toBe(1);
      expect(await countPosts(threadId, "reply")).toBe(1);
      expect(await countPosts(threadId, "opening")).toBe(1);
    },
  );

  it("votes and same-heres, each sent twice and some taken back, equal their rows", async () => {
    const { threadId, postId } = await ask();
    const answer = await postAnswer(as(asker), { threadId, body: "Mine" });
    await fifty(async (index) => {
      const ctx = as(members[index]!);
      await Promise.all([
        voteHelpful(ctx, { postId, on: true }),
        voteHelpful(ctx, { postId, on: true }),
        voteHelpful(ctx, { postId: answer.postId, on: true }),
        sameHere(ctx, { threadId, on: true }),
        sameHere(ctx, { threadId, on: true }),
      ]);
      if (index % 5 === 0) await voteHelpful(ctx, { postId, on: false });
      if (index % 2 === 0) await sameHere(ctx, { threadId, on: false });
    });
    const row = await db
      .selectFrom("thread")
      .selectAll()
      .where("id", "=", threadId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ helpful_count: 40, same_here_count: 25, score: 65 });
    const post = await db
      .selectFrom("post")
      .selectAll()
      .where("id", "=", answer.postId)
      .executeTakeFirstOrThrow();
    expect(post.helpful_count).toBe(50);
    expect(await countFacts("vote.changed", threadId)).toBe(110);
  });

  it("edits of one revision leave one", async () => {
    const { postId } = await ask();
    const results = await fifty((index) =>
      editPost(as(staff), { postId, body: `Text ${index}`, baseRevision: 1 }),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const post = await db
      .selectFrom("post")
      .selectAll()
      .where("id", "=", postId)
      .executeTakeFirstOrThrow();
    expect(post.revision).toBe(2);
  });

  it("hide and accept at once never leave a hidden answer accepted", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { threadId } = await ask();
      const { postId } = await postAnswer(as(members[3]!), { threadId, body: `Round ${round}` });
      await Promise.allSettled([
        acceptAnswer(as(asker), { postId, replaces: null }),
        hidePost(as(staff), { postId, reason: "wrong" }),
      ]);
      const row = await db
        .selectFrom("thread")
        .selectAll()
        .where("id", "=", threadId)
        .executeTakeFirstOrThrow();
      expect(row.accepted_post_id).toBeNull();
    }
  });

  it("and the doctor finds nothing once the recounts are through", async () => {
    await Promise.all(
      [1, 2, 3].flatMap(() => [
        recountAllMembers(db, community.id),
        recountAllPlaces(db, community.id),
      ]),
    );
    await Promise.all([1, 2, 3].map(() => settleCommunity({ db, community })));
    expect(await examine(db)).toEqual([]);
  });
});
