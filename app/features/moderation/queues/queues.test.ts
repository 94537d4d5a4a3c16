import { beforeAll, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { sameHere } from "#app/features/threads/same-here.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember } from "#db/testing/make.ts";
import { decide } from "../decide.server.ts";
import { moderationDifferences } from "../moderation-differences.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { askTeam, getAskTeam } from "./ask-team.server.ts";
import { loadDeskSettings, setDeskSettings } from "./desk-settings.server.ts";
import { closeAnswered, fillUnanswered } from "./fill-unanswered.server.ts";
import { clearVoters, suspectRepeated, suspectVoters } from "./watch-members.server.ts";
import { watchSameHere } from "./watch-same-here.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(db);
});

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const fact = (payload: object): unknown => ({ payload });

async function casesOf(of: { threadId?: number; memberId?: number }) {
  return db
    .selectFrom("moderation_case")
    .select(["id", "queue", "closed_at", "closing_decision_id", "reasons"])
    .where("community_id", "=", desk.community.id)
    .where((eb) =>
      eb.or([eb("thread_id", "=", of.threadId ?? 0), eb("member_id", "=", of.memberId ?? 0)]),
    )
    .orderBy("id")
    .execute();
}

describe("questions without an answer", () => {
  it("come to the desk once, when their time is over, and go with the first answer", async () => {
    const open = await desk.ask();
    const answered = await desk.ask();
    await desk.answer(answered.threadId);
    const talk = await desk.ask({ kind: "discussion" });
    await fillUnanswered(desk.as(GUEST, later(23)));
    expect(await casesOf(open)).toEqual([]);
    await fillUnanswered(desk.as(GUEST, later(25)));
    await fillUnanswered(desk.as(GUEST, later(26)));
    const [found, ...more] = await casesOf(open);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ queue: "unanswered", closed_at: null });
    expect(await casesOf(answered)).toEqual([]);
    expect(await casesOf(talk)).toEqual([]);

    const { postId } = await desk.answer(open.threadId);
    const told = fact({ threadId: open.threadId, postId });
    await closeAnswered(desk.as(GUEST), told as AppEvent<"answer.published">);
    await closeAnswered(desk.as(GUEST), told as AppEvent<"answer.published">);
    const [closed] = await casesOf(open);
    expect(closed!.closed_at).not.toBeNull();
    const decision = await db
      .selectFrom("decision")
      .select(["verb", "automated", "actor_id"])
      .where("community_id", "=", desk.community.id)
      .where("id", "=", closed!.closing_decision_id!)
      .executeTakeFirstOrThrow();
    expect(decision).toEqual({ verb: "close", automated: true, actor_id: null });
    await fillUnanswered(desk.as(GUEST, later(27)));
    expect(await casesOf(open)).toHaveLength(1);
    expect(await moderationDifferences(db, desk.community.id, 10)).toEqual([]);
  });

  it("stay away where the time is 0, and only admins set it", async () => {
    const usual = await loadDeskSettings(desk.as(desk.admin));
    expect(usual).toEqual({ unansweredHours: 24, incidentCount: 5 });
    await expect(setDeskSettings(desk.as(desk.staff), usual)).rejects.toThrow();
    for (const unansweredHours of [-1, 1.5, Number.NaN, 2_161]) {
      await expect(
        setDeskSettings(desk.as(desk.admin), { ...usual, unansweredHours }),
      ).rejects.toMatchObject({ fields: { unansweredHours: { key: "queues.number" } } });
    }
    await setDeskSettings(desk.as(desk.admin), { ...usual, unansweredHours: 0 });
    const open = await desk.ask();
    await fillUnanswered(desk.as(GUEST, later(25)));
    expect(await casesOf(open)).toEqual([]);
    await setDeskSettings(desk.as(desk.admin), usual);
  });
});

