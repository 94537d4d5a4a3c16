import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { TELL_AFTER } from "#app/features/notifications/mail-decision.server.ts";
import { dispatchEvent } from "#app/jobs/dispatch.server.ts";
import { updateProfile } from "#app/features/members/update-profile.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import type { TestMember } from "#db/testing/make.ts";
import { appealDecision } from "../appeal-decision.server.ts";
import { decideAppeal } from "../decide-appeal.server.ts";
import { decide } from "../decide.server.ts";
import { reportContent } from "../report-content.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import type { Subject } from "../subject.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { readAppealPart } from "./appeal-link.server.ts";
import { getAppealPage } from "./get-appeal-page.server.ts";
import { getSilence } from "./get-silence.server.ts";
import { getOwnDecisions, setReportMails } from "./get-own-decisions.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(db);
});

const MAILS = /^mail_(sanction|decision|report|appeal)/;

type Mailed = { subject: string; text: string; to: string; key: string };

/** What the mails' subscribers write about everything since then, in order. */
async function mailsSince(since: Date): Promise<Mailed[]> {
  const { rows: before } = await sql<{ last: number }>`
    select coalesce(max(id), 0) as last from mail`.execute(db);
  await runFollowers(desk.as(desk.admin), since, MAILS);
  await runFollowers(desk.as(desk.admin), since, MAILS);
  const { rows } = await sql<Mailed>`
    select subject, text, to_address as to, dedupe_key as key from mail
    where id > ${before[0]!.last} order by id`.execute(db);
  return rows;
}

const emailOf = async (member: TestMember) =>
  (
    await db
      .selectFrom("member")
      .select("email")
      .where("id", "=", member.id)
      .executeTakeFirstOrThrow()
  ).email!;

const linkIn = (text: string) => /\/appeal\/(\S+)/.exec(text)?.[1] ?? "";

async function removed(reason = "It promises money.") {
  const since = new Date();
  const talk = await desk.talk();
  const subject: Subject = { kind: "post", id: talk.good };
  const { decisionId } = await decide(desk.as(desk.staff), {
    verb: "remove",
    subject,
    reason,
    rule: "No advertising",
  });
  return { ...talk, subject, decisionId, since };
}

