import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ContentState } from "#db/schema-threads.ts";
import { excerpt } from "./excerpt.ts";
import { mailAnswerAccepted } from "./mail-answer-accepted.server.ts";
import { mailNewAnswer } from "./mail-new-answer.server.ts";

const { db } = await cloneDatabase();
let ctx: Ctx;
let spaces: { general: number; lounge: number };
let ann: TestMember;
let ben: TestMember;

beforeEach(async () => {
  const community = await makeCommunity(db);
  spaces = community.spaces;
  ctx = makeCtx(db, community);
  ann = await makeMember(db, community, { name: "Ann" });
  ben = await makeMember(db, community, { name: "Ben\r\nBcc: all@example.com" });
});

type Facts = { asker?: TestMember; author?: TestMember; spaceId?: number };

/** A question with one answer. */
async function makeAnswer({ asker = ann, author = ben, spaceId = spaces.general }: Facts = {}) {
  const communityId = ctx.community.id;
  const { id: threadId } = await db
    .insertInto("thread")
    .values({
      community_id: communityId,
      kind: "question",
      space_id: spaceId,
      author_id: asker.id,
      title: "Wi-Fi <drops> at \u202E8 pm",
      slug: "wi-fi-drops",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const postId = threadId + 1_000;
  await db
    .insertInto("post")
    .values({
      community_id: communityId,
      id: postId,
      root_id: postId,
      thread_id: threadId,
      kind: "answer",
      author_id: author.id,
      document: "{}",
      html: "",
      text: "Turn it <off> and on.",
    })
    .execute();
  return { threadId, postId };
}

function fact<T extends "answer.published" | "answer.accepted">(
  type: T,
  payload: { threadId: number; postId: number },
  actorId: number | null = null,
) {
  const id = crypto.randomUUID();
  const communityId = ctx.community.id;
  return { id, communityId, type, payload, actorId, createdAt: new Date() } as AppEvent<T>;
}

const mails = () =>
  db.selectFrom("mail").selectAll().where("community_id", "=", ctx.community.id).execute();

async function setPostState(postId: number, state: ContentState) {
  await db
    .updateTable("post")
    .set({ state })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", postId)
    .execute();
}

describe("mailNewAnswer", () => {
  it("tells the asker once, with everything escaped", async () => {
    const ids = await makeAnswer();
    const event = fact("answer.published", ids);
    await mailNewAnswer(ctx, event);
    await mailNewAnswer(ctx, event);
    await mailNewAnswer(ctx, fact("answer.published", ids));
    const [mail, ...rest] = await mails();
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      member_id: ann.id,
      subject: "Ben Bcc: all@example.com answered: Wi-Fi <drops> at 8 pm",
    });
    expect(mail?.html).toContain("Turn it &#60;off&#62; and on.");
    expect(mail?.html).not.toContain("<off>");
    const address = `/t/${ids.threadId}/wi-fi-drops?post=${ids.postId}#post-${ids.postId}`;
    expect(mail?.text).toContain(ctx.community.baseUrl + address);
    expect(mail?.text).toContain("> Turn it <off> and on.");
  });

  it("says nothing of one's own answer", async () => {
    await mailNewAnswer(ctx, fact("answer.published", await makeAnswer({ author: ann })));
    expect(await mails()).toEqual([]);
  });

  it.each(["held", "hidden", "deleted"] as const)("says nothing of a %s answer", async (state) => {
    const ids = await makeAnswer();
    await setPostState(ids.postId, state);
    await mailNewAnswer(ctx, fact("answer.published", ids));
    expect(await mails()).toEqual([]);
  });

  it("says nothing in a hidden thread, or where the asker may not read any more", async () => {
    const hidden = await makeAnswer();
    await db
      .updateTable("thread")
      .set({ state: "hidden" })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", hidden.threadId)
      .execute();
    await mailNewAnswer(ctx, fact("answer.published", hidden));
    const lounge = await makeAnswer({ spaceId: spaces.lounge });
    await mailNewAnswer(ctx, fact("answer.published", lounge));
    expect(await mails()).toEqual([]);
  });

  it("writes to verified addresses only", async () => {
    const asker = await makeMember(db, ctx.community, { verified: false });
    await mailNewAnswer(ctx, fact("answer.published", await makeAnswer({ asker })));
    expect(await mails()).toEqual([]);
  });

  it("does not reach into another community", async () => {
    const ids = await makeAnswer();
    const foreign = makeCtx(db, await makeCommunity(db));
    await mailNewAnswer(foreign, fact("answer.published", ids));
    expect(
      await db
        .selectFrom("mail")
        .select("id")
        .where("community_id", "=", foreign.community.id)
        .execute(),
    ).toEqual([]);
  });
});

describe("mailAnswerAccepted", () => {
  async function accept(ids: { threadId: number; postId: number }) {
    await db
      .updateTable("thread")
      .set({ accepted_post_id: ids.postId })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", ids.threadId)
      .execute();
  }

  it("tells the answer's author once, however often it is accepted", async () => {
    const ids = await makeAnswer();
    await accept(ids);
    await mailAnswerAccepted(ctx, fact("answer.accepted", ids, ann.id));
    await mailAnswerAccepted(ctx, fact("answer.accepted", ids, ann.id));
    const [mail, ...rest] = await mails();
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({
      member_id: ben.id,
      subject: "Your answer was accepted: Wi-Fi <drops> at 8 pm",
    });
  });

  it("says nothing once it was taken back, nor to who accepted their own", async () => {
    const taken = await makeAnswer();
    await mailAnswerAccepted(ctx, fact("answer.accepted", taken, ann.id));
    const own = await makeAnswer();
    await accept(own);
    await mailAnswerAccepted(ctx, fact("answer.accepted", own, ben.id));
    expect(await mails()).toEqual([]);
  });
});

describe("excerpt", () => {
  it("keeps short texts, cuts long ones between what readers see as characters", () => {
    expect(excerpt("a  b\n\n\nc", 10)).toBe("a b\nc");
    expect(excerpt("👨‍👩‍👧".repeat(4), 2)).toBe("👨‍👩‍👧👨‍👩‍👧…");
    expect(excerpt("x".repeat(1_000_000), 3)).toBe("xxx…");
  });
});
