import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { NotFoundError } from "#app/lib/errors.ts";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { draftForm, keptQuestionForm } from "../drafts/draft-form.ts";
import { getDrafts } from "../drafts/get-drafts.server.ts";
import { saveDraft } from "../drafts/save-draft.server.ts";
import { startThread } from "../start-thread.server.ts";
import { closeQuestion, type CloseQuestion } from "./close-question.server.ts";
import { canReopen, reopenQuestion } from "./reopen-question.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const helper = await makeMember(db, community, { role: "super_user" });
const as = (actor: Actor) => makeCtx(db, community, actor);
const TITLE = "My lamp blinks all evening";
let serial = 0;
let asker: TestMember;
let once: string;
let solving: number;

async function thread(spaceSlug = "general"): Promise<number> {
  serial += 1;
  const title = `The lamp blinks, number ${serial}`;
  const input = { kind: "question", title, body: title, spaceSlug } as const;
  return (await startThread(as(helper), input)).threadId;
}

const save = (given: Record<string, unknown> = {}, actor = asker) =>
  saveDraft(
    as(actor),
    draftForm.parse({ draftKey: "ask", title: TITLE, body: "Why?", tags: "lamp", ...given }),
  );
const draftOf = async (key: "ask" = "ask") => (await getDrafts(as(asker), [key]))[key];
const close = (given: Partial<CloseQuestion> = {}, actor: Actor = asker) =>
  closeQuestion(as(actor), {
    threadId: solving,
    once,
    draftKey: "ask",
    written: keptQuestionForm.parse({ title: TITLE }),
    ...given,
  });

async function counted(threadId = solving): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from search_log
    where community_id = ${community.id} and solved and ${threadId}::bigint = any (clicked)
  `.execute(db);
  return rows[0]!.n;
}

beforeEach(async () => {
  asker = await makeMember(db, community);
  once = crypto.randomUUID();
  solving = await thread();
});

describe("this solved it", () => {
  it("closes the draft and counts it once, however often it is said", async () => {
    await save();
    await Promise.all([close(), close(), close()]);
    await close();
    expect(await draftOf()).toBeUndefined();
    expect(await counted()).toBe(1);
    const [row] = await db
      .selectFrom("search_log")
      .selectAll()
      .where("community_id", "=", community.id)
      .where("clicked", "@>", sql<number[]>`array[${solving}::bigint]`)
      .execute();
    expect(row).toMatchObject({ source: "ask", solved: true });
    expect(JSON.stringify(row)).not.toContain(asker.handle);
  });

  it("brings the question back for a day, with all that was written", async () => {
    const document = JSON.stringify({ type: "doc", content: [] });
    await save({ document, tried: "Another socket", kind: "question", spaceSlug: "general" });
    await close();
    expect(await canReopen(as(asker), once)).toBe(true);
    expect(await reopenQuestion(as(asker), once)).toBe("ask");
    expect(await draftOf()).toMatchObject({
      title: TITLE,
      body: "Why?",
      tags: "lamp",
      tried: "Another socket",
      spaceSlug: "general",
    });
    expect(JSON.parse((await draftOf())!.document)).toEqual(JSON.parse(document));
    // Once; and what is solved after all is the same question.
    expect(await reopenQuestion(as(asker), once)).toBeNull();
    await close();
    expect(await draftOf()).toBeUndefined();
    expect(await counted()).toBe(1);
    expect(await reopenQuestion(as(asker), once)).toBe("ask");
  });

  it("brings back what stood in a form that never was a draft", async () => {
    const written = keptQuestionForm.parse({ title: TITLE, body: "Typed, not saved" });
    await close({ written });
    expect(await reopenQuestion(as(asker), once)).toBe("ask");
    expect(await draftOf()).toMatchObject({ body: "Typed, not saved" });
  });

  it("leaves a question that was begun meanwhile alone", async () => {
    await save();
    await close();
    await save({ title: "Another one", body: "Newer" });
    const key = await reopenQuestion(as(asker), once);
    expect(key).toMatch(/^ask:[a-z0-9]{8}$/);
    expect((await draftOf())?.body).toBe("Newer");
    expect((await getDrafts(as(asker), [key!]))[key!]?.body).toBe("Why?");
  });

  it("is nobody else’s to bring back, and ends after a day", async () => {
    await save();
    await close();
    const other = await makeMember(db, community);
    expect(await canReopen(as(other), once)).toBe(false);
    expect(await reopenQuestion(as(other), once)).toBeNull();
    const late = { ...as(asker), now: new Date(Date.now() + 25 * 3_600_000) };
    expect(await canReopen(late, once)).toBe(false);
    expect(await reopenQuestion(late, once)).toBeNull();
  });

  it("keeps nothing that the closed form saves late", async () => {
    const formKey = crypto.randomUUID();
    await save();
    await close({ formKey });
    await save({ idempotencyKey: formKey, draftSequence: Date.now() + 5_000 });
    expect(await draftOf()).toBeUndefined();
  });

  it("is a guest’s as well, of whom nothing is kept", async () => {
    const written = keptQuestionForm.parse({ title: TITLE, body: "canary of a guest" });
    await close({ written }, GUEST);
    await close({ written }, GUEST);
    expect(await counted()).toBe(1);
    const rows = await db.selectFrom("kept_question").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("canary of a guest");
  });

  it("is not said of a thread one can’t see", async () => {
    const lounge = await thread("lounge");
    await save();
    await expect(close({ threadId: lounge })).rejects.toThrow(NotFoundError);
    await expect(close({ threadId: 999_999 })).rejects.toThrow(NotFoundError);
    expect(await draftOf()).toBeDefined();
    expect(await counted(lounge)).toBe(0);
  });
});