describe("a decision", () => {
  it("is told once to whom it is about, with what, why, on what and how to appeal", async () => {
    const { since } = await removed();
    const [mail, ...more] = await mailsSince(since);
    expect(more).toEqual([]);
    expect(mail!.to).toBe(await emailOf(desk.helper));
    expect(mail!.subject).toContain("Your post was removed");
    for (const words of [
      "Why does it drop every evening",
      "> Turn smart channel off",
      "Reason: It promises money.",
      "guidelines and terms of this community: No advertising",
      "A person of the team decided it.",
      "Only the team sees it now.",
      "court",
    ]) {
      expect(mail!.text).toContain(words);
    }
    expect(mail!.text).not.toContain("Mo Moderator");
    expect(readAppealPart(linkIn(mail!.text))).not.toBeNull();
  });

  it("that is undone before it was told is told of neither way", async () => {
    const { since, decisionId } = await removed();
    await reverseDecision(desk.as(desk.staff), { decisionId });
    expect(await mailsSince(since)).toEqual([]);
  });

  it("that was told is told of when it is undone", async () => {
    const { since, decisionId } = await removed();
    await mailsSince(since);
    const { decisionId: undoing } = await reverseDecision(desk.as(desk.staff), { decisionId });
    const mails = await mailsSince(since);
    expect(mails.map(({ key }) => key)).toEqual([`decision:${undoing}`]);
    expect(mails[0]!.subject).toContain("took a decision about you back");
  });

  it("about a member is told at once, in their language, with its end", async () => {
    const since = new Date();
    await db.updateTable("member").set({ locale: "de" }).where("id", "=", desk.other.id).execute();
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "suspend",
      subject: { kind: "member", id: desk.other.id },
      reason: "Wieder Werbung",
      ground: "law",
      hours: 24,
    });
    const [mail, ...more] = await mailsSince(since);
    expect(more).toEqual([]);
    expect(mail!.subject).toContain("Dein Konto ist vorübergehend gesperrt");
    expect(mail!.text).toContain("Grundlage ist das Gesetz.");
    expect(mail!.text).toMatch(/Es endet am \d/);
    // Told already: its undoing is told too, however soon it comes.
    await reverseDecision(desk.as(desk.staff), { decisionId });
    expect((await mailsSince(since)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("zurückgenommen"),
    ]);
    await db.updateTable("member").set({ locale: null }).where("id", "=", desk.other.id).execute();
  });

  it("to remove everything is one mail, that says how much it was", async () => {
    const writer = desk.asker;
    await desk.ask();
    await desk.ask();
    const since = new Date();
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "remove_all",
      subject: { kind: "member", id: writer.id },
      reason: "A spammer",
    });
    const mails = await mailsSince(since);
    expect(mails.map(({ key }) => key)).toEqual([`decision:${decisionId}`]);
    expect(mails[0]!.text).toMatch(/[2-9]\d* posts and threads/);
    await reverseDecision(desk.as(desk.staff), { decisionId });
  });

  it("is no decision where the team only writes to somebody: there is nothing to appeal", async () => {
    const { good } = await desk.talk();
    const since = new Date();
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "message",
      subject: { kind: "post", id: good },
      reason: "Which router do you mean?",
    });
    const [mail, ...more] = await mailsSince(since);
    expect(more).toEqual([]);
    expect(mail!.subject).toContain("The team wrote to you");
    expect(mail!.text).toContain("Which router do you mean?");
    expect(linkIn(mail!.text)).toBe("");
    expect(mail!.text).not.toContain("It rests on");
    const { decisions } = await getOwnDecisions(desk.as(desk.helper), { after: null });
    expect(decisions[0]).toMatchObject({ message: true, mayAppeal: false, appealHref: null });
    await reverseDecision(desk.as(desk.staff), { decisionId });
    expect(await mailsSince(since)).toEqual([]);
  });

  it("that changes nothing for its author is not told", async () => {
    const { threadId } = await desk.ask();
    const since = new Date();
    await decide(desk.as(desk.staff), { verb: "pin", subject: { kind: "thread", id: threadId } });
    expect(await mailsSince(since)).toEqual([]);
  });

  it("waits in the queue until it can’t be undone unseen", async () => {
    const { decisionId } = await removed();
    const { id } = await db
      .selectFrom("event")
      .select("id")
      .where("community_id", "=", desk.community.id)
      .where("type", "=", "decision.made")
      .where(sql`payload->>'decisionId'`, "=", String(decisionId))
      .executeTakeFirstOrThrow();
    await dispatchEvent(db, { communityId: desk.community.id, eventId: id });
    const { rows } = await sql<{ name: string; seconds: number }>`
      select split_part(key, ':', 2) as name, extract(epoch from run_at - created_at)::int as seconds
      from graphile_worker.jobs where key like ${`${id}:mail_%`} order by key`.execute(db);
    expect(rows).toEqual([
      { name: "mail_decision", seconds: TELL_AFTER },
      { name: "mail_report_outcomes", seconds: TELL_AFTER },
      { name: "mail_sanction", seconds: 0 },
    ]);
  });
});

