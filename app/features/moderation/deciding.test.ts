import { beforeAll, describe, expect, it } from "vitest";
import type pg from "pg";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { claimCase, releaseCase } from "./claim-case.server.ts";
import { decide } from "./decide.server.ts";
import { getCase } from "./get-case.server.ts";
import { listCases } from "./list-cases.server.ts";
import { lockSubject } from "./load-decided.server.ts";
import { openCase } from "./open-case.server.ts";
import { reportContent } from "./report-content.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db, pool } = await cloneDatabase({ max: 12 });
let desk: Desk;
const sent: string[] = [];

const watched = new WeakSet<pg.PoolClient>();
pool.on("acquire", (client) => {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query: (...args: unknown[]) => {
      const [first] = args as [string | { text: string }];
      sent.push(typeof first === "string" ? first : first.text);
      return query(...args);
    },
  });
});

beforeAll(async () => {
  desk = await openDesk(db);
});

const postState = async (id: number) =>
  (await db.selectFrom("post").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;

/** A held answer with a case in the queue. */
async function heldAnswer(): Promise<{ subject: Subject; caseId: number; postId: number }> {
  const { threadId } = await desk.ask();
  const { postId } = await desk.answer(threadId);
  await decide(desk.as(desk.admin), {
    verb: "hide",
    subject: { kind: "post", id: postId },
    reason: "r",
  });
  await db
    .updateTable("post")
    .set({ state: "held", state_by: null })
    .where("id", "=", postId)
    .execute();
  const subject: Subject = { kind: "post", id: postId };
  const { caseId } = await inTransaction(db, async (tx) => {
    await lockSubject(tx, desk.community.id, subject);
    return openCase(tx, desk.as(desk.admin), { subject, queue: "held", reasons: [] });
  });
  return { subject, caseId, postId };
}

describe("two who decide at once", () => {
  it("the second is told what the first decided, in twenty races", async () => {
    for (let round = 0; round < 20; round += 1) {
      const { subject, caseId, postId } = await heldAnswer();
      const [one, two] = await Promise.allSettled([
        decide(desk.as(desk.staff), { verb: "approve", subject, caseId }),
        decide(desk.as(desk.second), { verb: "remove", subject, caseId, reason: "Spam" }),
      ]);
      const lost = [one, two].filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(1);
      const error = lost[0]!.reason as ConflictError;
      expect(error).toBeInstanceOf(ConflictError);
      const first = one.status === "fulfilled" ? "approve" : "remove";
      expect(error.publicMessage).toMatchObject({
        key: "moderation.decidedMeanwhile",
        params: { verb: first, name: first === "approve" ? "Mo Moderator" : "Sam Second" },
      });
      expect(await postState(postId)).toBe(first === "approve" ? "published" : "deleted");
    }
    const said = desk
      .as(desk.second)
      .t("moderation.decidedMeanwhile", { name: "Mo", verb: "hide" });
    expect(said).toBe("Mo was first: hid it.");
  });

  it("also without a case, and with what was seen last", async () => {
    const { postId } = await desk.answer((await desk.ask()).threadId);
    const subject: Subject = { kind: "post", id: postId };
    const hide = { verb: "hide", subject, reason: "r" } as const;
    const results = await Promise.allSettled([
      decide(desk.as(desk.staff), hide),
      decide(desk.as(desk.second), hide),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const remove = { verb: "remove", subject, reason: "r", lastSeen: null } as const;
    await expect(decide(desk.as(desk.second), remove)).rejects.toThrow("decided_meanwhile");
    const { threadId } = await desk.ask();
    const lock = { verb: "lock", subject: { kind: "thread", id: threadId } } as const;
    await decide(desk.as(desk.staff), { ...lock, lastSeen: null });
    await expect(decide(desk.as(desk.second), lock)).rejects.toThrow("decided_meanwhile");
  });

  it("undo once", async () => {
    const { postId } = await desk.answer((await desk.ask()).threadId);
    const subject: Subject = { kind: "post", id: postId };
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "hide",
      subject,
      reason: "r",
    });
    const results = await Promise.allSettled(
      [desk.staff, desk.second, desk.admin].map((by) =>
        reverseDecision(desk.as(by), { decisionId }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await postState(postId)).toBe("published");
  });
});

describe("a claim", () => {
  it("is one person's for 15 minutes, also against a decision", async () => {
    const { subject, caseId } = await heldAnswer();
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const results = await Promise.allSettled([
      claimCase(desk.as(desk.staff), { caseId }),
      claimCase(desk.as(desk.second), { caseId }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [holder, waiting] =
      results[0]!.status === "fulfilled" ? [desk.staff, desk.second] : [desk.second, desk.staff];
    const approve = { verb: "approve", subject, caseId } as const;
    await expect(decide(desk.as(waiting), approve)).rejects.toThrow("claimed");
    expect((await getCase(desk.as(waiting), caseId)).claimed?.name).toBe(holder.name);
    await releaseCase(desk.as(waiting), { caseId });
    await expect(claimCase(desk.as(waiting, at(14)), { caseId })).rejects.toThrow("claimed");
    await claimCase(desk.as(waiting, at(16)), { caseId });
    await releaseCase(desk.as(waiting, at(16)), { caseId });
    await decide(desk.as(holder), approve);
    await expect(claimCase(desk.as(waiting), { caseId })).rejects.toThrow("decided_meanwhile");
  });
});

describe("approving", () => {
  it("takes at most six queries", async () => {
    const { subject, caseId } = await heldAnswer();
    const reporter = await makeMember(db, desk.community, { role: "moderator" });
    await reportContent(desk.as(reporter), { subject, kind: "other", text: "Odd" });
    sent.length = 0;
    await decide(desk.as(desk.staff), { verb: "approve", subject, caseId });
    const queries = sent.filter((text) => !/^(begin|commit|start|set )/i.test(text));
    expect(queries.length).toBeLessThanOrEqual(6);
    sent.length = 0;
    const { threadId } = await desk.ask();
    await db.updateTable("thread").set({ state: "held" }).where("id", "=", threadId).execute();
    sent.length = 0;
    await decide(desk.as(desk.staff), {
      verb: "approve",
      subject: { kind: "thread", id: threadId },
    });
    expect(sent.filter((text) => !/^(begin|commit)/i.test(text)).length).toBeLessThanOrEqual(6);
  });
});

describe("undoing", () => {
  it("refuses when something was built on it", async () => {
    const { threadId, good } = await desk.talk();
    const subject: Subject = { kind: "post", id: good };
    const hide = await decide(desk.as(desk.staff), { verb: "hide", subject, reason: "r" });
    const restore = await decide(desk.as(desk.second), { verb: "restore", subject });
    await expect(
      reverseDecision(desk.as(desk.staff), { decisionId: hide.decisionId }),
    ).rejects.toMatchObject({
      code: "built_on",
      publicMessage: { params: { name: "Sam Second" } },
    });
    await decide(desk.as(desk.staff), { verb: "mark_official", subject });
    await expect(
      reverseDecision(desk.as(desk.staff), { decisionId: restore.decisionId }),
    ).rejects.toThrow("changed_since");
    const lock = { verb: "lock", subject: { kind: "thread", id: threadId } } as const;
    const locked = await decide(desk.as(desk.staff), lock);
    await db.updateTable("thread").set({ locked_at: null }).where("id", "=", threadId).execute();
    await expect(
      reverseDecision(desk.as(desk.staff), { decisionId: locked.decisionId }),
    ).rejects.toThrow("changed_since");
    // The lock that was taken behind the desk's back is what the doctor finds.
    await settleCommunity({ db, community: desk.community });
    expect((await examine(db, desk.community.id)).map(({ check }) => check)).toContain(
      "decision.fold",
    );
    await db
      .updateTable("thread")
      .set({ locked_at: new Date() })
      .where("id", "=", threadId)
      .execute();
  });

  it("opens the case again", async () => {
    const { subject, caseId } = await heldAnswer();
    const { decisionId } = await decide(desk.as(desk.staff), { verb: "approve", subject, caseId });
    expect((await getCase(desk.as(desk.staff), caseId)).closingDecisionId).toBe(decisionId);
    await reverseDecision(desk.as(desk.staff), { decisionId });
    const again = await getCase(desk.as(desk.staff), caseId);
    expect(again).toMatchObject({ closedAt: null, closingDecisionId: null });
    const { rows } = await listCases(desk.as(desk.staff), { queue: "held" });
    expect(rows.map(({ id }) => id)).toContain(caseId);
  });
});

describe("a decision", () => {
  it("is never changed or deleted", async () => {
    const one = await db.selectFrom("decision").select("id").limit(1).executeTakeFirstOrThrow();
    const change = db.updateTable("decision").set({ reason: "Another" }).where("id", "=", one.id);
    await expect(change.execute()).rejects.toThrow("never changed");
    const remove = db.deleteFrom("decision").where("id", "=", one.id);
    await expect(remove.execute()).rejects.toThrow("never deleted");
    const forget = db.updateTable("decision").set({ actor_id: null }).where("id", "=", one.id);
    await forget.execute();
  });

  it("about everything of an author is undone with one undoing", async () => {
    const spammer = await makeMember(db, desk.community);
    const { threadId } = await desk.ask({}, spammer);
    const { threadId: other } = await desk.ask();
    const answers = [await desk.answer(other, spammer), await desk.answer(other, spammer)];
    const subject: Subject = { kind: "member", id: spammer.id };
    const { decisionId } = await decide(desk.as(desk.staff), {
      verb: "remove_all",
      subject,
      reason: "Spam",
    });
    for (const { postId } of answers) expect(await postState(postId)).toBe("deleted");
    const batch = await db
      .selectFrom("decision")
      .select("id")
      .where("batch_id", "=", decisionId)
      .execute();
    expect(batch).toHaveLength(3);
    await reverseDecision(desk.as(desk.staff), { decisionId: batch.at(-1)!.id });
    await reverseDecision(desk.as(desk.staff), { decisionId });
    for (const { postId } of answers) expect(await postState(postId)).toBe("published");
    const thread = await db
      .selectFrom("thread")
      .select("state")
      .where("id", "=", threadId)
      .executeTakeFirstOrThrow();
    expect(thread.state).toBe("published");
    await settleCommunity({ db, community: desk.community });
    const found = await examine(db, desk.community.id);
    expect(found.filter(({ check }) => check !== "decision.fold")).toEqual([]);
  });
});
