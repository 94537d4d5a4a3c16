import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { decide } from "../decide.server.ts";
import type { Decide } from "../decide-input.ts";
import { reportContent } from "../report-content.server.ts";
import { forgetReporters } from "../reporting/forget-reporters.server.ts";
import { reverseDecision } from "../reverse-decision.server.ts";
import type { Subject } from "../subject.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { listDecisions } from "./list-decisions.server.ts";
import { statementSchema, type Statement } from "./statement-schema.ts";
import { writeStatements, type StatementFormat } from "./write-statements.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(db);
});

const period = () => ({
  from: new Date(Date.now() - 86_400_000),
  to: new Date(Date.now() + 86_400_000),
});

async function written(format: StatementFormat, actor = desk.admin): Promise<string> {
  let text = "";
  for await (const part of writeStatements(desk.as(actor), { period: period(), format })) {
    text += part;
  }
  return text;
}

async function statements(): Promise<Statement[]> {
  const lines = (await written("jsonl")).trimEnd().split("\n").filter(Boolean);
  return lines.map((line) => statementSchema.parse(JSON.parse(line)));
}

const day = () => new Date().toISOString().slice(0, 10);

const as = (verb: Decide["verb"], subject: Subject, more: Partial<Decide> = {}) =>
  decide(desk.as(desk.staff), { verb, subject, reason: "It breaks a rule", ...more });

describe("statements of reasons", () => {
  it("of every restriction have the shape of the EU’s database", async () => {
    const { threadId, good, also } = await desk.talk();
    const { threadId: second } = await desk.ask({}, desk.other);
    await as("hide", { kind: "post", id: also });
    await as("lock", { kind: "thread", id: threadId }, { reason: "" });
    await as("mark_duplicate", { kind: "thread", id: second }, { target: String(threadId) });
    const edit = { body: "Nothing to see.", baseRevision: 1 };
    await as("edit", { kind: "post", id: good }, { edit, ground: "law", rule: "§ 1 Act" });
    const member: Subject = { kind: "member", id: desk.helper.id };
    await as("warn", member);
    await as("silence", member, { hours: 48 });
    await as("suspend", member);
    await as("ban", member);
    const all = await statements();
    const seen = all.map((one) => [
      one.decision_visibility?.[0] ?? one.decision_provision ?? one.decision_account,
      one.decision_ground,
      one.content_type[0],
    ]);
    const terms = "DECISION_GROUND_INCOMPATIBLE_CONTENT";
    expect(seen).toEqual([
      ["DECISION_VISIBILITY_CONTENT_DISABLED", terms, "CONTENT_TYPE_TEXT"],
      ["DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", terms, "CONTENT_TYPE_TEXT"],
      ["DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", terms, "CONTENT_TYPE_TEXT"],
      ["DECISION_VISIBILITY_OTHER", "DECISION_GROUND_ILLEGAL_CONTENT", "CONTENT_TYPE_TEXT"],
      ["DECISION_PROVISION_PARTIAL_SUSPENSION", terms, "CONTENT_TYPE_OTHER"],
      ["DECISION_ACCOUNT_SUSPENDED", terms, "CONTENT_TYPE_OTHER"],
      ["DECISION_ACCOUNT_TERMINATED", terms, "CONTENT_TYPE_OTHER"],
    ]);
    expect(all[3]).toMatchObject({ illegal_content_legal_ground: "§ 1 Act" });
    const ends = new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10);
    expect(all[4]).toMatchObject({ application_date: day(), end_date_service_restriction: ends });
    expect(all[5]).not.toHaveProperty("end_date_account_restriction");
    expect(new Set(all.map(({ puid }) => puid)).size).toBe(all.length);
  });

  it("say where it came from", async () => {
    const { good, also, threadId } = await desk.talk();
    const one: Subject = { kind: "post", id: good };
    const legal = { ground: "§ 2", goodFaith: true, name: "Gil Guest", email: "gil@example.org" };
    const { caseId } = await reportContent(desk.as(GUEST), {
      subject: one,
      kind: "illegal",
      text: "It is forbidden",
      legal,
    });
    await as("remove", one, { caseId, ground: "law" });
    const two: Subject = { kind: "post", id: also };
    const other = await reportContent(desk.as(desk.asker), { subject: two, kind: "harassment" });
    const { decisionId } = await as("hide", two, { caseId: other.caseId });
    await as("lock", { kind: "thread", id: threadId });
    // What became of the reports later doesn’t change what it rested on.
    await reverseDecision(desk.as(desk.staff), { decisionId });
    expect(await statements()).toMatchObject([
      {
        source_type: "SOURCE_ARTICLE_16",
        illegal_content_legal_ground: "§ 2",
        category: "STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE",
      },
      {
        source_type: "SOURCE_TYPE_OTHER_NOTIFICATION",
        category: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
      },
      { source_type: "SOURCE_VOLUNTARY", automated_detection: "No" },
    ]);
  });

  it("of everything by a member are one for each thing", async () => {
    await desk.talk();
    const member: Subject = { kind: "member", id: desk.helper.id };
    await decide(desk.as(desk.staff), { verb: "remove_all", subject: member, reason: "Spam" });
    const all = await statements();
    expect(all.length).toBeGreaterThan(1);
    for (const one of all) {
      expect(one.decision_visibility).toEqual(["DECISION_VISIBILITY_CONTENT_REMOVED"]);
    }
  });

  it("hold no personal data", async () => {
    const { good } = await desk.talk();
    await as(
      "remove",
      { kind: "post", id: good },
      {
        reason:
          "Hal Helper (hal@example.org) wrote with @olu that Mo called +49 30 901820. Helper again.",
        rule: "Don’t name Hal Helper",
      },
    );
    const text = await written("jsonl");
    expect(text).toContain("[member]");
    for (const word of ["Hal", "Helper", "hal@", "@olu", "901820", desk.helper.handle]) {
      expect(text).not.toContain(word);
    }
    expect(text).toContain("called");
  });

  it("are the same as a table, and of admins alone", async () => {
    const { good } = await desk.talk();
    await as("hide", { kind: "post", id: good }, { reason: '=1+1, "quoted"' });
    const [head, row, ...more] = (await written("csv")).split("\r\n");
    expect(head!.split(",").slice(0, 2)).toEqual(["puid", "decision_visibility"]);
    expect(row).toContain('"[""DECISION_VISIBILITY_CONTENT_DISABLED""]"');
    expect(row).toContain(`"'=1+1, ""quoted"""`);
    expect(more).toEqual([""]);
    for (const actor of [desk.staff, desk.superUser]) {
      await expect(written("csv", actor)).rejects.toThrow("forbidden");
    }
    expect(() => writeStatements(desk.as(GUEST), { period: period(), format: "csv" })).toThrow(
      "sign_in",
    );
  });
});

