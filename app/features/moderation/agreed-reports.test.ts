import { beforeAll, describe, expect, it } from "vitest";
import { settleDecided } from "#app/features/reputation/settle-decided.server.ts";
import { settleRanks } from "#app/features/reputation/settle-ranks.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, type TestMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { decide } from "./decide.server.ts";
import { reportContent } from "./report-content.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(db);
});

/** As the job does after a decision, and once more. */
async function settle(decisionId: number): Promise<void> {
  const event = { type: "decision.made", payload: { decisionId } } as never;
  await settleDecided(desk.as(desk.staff), event);
  await settleDecided(desk.as(desk.staff), event);
}

describe("who reported", () => {
  it.each(["post", "thread"] as const)(
    "a %s that staff hide earns points, until that is taken back",
    async (kind) => {
      const reporter = await makeMember(db, desk.community);
      const { threadId } = await desk.ask();
      const { postId } = await desk.answer(threadId);
      const subject: Subject = kind === "post" ? { kind, id: postId } : { kind, id: threadId };
      const { caseId } = await reportContent(desk.as(reporter), { subject, kind: "rude" });
      expect(await desk.pointsOf(reporter)).toBe(0);
      const made = { verb: "hide", subject, caseId, reason: "It insults." } as const;
      const { decisionId } = await decide(desk.as(desk.staff), made);
      await settle(decisionId);
      expect(await desk.pointsOf(reporter)).toBe(2);
      const undone = await reverseDecision(desk.as(desk.staff), { decisionId });
      await settle(undone.decisionId);
      expect(await desk.pointsOf(reporter)).toBe(0);
    },
  );

  it("what staff approve earns nothing", async () => {
    const reporter = await makeMember(db, desk.community);
    const { postId } = await desk.answer((await desk.ask()).threadId);
    const subject: Subject = { kind: "post", id: postId };
    const { caseId } = await reportContent(desk.as(reporter), { subject, kind: "rude" });
    const { decisionId } = await decide(desk.as(desk.staff), { verb: "approve", subject, caseId });
    await settle(decisionId);
    expect(await desk.pointsOf(reporter)).toBe(0);
  });
});

describe("who is sanctioned", () => {
  const rankOf = async ({ id }: TestMember) =>
    (await db.selectFrom("member").select("rank").where("id", "=", id).executeTakeFirstOrThrow())
      .rank;

  it("falls below a rank that asks for none, and is back when an appeal takes it away", async () => {
    const first = { key: "new", name: "New", formula: "", powers: [] };
    const clean = { key: "clean", name: "Clean", formula: "sanctions_year < 1", powers: [] };
    await db
      .insertInto("rank_list")
      .values({
        community_id: desk.community.id,
        version: 1,
        ranks: JSON.stringify([first, clean]),
      })
      .execute();
    const member = await makeMember(db, desk.community);
    await inTransaction(db, (tx) =>
      settleRanks(tx, desk.community.id, { memberIds: [member.id], now: new Date() }),
    );
    expect(await rankOf(member)).toBe(1);
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "silence",
      subject: { kind: "member", id: member.id },
      reason: "Because",
      hours: 1,
    });
    await settle(decisionId);
    expect(await rankOf(member)).toBe(0);
    const undone = await reverseDecision(desk.as(desk.second), { decisionId });
    await settle(undone.decisionId);
    expect(await rankOf(member)).toBe(1);
  });
});
