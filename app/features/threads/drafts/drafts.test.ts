import { beforeEach, describe, expect, it } from "vitest";
import { SignInNeededError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { editPost } from "../edit-post.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { postReply } from "../post-reply.server.ts";
import { startThread } from "../start-thread.server.ts";
import { claimQuestion } from "./claim-question.server.ts";
import { draftAddress } from "./draft-address.server.ts";
import { draftForm } from "./draft-form.ts";
import { draftKeyOf, type DraftKey } from "./draft-key.ts";
import { getDrafts } from "./get-drafts.server.ts";
import { keepQuestion } from "./keep-question.server.ts";
import { listDrafts } from "./list-drafts.server.ts";
import { discardDraft } from "./remove-draft.server.ts";
import { MAX_DRAFTS, saveDraft } from "./save-draft.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
let writer: TestMember;
let serial = 0;

const as = (actor: TestMember) => makeCtx(db, community, actor);
const typed = (given: Record<string, unknown>) => draftForm.parse(given);
const save = (given: Record<string, unknown>, actor = writer) =>
  saveDraft(as(actor), typed({ draftKey: "ask", ...given }));
const bodyOf = async (key: DraftKey, actor = writer) =>
  (await getDrafts(as(actor), [key]))[key]?.body;

beforeEach(async () => {
  writer = await makeMember(db, community);
});

async function thread() {
  serial += 1;
  return startThread(as(writer), {
    kind: "question",
    title: `A question with drafts ${serial}`,
    body: `Body ${serial}`,
    spaceSlug: "general",
  });
}

describe("saving a draft", () => {
  it("keeps all that was typed and gives it back", async () => {
    const document = JSON.stringify({ type: "doc", content: [] });
    await save({
      title: "T",
      body: "B",
      document,
      spaceSlug: "general",
      tags: "a, b",
      kind: "idea",
    });
    const draft = (await getDrafts(as(writer), ["ask"])).ask;
    expect(draft).toMatchObject({ title: "T", body: "B", spaceSlug: "general", tags: "a, b" });
    expect(JSON.parse(draft!.document)).toEqual({ type: "doc", content: [] });
    expect(draft!.kind).toBe("idea");
  });

  it("takes the highest counter, in whatever order saves come", async () => {
    expect(await save({ body: "second", draftSequence: 20 })).toEqual({ saved: true, stored: 20 });
    expect(await save({ body: "first, late", draftSequence: 10 })).toEqual({
      saved: false,
      stored: 20,
    });
    expect(await bodyOf("ask")).toBe("second");
    const many = Array.from({ length: 12 }, (_, at) =>
      save({ body: `text ${at}`, draftSequence: 100 + at }),
    );
    await Promise.all(many);
    expect(await bodyOf("ask")).toBe("text 11");
  });

  it("takes a save without a counter as the newest", async () => {
    const far = Date.now() + 1_000_000;
    await save({ body: "from a clock ahead", draftSequence: far });
    expect(await save({ body: "by the button" })).toEqual({ saved: true, stored: far + 1 });
    expect(await bodyOf("ask")).toBe("by the button");
  });

  it("holds to its limits without refusing", async () => {
    await save({ body: "x".repeat(80_000), document: "{no json", title: "y".repeat(900) });
    const draft = (await getDrafts(as(writer), ["ask"])).ask!;
    expect([draft.body.length, draft.title.length, draft.document]).toEqual([50_000, 300, ""]);
  });

  it("drops a document that can't be stored and keeps the text", async () => {
    for (const text of ["\u0000", "\ud800", "\udfff x"]) {
      await save({ body: "kept", document: JSON.stringify({ type: "doc", text }) });
      expect((await getDrafts(as(writer), ["ask"])).ask).toMatchObject({
        body: "kept",
        document: "",
      });
    }
  });

  it("keeps at most 200 a member, the newest", async () => {
    await db
      .insertInto("draft")
      .values(
        Array.from({ length: MAX_DRAFTS }, (_, at) => ({
          community_id: community.id,
          member_id: writer.id,
          key: `answer:${at + 1}`,
          sequence: 1,
          updated_at: new Date(Date.now() - (at + 1) * 1_000),
        })),
      )
      .execute();
    await Promise.all([save({ body: "one" }), save({ draftKey: "reply:7", body: "two" })]);
    const keys = (await listDrafts(as(writer))).map((draft) => draft.key);
    expect(keys).toHaveLength(MAX_DRAFTS);
    expect(keys).toContain("ask");
    expect(keys).not.toContain("answer:200");
    expect(keys).not.toContain("answer:199");
  });

  it("is for members, each for their own", async () => {
    await save({ body: "mine" });
    const stranger = await makeMember(db, community);
    expect(await bodyOf("ask", stranger)).toBeUndefined();
    await discardDraft(as(stranger), "ask");
    expect(await bodyOf("ask")).toBe("mine");
    await expect(saveDraft(makeCtx(db, community), typed({ draftKey: "ask" }))).rejects.toThrow(
      SignInNeededError,
    );
    expect(await getDrafts({ ...as(writer), community: other }, ["ask"])).toEqual({});
  });

  it("refuses keys of another shape", () => {
    for (const key of ["", "ask:", "ask:A", "answer:0", "answer:1 ", "edit:x", "reply", null, 3]) {
      expect(draftKeyOf(key)).toBeNull();
    }
    for (const key of ["ask", "ask:1a2b", "answer:1", "reply:22", "edit:3"]) {
      expect(draftKeyOf(key)).toBe(key);
    }
  });
});

describe("a draft that became a post", () => {
  it("is gone with the question, the answer, the reply and the edit", async () => {
    await save({ body: "q" });
    await save({ draftKey: "ask:zz", body: "another question" });
    const { threadId, postId } = await startThread(as(writer), {
      kind: "question",
      title: "The question of this draft",
      body: "q",
      spaceSlug: "general",
      draftKey: "ask",
    });
    for (const key of [`answer:${threadId}`, `reply:${postId}`, `edit:${postId}`]) {
      await save({ draftKey: key, body: "x" });
    }
    const answer = await postAnswer(as(writer), { threadId, body: "an answer" });
    await postReply(as(writer), { parentId: postId, body: "a reply" });
    await editPost(as(writer), { postId, body: "q, better", baseRevision: 1 });
    expect((await listDrafts(as(writer))).map(({ key }) => key)).toEqual(["ask:zz"]);
    expect(answer.threadId).toBe(threadId);
  });

  it("stays when the post is refused", async () => {
    const { threadId } = await thread();
    await save({ draftKey: `answer:${threadId}`, body: "kept" });
    await expect(postAnswer(as(writer), { threadId, body: "   " })).rejects.toThrow();
    expect(await bodyOf(`answer:${threadId}`)).toBe("kept");
  });

  it("is not brought back by a save that comes late", async () => {
    const { threadId } = await thread();
    const idempotencyKey = crypto.randomUUID();
    const form = { draftKey: `answer:${threadId}`, body: "late", idempotencyKey };
    await save({ ...form, draftSequence: 1 });
    const [, ...late] = await Promise.all([
      postAnswer(as(writer), { threadId, body: "late", idempotencyKey }),
      ...[2, 3, 4, 5, 6].map((draftSequence) => save({ ...form, draftSequence })),
    ]);
    expect(late).toHaveLength(5);
    expect((await save({ ...form, draftSequence: 9 })).saved).toBe(false);
    expect(await bodyOf(`answer:${threadId}`)).toBeUndefined();
  });

  it("is not brought back by a late save of an edit", async () => {
    const { postId } = await thread();
    await editPost(as(writer), { postId, body: "changed", baseRevision: 1 });
    const form = { draftKey: `edit:${postId}`, body: "late" };
    expect((await save({ ...form, draftSequence: 5, baseRevision: 1 })).saved).toBe(false);
    expect((await save({ ...form, draftSequence: 6, baseRevision: 2 })).saved).toBe(true);
  });
});

describe("the list of drafts", () => {
  it("says where each goes on, and nothing of a thread that can't be seen", async () => {
    const { threadId, postId } = await thread();
    await save({ title: "Half a question", body: "so far" });
    await save({ draftKey: `answer:${threadId}`, body: "an answer" });
    await save({ draftKey: `reply:${postId}`, body: "a reply" });
    const byKey = Object.fromEntries(
      (await listDrafts(as(writer))).map((item) => [item.key, item]),
    );
    expect(byKey.ask).toMatchObject({ title: "Half a question", excerpt: "so far", href: "/ask" });
    expect(byKey[`answer:${threadId}`]!.href).toMatch(/#answer$/);
    expect(byKey[`reply:${postId}`]!.href).toContain(`?reply=${postId}#post-${postId}`);
    expect(await draftAddress(as(writer), `answer:${threadId}`)).toMatch(/\?saved#answer$/);

    const space = { space_id: community.spaces.lounge };
    await db.updateTable("thread").set(space).where("id", "=", threadId).execute();
    const hidden = (await listDrafts(as(writer))).find(({ key }) => key === `answer:${threadId}`)!;
    expect([hidden.title, hidden.href]).toEqual(["", null]);
  });
});

describe("a guest's question", () => {
  const question = { title: "From a guest", body: "It broke", document: "", tags: "", kind: "" };
  const guest = makeCtx(db, community);

  it("becomes a draft once, beside the one that is there", async () => {
    const token = await keepQuestion(guest, { ...question, spaceSlug: "general" });
    const second = await keepQuestion(guest, { ...question, title: "Again", spaceSlug: "" });
    expect(await claimQuestion(as(writer), token)).toBe("ask");
    expect(await claimQuestion(as(writer), token)).toBeNull();
    expect(await claimQuestion(as(writer), second)).toMatch(/^ask:[0-9a-f]{8}$/);
    expect((await listDrafts(as(writer))).map(({ title }) => title).sort()).toEqual([
      "Again",
      "From a guest",
    ]);
  });

  it("is lost to another community, to time, and to a wrong secret", async () => {
    const token = await keepQuestion(guest, { ...question, spaceSlug: "" });
    const elsewhere = await makeMember(db, other);
    expect(await claimQuestion(makeCtx(db, other, elsewhere), token)).toBeNull();
    expect(await claimQuestion(as(writer), "x".repeat(43))).toBeNull();
    const later = { ...as(writer), now: new Date(Date.now() + 25 * 3_600_000) };
    expect(await claimQuestion(later, token)).toBeNull();
    const empty = { ...question, title: " ", body: "", spaceSlug: "" };
    await expect(keepQuestion(guest, empty)).rejects.toThrow();
  });
});
