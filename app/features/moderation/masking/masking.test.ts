import { beforeAll, describe, expect, it } from "vitest";
import { checkSettings } from "#app/features/automod/checks/settings.ts";
import { maskBeforeStoring } from "#app/features/automod/personal-data/mask-written.ts";
import { maskWordsOf } from "#app/features/automod/personal-data/mask-personal-data.ts";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { saveSettings } from "#app/features/automod/rules/save-settings.server.ts";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import { getPostHistory } from "#app/features/threads/get-post-history.server.ts";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember } from "#db/testing/make.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import { decide } from "../decide.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { getOriginalPage } from "./get-original-page.server.ts";
import { listLooks } from "./list-looks.server.ts";
import { lookAtOriginal } from "./look-at-original.server.ts";
import { maskPost } from "./mask-post.server.ts";
import { sweepOriginals } from "./sweep-originals.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;
const DATA = /212|555-0142|ann@example|0171/;

beforeAll(async () => {
  desk = await openDesk(db);
});

const postOf = (id: number) =>
  db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const threadOf = (id: number) =>
  db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const revisionsOf = (id: number) =>
  db.selectFrom("revision").selectAll().where("post_id", "=", id).orderBy("number").execute();
const staff = () => desk.as(desk.staff);

/** An answer that was edited once, with personal data in both versions. */
async function answered() {
  const { threadId } = await desk.ask();
  const { postId } = await desk.answer(threadId);
  const first = "Call me on **(212)** 555-0142, any time.";
  await editPost(desk.as(desk.helper), { postId, body: first, baseRevision: 1 });
  const second = "Call me on (212) 555-0142 or ann@example.com.";
  await editPost(desk.as(desk.helper), { postId, body: second, baseRevision: 2 });
  return { threadId, postId };
}

describe("masking a post", () => {
  it("takes the data out of the text, of every earlier version and of what the author may read", async () => {
    const { postId } = await answered();
    await maskPost(staff(), { postId });
    const post = await postOf(postId);
    expect(post.text).toBe("Call me on [phone number hidden] or [e-mail address hidden].");
    expect(post.html + JSON.stringify(post.document)).not.toMatch(DATA);
    const rows = await revisionsOf(postId);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(DATA);
    for (const reader of [desk.helper, desk.staff, desk.other]) {
      const history = await getPostHistory(desk.as(reader), { postId });
      expect(history.edits).toHaveLength(3);
      expect(JSON.stringify(history)).not.toMatch(DATA);
    }
    const made = await db.selectFrom("decision").selectAll().orderBy("id", "desc").execute();
    expect(made[0]).toMatchObject({ verb: "mask", post_id: postId });
    expect(JSON.stringify(made)).not.toMatch(DATA);
  });

  it("masks the title with its address", async () => {
    const { threadId, postId } = await desk.ask({
      title: "Please call 0171 3920034 about my bill",
      body: "It is about the bill of May.",
    });
    const before = await threadOf(threadId);
    const { decisionId } = await decide(staff(), {
      verb: "mask",
      subject: { kind: "thread", id: threadId },
    });
    const masked = await threadOf(threadId);
    expect(masked.title).toBe("Please call [phone number hidden] about my bill");
    expect(masked.slug).not.toMatch(/0171|3920034/);
    expect(JSON.stringify(await revisionsOf(postId))).not.toMatch(DATA);
    const made = await db.selectFrom("decision").selectAll().execute();
    expect(JSON.stringify(made)).not.toMatch(DATA);
    await reverseDecision(staff(), { decisionId });
    expect(await threadOf(threadId)).toMatchObject({ title: before.title, slug: before.slug });
  });

  it("masks chosen kinds alone, and says when there is nothing", async () => {
    const { postId } = await answered();
    await maskPost(staff(), { postId, kinds: ["email"] });
    expect((await postOf(postId)).text).toBe(
      "Call me on (212) 555-0142 or [e-mail address hidden].",
    );
    await expect(maskPost(staff(), { postId, kinds: ["card"] })).rejects.toMatchObject({
      fields: { kinds: { key: "masking.nothingFound" } },
    });
  });

  it("masks what only earlier versions hold", async () => {
    const { postId } = await answered();
    const clean = "Write to me here.";
    await editPost(desk.as(desk.helper), { postId, body: clean, baseRevision: 3 });
    const { decisionId } = await maskPost(staff(), { postId });
    expect(await postOf(postId)).toMatchObject({ text: clean, revision: 4 });
    expect(JSON.stringify(await revisionsOf(postId))).not.toMatch(DATA);
    await reverseDecision(staff(), { decisionId });
    expect(JSON.stringify(await revisionsOf(postId))).toMatch(DATA);
  });

  it("closes what waits for it, and leaves what is held to be decided", async () => {
    const { postId } = await answered();
    await inTransaction(db, async (tx) => {
      const post = await loadPost(tx, staff(), postId, { lock: true });
      await withdrawPost(tx, staff(), post, { to: "held", reason: "" });
    });
    for (const queue of ["personal_data", "held"] as const) {
      await db
        .insertInto("moderation_case")
        .values({
          community_id: desk.community.id,
          queue,
          post_id: postId,
          thread_id: null,
          member_id: null,
          space_id: null,
        })
        .execute();
    }
    await maskPost(staff(), { postId });
    const open = await db
      .selectFrom("moderation_case")
      .select("queue")
      .where("post_id", "=", postId)
      .where("closed_at", "is", null)
      .execute();
    expect(open).toEqual([{ queue: "held" }]);
    expect((await postOf(postId)).state).toBe("held");
  });
});

