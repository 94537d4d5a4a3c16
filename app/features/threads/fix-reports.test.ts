import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailDidItFix } from "#app/features/notifications/mail-did-it-fix.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { askIfFixed } from "#app/jobs/ask-if-fixed.server.ts";
import { sweepVisits } from "#app/jobs/sweep-visits.server.ts";
import { GUEST, type Actor, type Community, type Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import { newToken } from "#app/lib/tokens.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { getFixPage } from "./get-fix-page.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { lockThread } from "./lock-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { reportFix } from "./report-fix.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";

const DAY = 24 * 60 * 60 * 1_000;
const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const elsewhere = await makeCommunity(db);
let asker: TestMember;
let helper: TestMember;
let reader: TestMember;
let staff: TestMember;
let threadId: number;
let answerId: number;
let serial = 0;

const as = (actor: Actor, now = new Date(), where: Community = community): Ctx => ({
  ...makeCtx(db, where, actor),
  now,
});

async function ask(by: TestMember = asker, now = new Date()): Promise<number> {
  serial += 1;
  const made = await startThread(as(by, now), {
    kind: "question",
    title: `Question with the number ${serial}`,
    body: "x",
    spaceSlug: "general",
  });
  return made.threadId;
}

const say = (works: boolean, actor: Actor, visit: string | null = null, now = new Date()) =>
  reportFix(as(actor, now), { threadId, works, visit });

async function worked(postId = answerId) {
  const { works_count: count, last_worked_at: last } = await db
    .selectFrom("post")
    .select(["works_count", "last_worked_at"])
    .where("community_id", "=", community.id)
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  return { count, last };
}

beforeAll(async () => {
  asker = await makeMember(db, community, { email: "asker@example.com" });
  helper = await makeMember(db, community);
  reader = await makeMember(db, community, { verified: false });
  staff = await makeMember(db, community, { role: "moderator" });
});

beforeEach(async () => {
  threadId = await ask();
  answerId = (await postAnswer(as(helper), { threadId, body: "Try this." })).postId;
  await acceptAnswer(as(asker), { postId: answerId, replaces: null });
});

describe("“Did this fix it?”", () => {
  it("counts a member once, who may change their mind", async () => {
    const first = new Date(Date.now() - DAY);
    await say(true, reader, null, first);
    await say(true, reader);
    expect(await worked()).toEqual({ count: 1, last: first });
    await say(true, asker);
    expect((await worked()).count).toBe(2);
    await say(false, asker);
    expect(await worked()).toEqual({ count: 1, last: first });
    await say(false, reader);
    expect(await worked()).toEqual({ count: 0, last: null });
    const rows = await db
      .selectFrom("fix_report")
      .select("works")
      .where("thread_id", "=", threadId)
      .execute();
    expect(rows).toEqual([{ works: false }, { works: false }]);
  });

  it("counts a guest’s visit once a thread, and keeps no name of it that another thread has", async () => {
    const visit = newToken();
    await say(true, GUEST, visit);
    await say(true, GUEST, visit);
    await say(true, GUEST, newToken());
    expect((await worked()).count).toBe(2);
    const other = threadId;
    threadId = await ask();
    const { postId } = await postAnswer(as(helper), { threadId, body: "Try that." });
    await markOfficial(as(staff), { postId });
    await say(true, GUEST, visit);
    expect((await worked(postId)).count).toBe(1);
    const rows = await db
      .selectFrom("fix_report")
      .select("visit_hash")
      .where("thread_id", "in", [threadId, other])
      .execute();
    expect(new Set(rows.map((row) => row.visit_hash)).size).toBe(3);
    expect(JSON.stringify(rows)).not.toContain(visit);
  });

  it("forgets visits after a day and keeps the count", async () => {
    await say(true, GUEST, newToken(), new Date(Date.now() - 1.1 * DAY));
    await say(true, GUEST, newToken());
    await sweepVisits(db);
    const rows = await db
      .selectFrom("fix_report")
      .select((eb) => eb("visit_hash", "is", null).as("forgotten"))
      .where("thread_id", "=", threadId)
      .orderBy("created_at")
      .execute();
    expect(rows).toEqual([{ forgotten: true }, { forgotten: false }]);
    expect((await worked()).count).toBe(2);
  });

  it("keeps the count when whoever said it is erased", async () => {
    const gone = await makeMember(db, community);
    await say(true, gone);
    await sql`delete from member where community_id = ${community.id} and id = ${gone.id}`.execute(
      db,
    );
    await say(true, reader);
    expect((await worked()).count).toBe(2);
  });

  it("is about the answer that stands: the accepted one, else the official one", async () => {
    await say(true, reader);
    const { postId } = await postAnswer(as(staff), { threadId, body: "Or this." });
    await markOfficial(as(staff), { postId });
    await say(true, asker);
    expect((await worked()).count).toBe(2);
    await unacceptAnswer(as(asker), { postId: answerId });
    await say(true, reader);
    expect((await worked()).count).toBe(1);
    expect((await worked(postId)).count).toBe(1);
  });

  it("shows for how many it worked, and a member what they said", async () => {
    await say(true, reader, null, new Date(Date.now() - DAY));
    const guest = await getThreadPage(as(GUEST), { threadId });
    expect(guest.accepted?.worked).toMatchObject({ count: 1, last: { text: "yesterday" } });
    expect(guest.opening.worked).toBeNull();
    expect(guest.thread).toMatchObject({ viewerFix: null, can: { reportFix: true } });
    expect((await getThreadPage(as(reader), { threadId })).thread.viewerFix).toBe(true);
    expect((await getThreadPage(as(asker), { threadId })).thread.viewerFix).toBeNull();
  });

  it("refuses what can’t be tried, one’s own answer, and what isn’t theirs to see", async () => {
    await expect(say(true, helper)).rejects.toMatchObject({ code: "own_answer" });
    const open = await ask();
    await expect(
      reportFix(as(reader), { threadId: open, works: true, visit: null }),
    ).rejects.toBeInstanceOf(ConflictError);
    expect((await getThreadPage(as(reader), { threadId: open })).thread.can.reportFix).toBe(false);
    await expect(getFixPage(as(GUEST), open)).rejects.toBeInstanceOf(NotFoundError);
    const talk = await startThread(as(asker), {
      kind: "discussion",
      title: "A discussion about it",
      body: "x",
      spaceSlug: "general",
    });
    await expect(
      reportFix(as(reader), { threadId: talk.threadId, works: true, visit: null }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    const foreign = await makeMember(db, elsewhere);
    await expect(
      reportFix(as(foreign, new Date(), elsewhere), { threadId, works: true, visit: null }),
    ).rejects.toBeInstanceOf(NotFoundError);
    await hideThread(as(staff), { threadId, reason: "x" });
    await expect(say(true, GUEST, newToken())).rejects.toBeInstanceOf(NotFoundError);
  });

  it("“not yet” leads on: same here, a reply, a question", async () => {
    expect(await getFixPage(as(GUEST), threadId)).toMatchObject({
      sameHere: true,
      open: true,
      spaceSlug: "general",
    });
    expect((await getFixPage(as(asker), threadId)).sameHere).toBe(false);
    await lockThread(as(staff), { threadId });
    expect((await getFixPage(as(GUEST), threadId)).open).toBe(false);
  });

  it("holds its counts when many say it at once", async () => {
    const visits = Array.from({ length: 20 }, () => newToken());
    const members = await Promise.all(Array.from({ length: 5 }, () => makeMember(db, community)));
    await Promise.all([
      ...visits.flatMap((visit) => [say(true, GUEST, visit), say(true, GUEST, visit)]),
      ...members.flatMap((member) => [say(true, member), say(false, member), say(true, member)]),
    ]);
    for (const member of members) await say(true, member);
    expect((await worked()).count).toBe(25);
    await settleCommunity({ db, community });
    expect(await examine(db, community.id)).toEqual([]);
  });
});

describe("the question after three days", () => {
  const now = new Date();
  const before = (days: number) => new Date(now.getTime() - days * DAY);

  async function answered(days: number, by: TestMember = asker): Promise<number> {
    const id = await ask(by, before(days));
    await postAnswer(as(helper, before(days)), { threadId: id, body: "Perhaps this." });
    return id;
  }

  const asked = async () =>
    (
      await db
        .selectFrom("mail")
        .select("dedupe_key")
        .where("community_id", "=", community.id)
        .where("dedupe_key", "like", "did_it_fix:%")
        .execute()
    ).map((row) => Number(row.dedupe_key.split(":")[1]));

  it("goes once to whoever asked an open question with somebody’s answer", async () => {
    const due = await answered(3.5);
    const young = await answered(2.5);
    const old = await answered(40);
    const solved = await answered(4);
    const [answer] = (await getThreadPage(as(asker), { threadId: solved })).answers;
    await acceptAnswer(as(asker), { postId: answer!.id, replaces: null });
    const locked = await answered(4);
    await lockThread(as(staff), { threadId: locked });
    const hidden = await answered(4);
    await hideThread(as(staff), { threadId: hidden, reason: "x" });
    const unverified = await answered(4, asker);
    await sql`update thread set author_id = ${reader.id} where id = ${unverified}`.execute(db);
    const own = await ask(asker, before(4));
    await postAnswer(as(asker, before(4)), { threadId: own, body: "Never mind." });
    const official = await answered(4);
    const [first] = (await getThreadPage(as(asker), { threadId: official })).answers;
    await markOfficial(as(staff), { postId: first!.id });
    await reportFix(as(asker), { threadId: official, works: true, visit: null });

    await askIfFixed(db);
    await mailDidItFix(as(GUEST));
    expect(await asked()).toEqual([due]);
    await mailDidItFix(as(GUEST, new Date(now.getTime() + DAY)));
    expect((await asked()).toSorted((a, b) => a - b)).toEqual([due, young]);
    expect(old).toBeGreaterThan(0);
    const mail = await db
      .selectFrom("mail")
      .select(["to_address", "subject", "text"])
      .where("dedupe_key", "=", `did_it_fix:${due}`)
      .executeTakeFirstOrThrow();
    expect(mail.to_address).toBe("asker@example.com");
    expect(mail.subject).toMatch(/^Is it fixed\? Question with the number/);
    expect(mail.text).toMatch(new RegExp(`^http://\\S+/t/${due}/\\S+#replies$`, "m"));
    expect(mail.text).toContain("has 1 answer.");
  });
});
