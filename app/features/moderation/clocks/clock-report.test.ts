import { describe, expect, it } from "vitest";
import type { Queue } from "#db/schema-moderation.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { claimCase } from "../claim-case.server.ts";
import { decide } from "../decide.server.ts";
import { openCase } from "../open-case.server.ts";
import { percentile } from "./clock-figures.ts";
import { getClockReport } from "./get-clock-report.server.ts";
import { reportCsv } from "./report-csv.ts";
import { reportPeriod } from "./report-period.ts";
import { setTargets, setWorkingHours } from "./set-clocks.server.ts";
import { settleDueTimes } from "./settle-due-times.server.ts";
import { DEFAULT_TARGETS } from "./targets.ts";

const { db } = await cloneDatabase();
const at = (text: string) => new Date(`${text}:00Z`);
const MARCH = { from: at("2026-03-01T00:00"), to: at("2026-04-01T00:00") };

/** A community that works from nine to five every day; reports are due within an hour. */
async function makeDesk() {
  const community = await makeCommunity(db);
  const admin = await makeMember(db, community, { role: "admin" });
  const amy = await makeMember(db, community, { role: "moderator", name: "=Amy" });
  const bob = await makeMember(db, community, { role: "moderator", name: "Bob, the “Great”" });
  const ctxAt = (when: string, actor: TestMember = admin) => ({
    ...makeCtx(db, community, actor),
    now: at(when),
  });
  const ctx = ctxAt("2026-03-01T00:00");
  const day = [{ starts: 540, ends: 1_020 }];
  await setWorkingHours(ctx, { timeZone: "UTC", week: Array.from({ length: 7 }, () => day) });
  const hour = [0, 1, 2, 3].map(() => ({ minutes: 60, warnShare: 80 }));
  const none = [0, 1, 2, 3].map(() => ({ minutes: null, warnShare: 80 }));
  await setTargets(ctx, { ...DEFAULT_TARGETS, reported: hour, held: hour, suspect: none });

  const open = async (when: string, queue: Queue) => {
    const { id } = await makeMember(db, community);
    const subject = { kind: "member", id } as const;
    const { caseId } = await inTransaction(db, (tx) =>
      openCase(tx, ctxAt(when), { subject, queue }),
    );
    return { caseId, subject };
  };
  /** A case through its life; settled when it is open. */
  const live = async (
    queue: Queue,
    life: { opened: string; claimed?: string; closed: string; by: TestMember; settled?: boolean },
  ) => {
    const { caseId, subject } = await open(life.opened, queue);
    if (life.settled !== false) await settleDueTimes(ctxAt(life.opened));
    if (life.claimed) await claimCase(ctxAt(life.claimed, life.by), { caseId });
    await decide(ctxAt(life.closed, life.by), { subject, verb: "close", caseId });
  };
  return { admin, amy, bob, ctxAt, open, live };
}