describe("undoing", () => {
  it("brings everything back, and undoing that masks it again", async () => {
    const since = new Date();
    const { postId } = await answered();
    const before = await postOf(postId);
    const rows = await revisionsOf(postId);
    const { decisionId } = await maskPost(staff(), { postId });
    const masked = await postOf(postId);
    const undone = await reverseDecision(staff(), { decisionId });
    const shown = await postOf(postId);
    expect([shown.text, shown.html]).toEqual([before.text, before.html]);
    expect((await revisionsOf(postId)).slice(0, 2)).toEqual(rows);
    await reverseDecision(staff(), { decisionId: undone.decisionId });
    expect((await postOf(postId)).html).toBe(masked.html);
    expect(JSON.stringify(await revisionsOf(postId))).not.toMatch(DATA);
    await settleCommunity({ db, community: desk.community });
    await runFollowers(desk.as(desk.admin), since);
    expect(await examine(db, desk.community.id)).toEqual([]);
  });

  it("says so once the original is deleted", async () => {
    const { postId } = await answered();
    const { decisionId } = await maskPost(staff(), { postId });
    const day = 86_400_000;
    expect(await sweepOriginals(db, new Date(Date.now() + 29 * day))).toBe(0);
    expect(await sweepOriginals(db, new Date(Date.now() + 31 * day))).toBeGreaterThan(0);
    await expect(reverseDecision(staff(), { decisionId })).rejects.toMatchObject({
      code: "original_gone",
    });
    await expect(lookAtOriginal(staff(), { postId })).rejects.toMatchObject({
      code: "original_gone",
    });
    const page = await getOriginalPage(staff(), postId);
    expect(page).toMatchObject({ kept: false, originals: [{ until: null, restored: false }] });
  });

  it("goes with the account of whoever wrote it", async () => {
    const { threadId } = await desk.ask();
    const author = await makeMember(db, desk.community);
    const { postId } = await desk.answer(threadId, author);
    const body = "My number: (212) 555-0142";
    await editPost(desk.as(author), { postId, body, baseRevision: 1 });
    await maskPost(staff(), { postId });
    await db
      .updateTable("member")
      .set({ erase_at: new Date(Date.now() - 1_000) })
      .where("id", "=", author.id)
      .execute();
    await eraseMember(desk.as(GUEST), author.id);
    const kept = await db
      .selectFrom("masked_original")
      .select("texts")
      .where("post_id", "=", postId)
      .execute();
    expect(kept).toEqual([{ texts: null }]);
  });
});