describe("an appeal", () => {
  it("goes from the mail’s link to its outcome, without signing in", async () => {
    const { since, decisionId } = await removed();
    const [mail] = await mailsSince(since);
    const part = linkIn(mail!.text);
    const open = await getAppealPage(desk.as(GUEST), part);
    expect(open).toMatchObject({
      state: "open",
      decision: { reason: "It promises money.", did: "Your post was removed" },
    });
    expect(open.decision.text).toContain("Turn smart channel off");
    const link = readAppealPart(part)!;
    const { appealId } = await appealDecision(desk.as(GUEST), { ...link, text: "It doesn’t." });
    expect((await getAppealPage(desk.as(GUEST), part)).state).toBe("received");
    expect((await mailsSince(since)).map(({ key }) => key)).toEqual([`appeal_got:${appealId}`]);
    await decideAppeal(desk.as(desk.second), {
      appealId,
      outcome: "overturned",
      answer: "You are right.",
    });
    const outcome = await mailsSince(since);
    // The undoing itself is not told besides.
    expect(outcome.map(({ key }) => key)).toEqual([`appeal:${appealId}`]);
    expect(outcome[0]!.text).toContain("The team’s answer: You are right.");
    const done = await getAppealPage(desk.as(GUEST), part);
    expect(done).toMatchObject({ state: "overturned", decision: { state: "undone" } });
    const { decisions } = await getOwnDecisions(desk.as(desk.helper), { after: null });
    expect(decisions.find(({ id }) => id === decisionId)).toMatchObject({
      state: "undone",
      mayAppeal: false,
      appeal: { outcome: "overturned", answer: "You are right." },
    });
  });

  it("is not for a guessed link, nor for another decision’s", async () => {
    const one = await removed();
    const [mail] = await mailsSince(one.since);
    const part = linkIn(mail!.text);
    const token = part.slice(part.indexOf("-"));
    for (const wrong of ["", "x", `${one.decisionId}-`, `${one.decisionId - 1}${token}`]) {
      await expect(getAppealPage(desk.as(GUEST), wrong)).rejects.toThrow("not_found");
    }
  });

  it("isn’t possible once the decision was undone, or too late", async () => {
    const { since, decisionId } = await removed();
    const [mail] = await mailsSince(since);
    const part = linkIn(mail!.text);
    const late = new Date(Date.now() + 181 * 86_400_000);
    expect((await getAppealPage(desk.as(GUEST, late), part)).state).toBe("late");
    await reverseDecision(desk.as(desk.staff), { decisionId });
    expect((await getAppealPage(desk.as(GUEST), part)).state).toBe("undone");
  });
});