describe("the report", () => {
  it("measures in working time, of the team, by queue and by agent", async () => {
    const { amy, bob, ctxAt, open, live } = await makeDesk();
    await live("reported", {
      opened: "2026-03-09T09:00",
      claimed: "2026-03-09T09:10",
      closed: "2026-03-09T09:30",
      by: amy,
    });
    // Through a night: 30 minutes on the first day, 40 on the next.
    await live("reported", {
      opened: "2026-03-09T16:30",
      claimed: "2026-03-10T09:10",
      closed: "2026-03-10T09:40",
      by: amy,
    });
    // Never claimed, and due at the end of one day, which is the start of the next.
    await live("reported", { opened: "2026-03-09T16:00", closed: "2026-03-10T08:59", by: bob });
    await live("suspect", {
      opened: "2026-03-09T09:00",
      claimed: "2026-03-09T09:20",
      closed: "2026-03-09T15:00",
      by: bob,
    });
    // Closed before anything was worked out.
    await live("held", {
      opened: "2026-03-12T09:00",
      closed: "2026-03-12T09:01",
      by: bob,
      settled: false,
    });
    await live("held", { opened: "2026-02-27T09:00", closed: "2026-02-27T16:00", by: bob });
    const late = await open("2026-03-20T09:00", "held");
    await claimCase(ctxAt("2026-03-20T09:05", amy), { caseId: late.caseId });
    await open("2026-03-31T16:30", "held");
    await settleDueTimes(ctxAt("2026-03-20T09:05"));

    const report = await getClockReport(ctxAt("2026-04-02T12:00", amy), MARCH);
    expect(report.queues.map(({ queue }) => queue)).toEqual(["held", "reported", "suspect"]);
    const [held, reported, suspect] = report.queues;
    expect(reported).toEqual({
      queue: "reported",
      closed: 3,
      claimMedian: 40,
      claimMost: 56,
      closeMedian: 60,
      closeMost: 68,
      within: 2 / 3,
      breaches: 1,
    });
    expect(suspect).toMatchObject({
      closed: 1,
      claimMedian: 20,
      closeMedian: 360,
      within: null,
      breaches: 0,
    });
    expect(held).toMatchObject({ closed: 1, claimMedian: 1, closeMost: 1, within: 1, breaches: 1 });
    expect(
      report.agents.map(({ agent, closed, breaches }) => [agent.name, closed, breaches]),
    ).toEqual([
      ["=Amy", 2, 2],
      ["Bob, the “Great”", 3, 0],
    ]);
    expect(report.agents[0]).toMatchObject({ closeMedian: 50, within: 0.5 });
    expect(report.team).toMatchObject({ closed: 5, within: 0.75, breaches: 2 });
  });

  it("of nothing has no figures, and is for staff", async () => {
    const { ctxAt, amy } = await makeDesk();
    const report = await getClockReport(ctxAt("2026-04-01T00:00", amy), MARCH);
    const none = { claimMedian: null, claimMost: null, closeMedian: null, closeMost: null };
    expect(report).toEqual({
      team: { closed: 0, ...none, within: null, breaches: 0 },
      queues: [],
      agents: [],
    });
    const community = await makeCommunity(db);
    const member = makeCtx(db, community, await makeMember(db, community));
    await expect(getClockReport(member, MARCH)).rejects.toThrow("forbidden");
  });

  it("is a table for other programs, without formulas", async () => {
    const { amy, bob, ctxAt, live } = await makeDesk();
    await live("reported", {
      opened: "2026-03-09T09:00",
      claimed: "2026-03-09T09:10",
      closed: "2026-03-09T09:30",
      by: amy,
    });
    await live("reported", { opened: "2026-03-09T09:00", closed: "2026-03-09T11:00", by: bob });
    const ctx = ctxAt("2026-04-01T00:00", amy);
    const lines = reportCsv(ctx.t, await getClockReport(ctx, MARCH)).split("\r\n");
    expect(lines).toEqual([
      '\uFEFFPart,Name,Closed,"Claimed, median (minutes)","Claimed, 9 in 10 (minutes)","Closed, median (minutes)","Closed, 9 in 10 (minutes)",In time (share),Too late',
      "team,The whole team,2,65,109,75,111,0.5,1",
      "queue,Reported,2,65,109,75,111,0.5,1",
      "agent,'=Amy,1,10,10,30,30,1,0",
      'agent,"Bob, the “Great”",1,120,120,120,120,0,1',
      "",
    ]);
  });
});

describe("the days asked for", () => {
  const clock = { now: at("2026-03-30T23:30"), timeZone: "Europe/London" };
  const of = (text: string) => reportPeriod(new URLSearchParams(text), clock);

  it("are whole days of the community’s zone", () => {
    expect(of("from=2026-03-28&to=2026-03-29")).toEqual({
      days: { from: "2026-03-28", to: "2026-03-29" },
      period: { from: at("2026-03-28T00:00"), to: at("2026-03-29T23:00") },
      wrong: false,
    });
  });

  it("are the last thirty unless asked for", () => {
    // It is the 31st already in London.
    expect(of("")).toMatchObject({ days: { from: "2026-03-02", to: "2026-03-31" }, wrong: false });
  });

  it.each([
    "from=2026-03-29&to=2026-03-28",
    "from=2020-01-01&to=2026-01-01",
    "from=word&to=2026-01-01",
    "to=2026-02-30",
  ])("aren’t %s", (query) => {
    expect(of(query)).toMatchObject({ days: { to: "2026-03-31" }, wrong: true });
  });
});

it("a percentile lies between its neighbours", () => {
  expect(percentile([], 0.5)).toBe(null);
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(percentile([10, 0, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBe(90);
});