describe("looking at the original", () => {
  it("shows it to staff of the place, and writes every look down for admins", async () => {
    const { postId } = await answered();
    await maskPost(staff(), { postId });
    const page = await getOriginalPage(staff(), postId);
    expect(JSON.stringify(page)).not.toMatch(DATA);
    expect(page.looks).toBeNull();
    const count = async () => (await listLooks(desk.as(desk.admin), { postId })).length;
    expect(await count()).toBe(0);
    const seen = await lookAtOriginal(staff(), { postId });
    expect(seen.map(({ texts }) => texts.map(({ number }) => number))).toEqual([[2, 3]]);
    expect(JSON.stringify(seen)).toMatch(DATA);
    await lookAtOriginal(desk.as(desk.admin), { postId });
    const looks = await listLooks(desk.as(desk.admin));
    expect(looks.slice(0, 2).map(({ who, postId: of }) => [who?.name, of])).toEqual([
      ["Ada Admin", postId],
      ["Mo Moderator", postId],
    ]);
    await expect(listLooks(staff())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is for nobody else, and for nobody about their own or their equals", async () => {
    const { postId } = await answered();
    await maskPost(staff(), { postId });
    for (const actor of [desk.helper, desk.superUser, desk.local]) {
      await expect(lookAtOriginal(desk.as(actor), { postId })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(lookAtOriginal(desk.as(GUEST), { postId })).rejects.toMatchObject({
      code: "sign_in_needed",
    });
    const { threadId } = await desk.ask();
    const own = await desk.answer(threadId, desk.second);
    const body = "Our number: (212) 555-0142";
    await editPost(desk.as(desk.second), { postId: own.postId, body, baseRevision: 1 });
    await maskPost(desk.as(desk.admin), { postId: own.postId });
    for (const actor of [desk.second, desk.staff]) {
      await expect(lookAtOriginal(desk.as(actor), own)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect(await lookAtOriginal(desk.as(desk.admin), own)).toHaveLength(1);
    expect(
      await db
        .selectFrom("masked_look")
        .select("id")
        .where("member_id", "=", desk.second.id)
        .execute(),
    ).toEqual([]);
  });

  it("says where the same data stands elsewhere in the thread", async () => {
    const { threadId, postId } = await answered();
    const quoting = await postReply(desk.as(desk.other), {
      parentId: postId,
      body: "> Call me on +1 212-555-0142\n\nDone.",
    });
    const other = await desk.answer(threadId, desk.other);
    await maskPost(staff(), { postId });
    const { elsewhere } = await getOriginalPage(staff(), postId);
    expect(elsewhere).toEqual([quoting.postId]);
    expect(elsewhere).not.toContain(other.postId);
  });
});

describe("by rule", () => {
  const words = maskWordsOf((key) => `[${key}]`);
  const written = () => {
    const { document, text } = renderMarkdown("My number is **(212)** 555-0142.");
    return { title: "Nothing in here", document, text };
  };

  it("masks before anything is stored where the settings say so", () => {
    const off = checkSettings.parse({ personalData: { mode: "hold" } });
    expect(maskBeforeStoring(written(), off, words)).toBeNull();
    const on = checkSettings.parse({ personalData: { mode: "off", masks: true } });
    const masked = maskBeforeStoring(written(), on, words);
    expect(masked).toMatchObject({ title: "Nothing in here", found: ["phone"] });
    expect(JSON.stringify(masked)).not.toMatch(DATA);
    const mails = checkSettings.parse({ personalData: { masks: true, kinds: ["email"] } });
    expect(maskBeforeStoring(written(), mails, words)).toBeNull();
  });

  it("masks what is posted and edited, and keeps what was written for staff", async () => {
    const admin = desk.as(desk.admin);
    const { settings, version } = await loadSettings(admin);
    const personalData = { ...settings.personalData, masks: true, keepDays: 3 };
    await saveSettings(admin, { settings: { ...settings, personalData }, version });
    const by = desk.as(desk.helper);
    const asked = await startThread(desk.as(desk.asker), {
      kind: "question",
      title: "Please call (212) 555-0142 for me",
      body: "Or write to ann@example.com, whatever is easier.",
      spaceSlug: "general",
      tags: ["wifi"],
    });
    const sent = { threadId: asked.threadId, body: "My number is (212) 555-0142, call me." };
    const { postId } = await postAnswer(by, sent);
    expect(await postAnswer(by, sent)).toMatchObject({ postId });
    const replied = await postReply(by, { parentId: postId, body: "Or (212) 555-0143." });
    const body = "Now it is (212) 555-0144.";
    await editPost(by, { postId, body, baseRevision: 1 });
    const ids = [asked.postId, postId, replied.postId];
    const posts = await db.selectFrom("post").selectAll().where("id", "in", ids).execute();
    expect(posts.map(({ text }) => text).toSorted()).toEqual([
      "Now it is [phone number hidden].",
      "Or [phone number hidden].",
      "Or write to [e-mail address hidden], whatever is easier.",
    ]);
    const thread = await threadOf(asked.threadId);
    expect(thread.title).toBe("Please call [phone number hidden] for me");
    const rows = await Promise.all(ids.map(revisionsOf));
    expect(JSON.stringify([posts, thread, rows])).not.toMatch(DATA);
    const days = 3 * 86_400_000;
    for (const [id, numbers] of [
      [asked.postId, [1]],
      [postId, [2, 1]],
      [replied.postId, [1]],
    ] as const) {
      const seen = await lookAtOriginal(staff(), { postId: id });
      expect(seen.flatMap(({ texts }) => texts.map(({ number }) => number))).toEqual(numbers);
      expect(JSON.stringify(seen)).toMatch(DATA);
      const { originals } = await getOriginalPage(staff(), id);
      expect(originals[0]).toMatchObject({ byRule: true, masker: null });
    }
    await sweepOriginals(db, new Date(Date.now() + days + 1_000));
    expect(await getOriginalPage(staff(), postId)).toMatchObject({ kept: false });
  });
});
