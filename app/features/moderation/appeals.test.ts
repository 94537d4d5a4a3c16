import { beforeAll, describe, expect, it } from "vitest";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { getThreadPage } from "#app/features/threads/get-thread-page.server.ts";
import { searchThreads } from "#app/features/threads/searching/search-threads.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { APPEAL_DAYS, appealDecision, appealToken } from "./appeal-decision.server.ts";
import { decideAppeal } from "./decide-appeal.server.ts";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { noteMember } from "./keep-notes.server.ts";
import { decide } from "./decide.server.ts";
import { getCase } from "./get-case.server.ts";
import { listCases } from "./list-cases.server.ts";
import { reportContent } from "./report-content.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(db);
});

const facts = async (type: string) =>
  (await db.selectFrom("event").select("payload").where("type", "=", type).execute()).map(
    ({ payload }) => payload,
  );

/** Hides the accepted answer of a new talk. */
async function hiddenAnswer() {
  const talk = await desk.talk();
  await settleCommunity({ db, community: desk.community });
  const before = await desk.everything();
  const subject: Subject = { kind: "post", id: talk.good };
  const since = new Date();
  const { caseId } = await reportContent(desk.as(desk.other), { subject, kind: "rude" });
  const { decisionId } = await decide(desk.as(desk.staff), {
    verb: "hide",
    subject,
    caseId,
    reason: "It is rude",
    rule: "Be kind",
  });
  return { ...talk, subject, decisionId, before, since };
}

describe("decided, appealed, overturned", () => {
  it("gives everything back, with the author’s points", async () => {
    const points = async () => [
      await desk.pointsOf(desk.helper),
      await desk.pointsOf(desk.asker),
      await desk.pointsOf(desk.other),
    ];
    const { threadId, decisionId, before, since, good } = await hiddenAnswer();
    const had = await points();
    await runFollowers(desk.as(desk.admin), since);
    expect((await points())[0]).toBeLessThan(had[0]!);
    const page = await getThreadPage(desk.as(desk.asker), { threadId });
    expect(page.accepted ?? null).toBeNull();
    const { appealId, caseId } = await appealDecision(desk.as(desk.helper), {
      decisionId,
      text: "It isn’t rude at all.",
    });
    const { rows } = await listCases(desk.as(desk.second), { queue: "appeal" });
    expect(rows.map(({ id }) => id)).toContain(caseId);
    const shown = await getCase(desk.as(desk.second), caseId);
    expect(shown.appeals).toMatchObject([{ id: appealId, decision_id: decisionId }]);
    const overturn = { appealId, outcome: "overturned", answer: "You are right." } as const;
    await expect(decideAppeal(desk.as(desk.staff), overturn)).rejects.toThrow("appeal_by_same");
    await expect(decideAppeal(desk.as(desk.helper), overturn)).rejects.toThrow("forbidden");
    await decideAppeal(desk.as(desk.second), overturn);
    await expect(decideAppeal(desk.as(desk.admin), overturn)).rejects.toThrow("appeal_decided");
    await runFollowers(desk.as(desk.admin), since);
    expect(await points()).toEqual(had);
    const now = await desk.everything();
    for (const target of Object.keys(before)) expect(now[target]).toEqual(before[target]);
    expect(now[`post:${good}`]).toMatchObject({ state: "published" });
    const report = await db
      .selectFrom("report")
      .select(["outcome"])
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(report.outcome).toBe("declined");
    expect(await facts("appeal.decided")).toContainEqual({ appealId });
    expect(await examine(db, desk.community.id)).toEqual([]);
  });

  it("leaves it where it was when it is upheld, once", async () => {
    const { decisionId, subject, since } = await hiddenAnswer();
    const { appealId } = await appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    const again = appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    await expect(again).rejects.toThrow("appealed");
    await decideAppeal(desk.as(desk.second), { appealId, outcome: "upheld", answer: "It is." });
    const post = await db
      .selectFrom("post")
      .select("state")
      .where("id", "=", subject.id)
      .executeTakeFirstOrThrow();
    expect(post.state).toBe("hidden");
    await runFollowers(desk.as(desk.admin), since);
    expect(await examine(db, desk.community.id)).toEqual([]);
  });
});

describe("an appeal", () => {
  it("is for whom the decision is about, for a while", async () => {
    const { decisionId } = await hiddenAnswer();
    const input = { decisionId, text: "No." };
    await expect(appealDecision(desk.as(desk.other), input)).rejects.toThrow("not_found");
    await expect(appealDecision(desk.as(GUEST), input)).rejects.toThrow("not_found");
    const wrong = { ...input, token: appealToken(desk.community.id, decisionId + 1) };
    await expect(appealDecision(desk.as(GUEST), wrong)).rejects.toThrow("not_found");
    const late = new Date(Date.now() + (APPEAL_DAYS + 1) * 86_400_000);
    await expect(appealDecision(desk.as(desk.helper, late), input)).rejects.toThrow(
      "appeal_too_late",
    );
    const token = appealToken(desk.community.id, decisionId);
    await appealDecision(desk.as(GUEST), { ...input, token });
  });

  it("isn’t needed where the desk has undone it", async () => {
    const { decisionId } = await hiddenAnswer();
    await reverseDecision(desk.as(desk.staff), { decisionId });
    const appeal = appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    await expect(appeal).rejects.toThrow("undone");
  });

  it("that is right brings the text back into the search", async () => {
    const since = new Date();
    const index = () => runFollowers(desk.as(desk.admin), since, /^index_thread$/);
    const found = async () =>
      (await searchThreads(desk.as(desk.asker), "zanzibar")).map(({ id }) => id);
    const { threadId } = await desk.ask();
    const answer = { threadId, body: "Choose the zanzibar mode." };
    const { postId } = await postAnswer(desk.as(desk.helper), answer);
    await index();
    expect(await found()).toEqual([threadId]);
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "remove",
      subject: { kind: "post", id: postId },
      reason: "Wrong",
    });
    await index();
    expect(await found()).toEqual([]);
    const { appealId } = await appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    await decideAppeal(desk.as(desk.second), { appealId, outcome: "overturned", answer: "Yes." });
    await index();
    expect(await found()).toEqual([threadId]);
  });
});

describe("a member who leaves", () => {
  it("takes their name from what was decided, not the decisions", async () => {
    const { decisionId, since } = await hiddenAnswer();
    const subject: Subject = { kind: "member", id: desk.helper.id };
    const input = { subject, reason: "r", hours: 1 };
    await reportContent(desk.as(desk.other), { subject, kind: "spam" });
    await decide(desk.as(desk.staff), { ...input, verb: "silence" });
    await decide(desk.as(desk.staff), { ...input, verb: "warn" });
    await noteMember(desk.as(desk.staff), { memberId: desk.helper.id, text: "Told twice." });
    await appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    const before = await db.selectFrom("decision").select("id").execute();
    await db
      .updateTable("member")
      .set({ erase_at: since })
      .where("id", "=", desk.helper.id)
      .execute();
    expect(await eraseMember(desk.as(desk.admin), desk.helper.id)).toBe(true);
    expect(await db.selectFrom("decision").select("id").execute()).toHaveLength(before.length);
    const row = await db
      .selectFrom("decision")
      .select(["about_id", "reason"])
      .where("id", "=", decisionId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ about_id: null, reason: "It is rude" });
    await runFollowers(desk.as(desk.admin), since);
    const found = await examine(db, desk.community.id);
    expect(found.filter(({ check }) => check.startsWith("decision"))).toEqual([]);
    await reverseDecision(desk.as(desk.admin), { decisionId });
  });
});
