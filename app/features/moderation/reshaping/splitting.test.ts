import { beforeEach, describe, expect, it } from "vitest";
import { findMovedAddress } from "#app/features/threads/find-moved-address.server.ts";
import { findPostAddress } from "#app/features/threads/find-post-address.server.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { setIdeaStatus } from "#app/features/threads/set-idea-status.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { type TestMember } from "#db/testing/make.ts";
import { codeOf, reshapeScene } from "#db/testing/reshape-scene.ts";

const { db } = await cloneDatabase();
const { desk, begin, settled, rows, decideIt, undo, thereAndBack, thread, post } =
  await reshapeScene(db);

beforeEach(begin);

describe("a split", { timeout: 120_000 }, () => {
  it("makes a thread of some posts, and puts them back", async () => {
    const { threadId, good, also } = await desk.talk();
    const reply = await postReply(desk.as(desk.asker), { parentId: good, body: "And the router?" });
    const below = await postReply(desk.as(desk.helper), {
      parentId: reply.postId,
      body: "The router is another matter.",
    });
    await settled();
    const input = {
      verb: "split",
      subject: { kind: "thread", id: threadId },
      posts: [reply.postId, also],
      title: "What about the router then?",
      spaceSlug: "billing",
      threadKind: "discussion",
      tags: ["router"],
    } as const;
    const before = await rows();
    const { decisionId } = await decideIt({ ...input, posts: [...input.posts], tags: ["router"] });
    await settled();
    const made = await db
      .selectFrom("thread")
      .selectAll()
      .where("split_from", "=", threadId)
      .executeTakeFirstOrThrow();
    expect(made).toMatchObject({
      title: input.title,
      kind: "discussion",
      space_id: desk.place,
      merged_into: null,
      opening_post_id: also,
      author_id: desk.other.id,
    });
    expect(await post(reply.postId)).toMatchObject({ kind: "answer", parent_id: null });
    expect(await post(below.postId)).toMatchObject({
      thread_id: made.id,
      parent_id: reply.postId,
      root_id: reply.postId,
    });
    expect((await thread(threadId)).accepted_post_id).toBe(good);
    const follows = await db
      .selectFrom("follow")
      .select("member_id")
      .where("subject_kind", "=", "thread")
      .where("subject_id", "=", made.id)
      .execute();
    expect(follows.map((row) => row.member_id).toSorted((a, b) => a - b)).toEqual(
      [desk.asker.id, desk.helper.id, desk.other.id].toSorted((a, b) => a - b),
    );
    const guest = desk.as(GUEST);
    const page = await getThreadPage(guest, { threadId: made.id });
    expect(page.thread.splitFrom?.href).toContain(`/t/${threadId}/`);
    const old = await getThreadPage(guest, { threadId });
    expect(old.thread.splitInto.map(({ href }) => href)).toEqual([page.thread.href]);
    expect(await findPostAddress(guest, below.postId)).toContain(page.thread.href);

    const undone = await undo(decisionId);
    await settled();
    expect(await rows()).toEqual(before);
    expect(await findMovedAddress(guest, made.id)).toContain(`/t/${threadId}/`);
    const again = await undo(undone.decisionId);
    await settled();
    expect(await thread(made.id)).toMatchObject({ merged_into: null, reply_count: 3 });
    await desk.answer(made.id);
    expect(await codeOf(undo(again.decisionId))).toBe("changed_since");
  });

  it("of a split leaves no address that leads on twice", async () => {
    const { threadId, good, also } = await desk.talk();
    const title = "A matter of its own";
    const split = async (id: number, posts: number[]) => {
      const made = await decideIt({ verb: "split", subject: { kind: "thread", id }, posts, title });
      const row = await db
        .selectFrom("thread")
        .select("id")
        .where("split_from", "=", id)
        .executeTakeFirstOrThrow();
      return { ...made, threadId: row.id };
    };
    const first = await split(threadId, [good, also]);
    const second = await split(first.threadId, [also]);
    await undo(second.decisionId);
    expect((await thread(second.threadId)).merged_into).toBe(first.threadId);
    const undone = await undo(first.decisionId);
    expect((await thread(second.threadId)).merged_into).toBe(threadId);
    await settled();
    await undo(undone.decisionId);
    expect((await thread(second.threadId)).merged_into).toBe(first.threadId);
    await settled();
  });

  it("takes an accepted answer that goes away from the question, and gives it back", async () => {
    const { threadId, good } = await desk.talk();
    const input = { verb: "split", title: "Another question altogether" } as const;
    await thereAndBack({ ...input, subject: { kind: "post", id: good } }, async () => {
      expect(await thread(threadId)).toMatchObject({ accepted_post_id: null, line_text: "" });
      expect(await post(good)).toMatchObject({ kind: "opening" });
    });
  });

  it("asks for a title, posts of the thread, and a first one that is visible", async () => {
    const { threadId, postId, good } = await desk.talk();
    const elsewhere = await desk.talk();
    const subject = { kind: "thread", id: threadId } as const;
    const split = (posts: number[], title = "A title that will do") =>
      codeOf(decideIt({ verb: "split", subject, posts, title }));
    expect(await split([])).toBe("invalid");
    expect(await split([postId])).toBe("invalid");
    expect(await split([good, elsewhere.good])).toBe("invalid");
    expect(await split([good], "")).toBe("invalid");
    await decideIt({ verb: "hide", subject: { kind: "post", id: good } });
    expect(await split([good])).toBe("invalid");
    await settled();
  });
});

