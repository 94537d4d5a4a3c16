import { describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { deletePost } from "./delete-post.server.ts";
import { deleteThread } from "./delete-thread.server.ts";
import { editPost } from "./edit-post.server.ts";
import { getEditForm } from "./get-edit-form.server.ts";
import { getPostHistory } from "./get-post-history.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { postReply } from "./post-reply.server.ts";
import { restorePost } from "./restore-post.server.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { unmarkOfficial } from "./unmark-official.server.ts";
import { openScene } from "./testing/open-scene.server.ts";

const { db } = await cloneDatabase();
const { asker, helper, other, staff, superUser, as, ask, answer, threadRow, postRow, facts } =
  await openScene(db);

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