describe("whoever wants staff", () => {
  it("is the asker or a super user; nobody else, and once until somebody looked", async () => {
    const { threadId } = await desk.ask();
    for (const by of [desk.other, desk.staff]) {
      await expect(askTeam(desk.as(by), { threadId, text: "" })).rejects.toMatchObject({
        status: 403,
      });
    }
    await expect(askTeam(desk.as(GUEST), { threadId, text: "" })).rejects.toMatchObject({
      status: 401,
    });
    expect((await getAskTeam(desk.as(desk.superUser), threadId)).asked).toBe(false);
    await askTeam(desk.as(desk.asker), { threadId, text: " Is it \n the line? " });
    const [found] = await casesOf({ threadId });
    expect(found).toMatchObject({
      queue: "wants_staff",
      reasons: [{ key: "queues.whyAsked", params: { name: "Ann Asker", text: "Is it the line?" } }],
    });
    expect((await getAskTeam(desk.as(desk.asker), threadId)).asked).toBe(true);
    await expect(askTeam(desk.as(desk.superUser), { threadId, text: "" })).rejects.toMatchObject({
      status: 409,
    });
    await decide(desk.as(desk.staff), {
      verb: "close",
      subject: { kind: "thread", id: threadId },
      caseId: found!.id,
    });
    await askTeam(desk.as(desk.asker), { threadId, text: "" });
    expect(await casesOf({ threadId })).toHaveLength(2);
  });

  it("says so in 500 characters", async () => {
    const { threadId } = await desk.ask();
    await expect(
      askTeam(desk.as(desk.asker), { threadId, text: "a".repeat(501) }),
    ).rejects.toMatchObject({ fields: { text: { key: "error.tooLong" } } });
  });
});

describe("many with the same within two hours", () => {
  it("make a possible incident of the fifth, once a day", async () => {
    const { threadId } = await desk.ask();
    const say = async () => {
      await sameHere(desk.as(await makeMember(db, desk.community)), { threadId, on: true });
      await watchSameHere(desk.as(GUEST), fact({ threadId }) as AppEvent<"same_here.changed">);
    };
    for (let at = 0; at < 4; at += 1) await say();
    expect(await casesOf({ threadId })).toEqual([]);
    await say();
    await say();
    expect(await casesOf({ threadId })).toMatchObject([
      { queue: "incident", reasons: [{ params: { count: 5, hours: 2 } }] },
    ]);
  });
});

describe("suspect members", () => {
  async function voteCase(memberIds: number[]) {
    const { id } = await db
      .insertInto("vote_case")
      .values({ community_id: desk.community.id, kind: "ring", evidence: "{}" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("vote_case_member")
      .values(
        memberIds.map((memberId) => ({
          community_id: desk.community.id,
          case_id: id,
          member_id: memberId,
          given_inside: 5,
          given: 6,
          received_inside: 5,
          received: 6,
        })),
      )
      .execute();
    return id;
  }

  it("come with unfair votes and go when those were decided", async () => {
    const voters = [await makeMember(db, desk.community), await makeMember(db, desk.community)];
    const caseId = await voteCase(voters.map(({ id }) => id!));
    const event = fact({ caseId });
    for (let twice = 0; twice < 2; twice += 1) {
      await suspectVoters(desk.as(GUEST), event as AppEvent<"vote_case.opened">);
    }
    for (const { id } of voters) {
      expect(await casesOf({ memberId: id })).toMatchObject([
        { queue: "suspect", reasons: [{ key: "queues.whyVotes" }] },
      ]);
    }
    await clearVoters(desk.as(GUEST), event as AppEvent<"vote_case.decided">);
    expect((await casesOf({ memberId: voters[0]!.id! }))[0]!.closed_at).toBeNull();
    await db
      .updateTable("vote_case")
      .set({ state: "dismissed", decided_at: new Date() })
      .where("id", "=", caseId)
      .execute();
    await clearVoters(desk.as(GUEST), event as AppEvent<"vote_case.decided">);
    for (const { id } of voters) {
      expect((await casesOf({ memberId: id }))[0]!.closed_at).not.toBeNull();
    }
    expect(await moderationDifferences(db, desk.community.id, 10)).toEqual([]);
  });

  it("are those of whom three things went within a week, without what was undone", async () => {
    const author = await makeMember(db, desk.community);
    const hide = async () => {
      const { postId } = await desk.answer((await desk.ask()).threadId, author);
      const { decisionId } = await decide(desk.as(desk.staff), {
        verb: "hide",
        subject: { kind: "post", id: postId },
        reason: "Advertising",
      });
      await suspectRepeated(desk.as(GUEST), fact({ decisionId }) as AppEvent<"decision.made">);
      return decisionId;
    };
    const first = await hide();
    await reverseDecision(desk.as(desk.staff), { decisionId: first });
    await hide();
    await hide();
    expect(await casesOf({ memberId: author.id })).toEqual([]);
    await hide();
    await hide();
    expect(await casesOf({ memberId: author.id })).toMatchObject([
      { queue: "suspect", reasons: [{ key: "queues.whyRepeated", params: { count: 3, days: 7 } }] },
    ]);
  });
});
