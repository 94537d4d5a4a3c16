import { beforeAll, describe, expect, it } from "vitest";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, type TestMember } from "#db/testing/make.ts";
import { decide } from "./decide.server.ts";
import { reportContent } from "./report-content.server.ts";
import { mayHide, reportWeight, WEIGHT_TO_HIDE, type ReporterRecord } from "./report-weight.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(db);
});

const answerSubject = async (by?: TestMember): Promise<Subject> => ({
  kind: "post",
  id: (await desk.answer((await desk.ask()).threadId, by)).postId,
});
const stateOf = async ({ id }: Subject) =>
  (await db.selectFrom("post").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;
const trusted = () => makeMember(db, desk.community, { powers: ["post.voteHide"] });
const member = () => makeMember(db, desk.community);

const record = (
  agreed: number,
  declined: number,
  standing: ReporterRecord["standing"] = "member",
): ReporterRecord => ({ agreed, declined, standing });

describe("the weight of a report", () => {
  it.each([
    [record(0, 0), 1, false],
    [record(0, 0, "trusted"), 1.5, true],
    [record(0, 0, "staff"), 3, true],
    [record(9, 0), 1.818, true],
    [record(4, 1), 1.429, true],
    [record(0, 8), 0.2, false],
    [record(0, 8, "trusted"), 0.3, false],
    [record(3, 3, "trusted"), 1.5, false],
  ])("of %j is %d", (reporter, weight, hides) => {
    expect(reportWeight(reporter)).toBe(weight);
    expect(mayHide(reporter)).toBe(hides);
  });

  it("follows what staff decided about the earlier ones", async () => {
    const reporter = await member();
    const kinds = { rude: "hide", spam: "approve" } as const;
    for (const [kind, verb] of [...Object.entries(kinds), ["rude", "hide"] as const]) {
      const subject = await answerSubject();
      const { caseId } = await reportContent(desk.as(reporter), {
        subject,
        kind: kind as "rude" | "spam",
      });
      await decide(desk.as(desk.staff), { verb, subject, caseId, reason: "Because" });
    }
    const { reportId } = await reportContent(desk.as(reporter), {
      subject: await answerSubject(),
      kind: "rude",
    });
    const row = await db
      .selectFrom("report")
      .select("weight")
      .where("id", "=", reportId)
      .executeTakeFirstOrThrow();
    expect(row.weight).toBe(reportWeight(record(2, 1)));
  });
});

describe("reports", () => {
  it("of several trusted members hide until staff look, and approving shows it again", async () => {
    const subject = await answerSubject();
    const said: boolean[] = [];
    let caseId = 0;
    for (let count = 0; count < 3; count += 1) {
      const made = await reportContent(desk.as(await trusted()), { subject, kind: "rude" });
      said.push(made.hidden);
      caseId = made.caseId;
    }
    expect(3 * reportWeight(record(0, 0, "trusted"))).toBeGreaterThanOrEqual(WEIGHT_TO_HIDE);
    expect(said).toEqual([false, false, true]);
    expect(await stateOf(subject)).toBe("hidden");
    await decide(desk.as(desk.staff), { verb: "approve", subject, caseId });
    expect(await stateOf(subject)).toBe("published");
  });

  it("of others hide nothing, nor do any about staff", async () => {
    const subject = await answerSubject();
    for (let count = 0; count < 6; count += 1) {
      const { hidden } = await reportContent(desk.as(await member()), { subject, kind: "rude" });
      expect(hidden).toBe(false);
    }
    const ofStaff = await answerSubject(desk.staff);
    for (let count = 0; count < 4; count += 1) {
      const { hidden } = await reportContent(desk.as(await trusted()), {
        subject: ofStaff,
        kind: "rude",
      });
      expect(hidden).toBe(false);
    }
  });

  it("are made once, about others, of what one sees", async () => {
    const subject = await answerSubject();
    const reporter = await trusted();
    const report = { subject, kind: "rude" } as const;
    await reportContent(desk.as(reporter), report);
    await expect(reportContent(desk.as(reporter), report)).rejects.toThrow("reported_already");
    await expect(reportContent(desk.as(desk.helper), report)).rejects.toThrow("invalid");
    await decide(desk.as(desk.staff), { verb: "remove", subject, reason: "r" });
    await expect(reportContent(desk.as(await member()), report)).rejects.toThrow("not_found");
    await expect(reportContent(desk.as(GUEST), report)).rejects.toThrow("sign_in_needed");
    const silenced = { ...(await member()), silenced: { until: null } };
    await expect(reportContent(desk.as(silenced), report)).rejects.toThrow("silenced");
    const both = await Promise.allSettled(
      [1, 2].map(async () => {
        const open = { kind: "thread", id: (await desk.ask()).threadId } as const;
        return reportContent(desk.as(reporter), { subject: open, kind: "spam" });
      }),
    );
    expect(both.every(({ status }) => status === "fulfilled")).toBe(true);
  });

  it("of illegal content have their fields, also from guests, and come first", async () => {
    const subject = await answerSubject();
    const legal = {
      ground: "§ 185 StGB",
      goodFaith: true,
      name: "Gina Guest",
      email: "gina@example.com",
    };
    const report = { subject, kind: "illegal", text: "An insult", legal } as const;
    for (const wrong of [
      { ...report, legal: { ...legal, goodFaith: false } },
      { ...report, legal: { ...legal, ground: "" } },
      { ...report, legal: { ...legal, email: "gina" } },
      { ...report, text: " " },
    ]) {
      await expect(reportContent(desk.as(GUEST), wrong)).rejects.toThrow("invalid");
    }
    const { caseId } = await reportContent(desk.as(GUEST), report);
    await expect(reportContent(desk.as(GUEST), report)).rejects.toThrow("reported_already");
    const row = await db
      .selectFrom("moderation_case")
      .select("priority")
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    expect(row.priority).toBe(3);
  });
});
