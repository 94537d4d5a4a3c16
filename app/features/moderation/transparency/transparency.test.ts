import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { appealDecision } from "../appeal-decision.server.ts";
import { decideAppeal } from "../decide-appeal.server.ts";
import { decide } from "../decide.server.ts";
import { reportContent } from "../report-content.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import type { Subject } from "../subject.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { summaryOf } from "./figures.ts";
import { getTransparency } from "./get-transparency.server.ts";
import { lastMonths } from "./months.ts";
import { settleTransparency } from "./settle-transparency.server.ts";
import { transparencyCsv } from "./transparency-csv.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(db);
});

const page = (month: string | null = null) => getTransparency(desk.as(GUEST), { month });

/** A report that staff agreed with, appealed and overturned; a rule's decision; one that was undone. */
async function someDecisions() {
  const { good, also, threadId } = await desk.talk();
  const subject: Subject = { kind: "post", id: good };
  const { reportId, caseId } = await reportContent(desk.as(desk.other), { subject, kind: "spam" });
  await sql`update report set created_at = created_at - interval '90 minutes'
    where id = ${reportId}`.execute(db);
  const staff = desk.as(desk.staff);
  const { decisionId } = await decide(staff, { verb: "hide", subject, caseId, reason: "Spam" });
  const { appealId } = await appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
  await decideAppeal(desk.as(desk.second, new Date(Date.now() + 30 * 60_000)), {
    appealId,
    outcome: "overturned",
    answer: "Yes.",
  });
  const locked = await decide(staff, { verb: "lock", subject: { kind: "thread", id: threadId } });
  await reverseDecision(staff, { decisionId: locked.decisionId });
  await decide(staff, {
    verb: "silence",
    subject: { kind: "member", id: desk.other.id },
    reason: "Rude",
    ground: "law",
    hours: 1,
  });
  await reportContent(desk.as(desk.asker), { subject: { kind: "post", id: also }, kind: "wrong" });
}

describe("the figures", () => {
  it("say what was decided, reported and appealed, and how long it took", async () => {
    await someDecisions();
    const { year, months } = await page();
    expect(year).toEqual({
      decisions: { hide: 1, lock: 1, silence: 1 },
      grounds: { terms: 2, law: 1 },
      automated: 0,
      reversals: 2,
      // Overturned: those who had reported were wrong then.
      reports: {
        spam: { received: 1, agreed: 0, declined: 1 },
        wrong: { received: 1, agreed: 0, declined: 0 },
      },
      appeals: { made: 1, upheld: 0, overturned: 1 },
      reportMinutes: expect.any(Number) as number,
      appealMinutes: expect.any(Number) as number,
    });
    expect(year.appealMinutes).toBeCloseTo(30, -1);
    expect(year.reportMinutes).toBeGreaterThan(85);
    expect(summaryOf(year)).toMatchObject({ decisions: 3, restricted: 1, received: 2 });
    expect(months[0]!.figures.decisions).toEqual(year.decisions);
    expect(months[1]!.figures.decisions).toEqual({});
  });

  it("are counted by a job, and again as a whole", async () => {
    const ctx = desk.as(desk.admin);
    await settleTransparency(ctx);
    await someDecisions();
    expect((await page()).year.decisions).toEqual({});
    await settleTransparency(ctx);
    await settleTransparency(ctx);
    expect((await page()).year.decisions).toEqual({ hide: 1, lock: 1, silence: 1 });
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from transparency
      where community_id = ${desk.community.id}`.execute(db);
    expect(rows[0]!.count).toBe(13);
    const later = { ...ctx, now: new Date(Date.now() + 400 * 86_400_000) };
    await settleTransparency(later);
    const { rows: kept } = await sql<{ count: number }>`select count(*)::int as count
      from transparency where community_id = ${desk.community.id}`.execute(db);
    expect(kept[0]!.count).toBe(13);
  });

  it("count what a rule decided by itself", async () => {
    await sql`insert into decision (community_id, verb, before, after, automated, member_id)
      values (${desk.community.id}, 'warn', '{}', '{}', true, ${desk.other.id})`.execute(db);
    expect((await page()).year).toMatchObject({ automated: 1, decisions: { warn: 1 } });
  });

  it("are this community’s alone, and name nobody", async () => {
    await someDecisions();
    const other = await openDesk(db);
    const { year } = await getTransparency(other.as(GUEST), { month: null });
    expect(year.decisions).toEqual({});
    const words = JSON.stringify(await page());
    for (const name of [desk.helper.name, desk.helper.handle, desk.staff.name, "Rude"]) {
      expect(words).not.toContain(name);
    }
  });

  it("are a table of every month and the year", async () => {
    await someDecisions();
    const lines = transparencyCsv(await page())
      .trimEnd()
      .split("\r\n");
    expect(lines[0]).toBe("period,figure,of,value");
    expect(lines).toContain("year,decisions,hide,1");
    expect(lines).toContain("year,appeals_overturned,,1");
    expect(new Set(lines.slice(1).map((line) => line.split(",")[0])).size).toBe(13);
  });
});

describe("a page of the figures", () => {
  it("reads what was counted in one query, however much was decided", async () => {
    await settleTransparency(desk.as(desk.admin));
    const asked: string[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    await getTransparency({ ...desk.as(GUEST), db: watched }, { month: null });
    expect(asked).toEqual(["SelectQueryNode"]);
  });
});

describe("months", () => {
  it("are those of the community’s calendar, newest first", () => {
    const now = new Date("2026-01-31T23:30:00Z");
    expect(lastMonths(now, "UTC").slice(0, 2)).toEqual(["2026-01", "2025-12"]);
    expect(lastMonths(now, "Europe/Berlin")[0]).toBe("2026-02");
    expect(lastMonths(now, "UTC")).toHaveLength(12);
    expect(lastMonths(now, "UTC").at(-1)).toBe("2025-02");
  });
});