describe("another kind", { timeout: 120_000 }, () => {
  it("keeps answers and votes, and brings the accepted answer and its points back", async () => {
    const { threadId, good } = await desk.talk();
    const points = await desk.pointsOf(desk.helper);
    await settled();
    await thereAndBack(
      { verb: "convert", subject: { kind: "thread", id: threadId }, threadKind: "discussion" },
      async () => {
        const now = await thread(threadId);
        expect(now).toMatchObject({ kind: "discussion", accepted_post_id: null, answer_count: 2 });
        expect((await post(good)).helpful_count).toBe(2);
      },
    );
    expect(await desk.pointsOf(desk.helper)).toBeGreaterThan(points);
  });

  it("gives an idea a status, and takes it with its note", async () => {
    const { threadId } = await desk.ask({ kind: "idea" });
    await setIdeaStatus(desk.as(desk.staff), { threadId, status: "planned", note: "In spring." });
    const subject = { kind: "thread", id: threadId } as const;
    await thereAndBack({ verb: "convert", subject, threadKind: "question" }, async () => {
      expect(await thread(threadId)).toMatchObject({ idea_status: null, idea_note: "" });
    });
    const { threadId: asked } = await desk.ask();
    const of = { kind: "thread", id: asked } as const;
    const { decisionId } = await decideIt({ verb: "convert", subject: of, threadKind: "idea" });
    expect((await thread(asked)).idea_status).toBe("new");
    await setIdeaStatus(desk.as(desk.staff), { threadId: asked, status: "shipped", note: "" });
    expect(await codeOf(undo(decisionId))).toBe("changed_since");
    await decideIt({ verb: "convert", subject: of, threadKind: "discussion" });
    await decideIt({ verb: "convert", subject: of, threadKind: "idea" });
    expect((await thread(asked)).idea_status).toBe("shipped");
    await settled();
  });

  it("is no decision when it has it, nor of a duplicate; announcements are for staff", async () => {
    const { threadId } = await desk.ask();
    const subject = { kind: "thread", id: threadId } as const;
    const convert = (
      threadKind: "question" | "idea" | "announcement",
      by: TestMember = desk.staff,
    ) => codeOf(decideIt({ verb: "convert", subject, threadKind }, by));
    expect(await convert("question")).toBe("not_possible");
    expect(await convert("announcement", desk.local)).toBe("forbidden");
    expect(await convert("announcement")).toBe("done");
    expect(await convert("question", desk.local)).toBe("forbidden");
    expect(await convert("question")).toBe("done");
    const other = await desk.ask();
    await decideIt({ verb: "mark_duplicate", subject, target: String(other.threadId) });
    expect(await convert("idea")).toBe("decided_meanwhile");
    await settled();
  });
});