describe("decisions about oneself", () => {
  it("are one’s own alone, with undoings beside what they undo", async () => {
    const { decisionId } = await removed("First");
    await reverseDecision(desk.as(desk.staff), { decisionId });
    const own = await getOwnDecisions(desk.as(desk.helper), { after: null });
    const ids = own.decisions.map(({ id }) => id);
    expect(ids[0]).toBe(decisionId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(own.decisions[0]).toMatchObject({ state: "undone", appealHref: null });
    const others = await getOwnDecisions(desk.as(desk.superUser), { after: null });
    expect(others.decisions).toEqual([]);
    await expect(getOwnDecisions(desk.as(GUEST), { after: null })).rejects.toThrow("sign_in");
  });

  it("go on from page to page", async () => {
    const { good } = await desk.talk();
    for (let at = 0; at < 21; at += 1) {
      await decide(desk.as(desk.staff), {
        verb: "warn",
        subject: { kind: "post", id: good },
        reason: `${at}`,
      });
    }
    const first = await getOwnDecisions(desk.as(desk.helper), { after: null });
    expect(first.decisions.map(({ reason }) => reason).slice(0, 2)).toEqual(["20", "19"]);
    expect(first.decisions).toHaveLength(20);
    const second = await getOwnDecisions(desk.as(desk.helper), { after: first.next });
    expect(second.decisions[0]!.reason).toBe("0");
  });
});

describe("whoever may not write", () => {
  it("changes no text of their profile, only who sees it, and reads why", async () => {
    const until = new Date(Date.now() + 3_600_000);
    await decide(desk.as(desk.staff), {
      verb: "silence",
      subject: { kind: "member", id: desk.helper.id },
      reason: "Rude again",
      hours: 1,
    });
    const silent = desk.as({ ...desk.helper, silenced: { until } });
    const is = { name: desk.helper.name, bio: "" };
    for (const change of [{ name: "New Name" }, { bio: "Buy this" }, { products: "Cheap pills" }]) {
      await expect(updateProfile(silent, { ...is, ...change })).rejects.toThrow("silenced");
    }
    await updateProfile(silent, { ...is, showActivity: "members" });
    await updateProfile(desk.as(desk.helper), { ...is, bio: "I help." });
    expect(await getSilence(silent)).toMatchObject({ reason: "Rude again" });
    expect(await getSilence(desk.as(desk.helper))).toBeNull();
  });
});

describe("whoever reported", () => {
  it("is told what came of it, unless they don’t want that", async () => {
    const { good } = await desk.talk();
    const since = new Date();
    const subject: Subject = { kind: "post", id: good };
    await setReportMails(desk.as(desk.asker), { on: false });
    const { caseId } = await reportContent(desk.as(desk.other), { subject, kind: "rude" });
    await reportContent(desk.as(desk.asker), { subject, kind: "spam" });
    await decide(desk.as(desk.staff), { verb: "approve", subject, caseId });
    const mails = await mailsSince(since);
    expect(mails.map(({ to }) => to)).toEqual([await emailOf(desk.other)]);
    expect(mails[0]!.subject).toContain("The team didn’t agree with your report");
    expect(mails[0]!.text).toContain("(Rude or insulting)");
    await setReportMails(desk.as(desk.asker), { on: true });
  });

  it("is told anew when the outcome turns on appeal", async () => {
    const { good } = await desk.talk();
    const since = new Date();
    const subject: Subject = { kind: "post", id: good };
    const { caseId } = await reportContent(desk.as(desk.other), { subject, kind: "rude" });
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "hide",
      subject,
      caseId,
      reason: "Rude",
    });
    const told = (mails: Mailed[]) => mails.filter(({ key }) => key.startsWith("report:"));
    const first = told(await mailsSince(since));
    expect(first.map(({ subject: line }) => line)).toEqual([expect.stringContaining("agreed")]);
    const { appealId } = await appealDecision(desk.as(desk.helper), { decisionId, text: "No." });
    await decideAppeal(desk.as(desk.second), { appealId, outcome: "overturned", answer: "Yes." });
    const second = told(await mailsSince(since));
    expect(second).toHaveLength(1);
    expect(second[0]!.subject).toContain("didn’t agree");
    expect(second[0]!.text).toContain("once more");
  });

  it("of illegal content gets a receipt and the outcome, as a guest too", async () => {
    const { good } = await desk.talk();
    const since = new Date();
    const subject: Subject = { kind: "post", id: good };
    const { reportId, caseId } = await reportContent(desk.as(GUEST), {
      subject,
      kind: "illegal",
      text: "Visit my page instead",
      legal: { ground: "§ 1", goodFaith: true, name: "Gil Guest", email: "guest@example.org" },
    });
    const [got, ...more] = await mailsSince(since);
    expect(more).toEqual([]);
    expect(got).toMatchObject({ to: "guest@example.org", key: `report_got:${reportId}` });
    expect(got!.text).toContain(`Number of your report: ${reportId}`);
    // Whoever types another’s address can’t write to them by this.
    expect(got!.text).not.toContain("Visit my page");
    expect(got!.text).not.toContain("Gil Guest");
    expect(got!.text).not.toContain("account at");
    await decide(desk.as(desk.staff), { verb: "remove", subject, caseId, reason: "Illegal" });
    const told = (await mailsSince(since)).filter(({ key }) => key.startsWith("report:"));
    expect(told).toHaveLength(1);
    expect(told[0]!.to).toBe("guest@example.org");
    expect(told[0]!.text).toContain("court");
  });
});