describe("the list of decisions", () => {
  const none = { verb: null, moderator: null, reversed: null, after: null };

  it("is narrowed by kind, person and state, and goes on from page to page", async () => {
    const { good, also, threadId } = await desk.talk();
    const { decisionId } = await as("hide", { kind: "post", id: good });
    await as("lock", { kind: "thread", id: threadId });
    await decide(desk.as(desk.second), {
      verb: "hide",
      subject: { kind: "post", id: also },
      reason: "Rude",
    });
    await reverseDecision(desk.as(desk.staff), { decisionId });
    const ctx = desk.as(desk.second);
    const verbs = async (filters: Partial<Parameters<typeof listDecisions>[1]>) =>
      (await listDecisions(ctx, { ...none, period: period(), ...filters })).decisions.map(
        ({ verb, undone, undoes }) =>
          `${verb}${undone ? " undone" : ""}${undoes ? " undoing" : ""}`,
      );
    expect(await verbs({})).toEqual(["hide undoing", "hide", "lock", "hide undone"]);
    expect(await verbs({ verb: "lock" })).toEqual(["lock"]);
    expect(await verbs({ moderator: `@${desk.second.handle}` })).toEqual(["hide"]);
    expect(await verbs({ reversed: "yes" })).toEqual(["hide undone"]);
    expect(await verbs({ moderator: "nobody" })).toEqual([]);
    for (let at = 0; at < 51; at += 1) {
      await as("warn", { kind: "post", id: also }, { reason: `${at}` });
    }
    const first = await listDecisions(ctx, { ...none, period: period() });
    expect(first.decisions).toHaveLength(50);
    expect(first.mayExport).toBe(false);
    const second = await listDecisions(ctx, { ...none, period: period(), after: first.next });
    expect(second.decisions[0]).toMatchObject({ reason: "0", mayUndo: true });
    await expect(
      listDecisions(desk.as(desk.superUser), { ...none, period: period() }),
    ).rejects.toThrow("forbidden");
  });
});

describe("guests who reported", () => {
  it("are forgotten some time after the case is closed, with the mails to them", async () => {
    const { good, also } = await desk.talk();
    const legal = { ground: "§ 2", goodFaith: true, name: "Gil", email: "gil@example.org" };
    const report = async (id: number) =>
      reportContent(desk.as(GUEST), {
        subject: { kind: "post", id },
        kind: "illegal",
        text: "It is forbidden",
        legal,
      });
    const old = await report(good);
    const open = await report(also);
    const mail = (id: number) => ({
      community_id: desk.community.id,
      dedupe_key: `report_got:${id}`,
      member_id: null,
      to_address: legal.email,
      subject: "We received your report",
      html: "",
      text: "",
    });
    await db
      .insertInto("mail")
      .values([mail(old.reportId), mail(open.reportId)])
      .execute();
    await as("remove", { kind: "post", id: good }, { caseId: old.caseId });
    expect(await forgetReporters(db)).toBe(0);
    await sql`update moderation_case set closed_at = now() - interval '179 days'
      where id = ${old.caseId}`.execute(db);
    expect(await forgetReporters(db)).toBe(0);
    await sql`update moderation_case set closed_at = now() - interval '181 days'
      where id = ${old.caseId}`.execute(db);
    expect(await forgetReporters(db)).toBe(1);
    expect(await forgetReporters(db)).toBe(0);
    const rows = await db
      .selectFrom("report")
      .select(["id", "legal_name", "legal_email", "legal_ground", "text"])
      .where("community_id", "=", desk.community.id)
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      {
        id: old.reportId,
        legal_name: "",
        legal_email: "",
        legal_ground: "§ 2",
        text: "It is forbidden",
      },
      expect.objectContaining({ id: open.reportId, legal_name: "Gil", legal_email: legal.email }),
    ]);
    const mails = await db
      .selectFrom("mail")
      .select("dedupe_key")
      .where("community_id", "=", desk.community.id)
      .execute();
    expect(mails).toEqual([{ dedupe_key: `report_got:${open.reportId}` }]);
  });
});
