import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { eraseMember } from "#app/features/portability/erase-member.server.ts";
import { getImpact } from "#app/features/reputation/impact/get-impact.server.ts";
import { keepReads } from "#app/features/reputation/impact/keep-reads.server.ts";
import { settleImpact } from "#app/features/reputation/impact/settle-impact.server.ts";
import { getPointHistory } from "#app/features/reputation/profile/get-point-history.server.ts";
import { getRecognition } from "#app/features/reputation/profile/get-recognition.server.ts";
import { settleEveryone } from "#app/features/reputation/settle-everyone.server.ts";
import { countImpact } from "#app/jobs/nightly-reputation.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { closeQuestion } from "./asking/close-question.server.ts";
import { keptQuestionForm } from "./drafts/draft-form.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { reportFix } from "./report-fix.server.ts";
import { sameHere } from "./same-here.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();

let community: Awaited<ReturnType<typeof makeCommunity>>;
let asker: TestMember, helper: TestMember, reader: TestMember, moderator: TestMember;
let threadId: number, answerId: number;
let serial = 0;

const as = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });
const settle = () => inTransaction(db, (tx) => settleImpact(tx, community.id, new Date()));

async function impactOf(member = helper) {
  await settle();
  return getImpact(as(member), member.id);
}

async function solved(by = helper, from = asker) {
  const thread = await startThread(as(from), {
    kind: "question",
    title: `Why does lamp ${(serial += 1)} hum at night?`,
    body: "x",
    spaceSlug: "general",
  });
  const answer = await postAnswer(as(by), { threadId: thread.threadId, body: "Turn it off." });
  await acceptAnswer(as(from), { postId: answer.postId, replaces: null });
  return { threadId: thread.threadId, answerId: answer.postId };
}

const accept = () => acceptAnswer(as(asker), { postId: answerId, replaces: null });
const read = (memberId: number | null = null) => ({
  communityId: community.id,
  threadId,
  memberId,
});

const found = (actor: Actor, once: string) =>
  closeQuestion(as(actor), {
    threadId,
    once,
    draftKey: "ask",
    written: keptQuestionForm.parse({ title: "Humming lamp" }),
  });

beforeEach(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community);
  helper = await makeMember(db, community);
  reader = await makeMember(db, community);
  moderator = await makeMember(db, community, { role: "moderator" });
  ({ threadId, answerId } = await solved());
});

describe("impact", () => {
  it("counts who asked, has the same question, says it worked, and stopped asking", async () => {
    await sameHere(as(reader), { threadId, on: true });
    await sameHere(as(moderator), { threadId, on: true });
    await reportFix(as(reader), { threadId, works: true, visit: null });
    await reportFix(as(GUEST), { threadId, works: true, visit: "a" });
    await reportFix(as(GUEST), { threadId, works: false, visit: "b" });
    await found(reader, "first-time");
    await found(reader, "first-time");
    await keepReads(db, [read(), read(), read(reader.id)], new Date());
    expect(await impactOf()).toEqual({
      // asker, reader and moderator once each, a guest, and one who stopped asking
      solved: 1,
      helped: 5,
      reads: 3,
      sameHere: 2,
      worked: 2,
      found: 1,
      calls: null,
      callShare: 9,
    });
    expect(await impactOf(reader)).toBeNull();
  });

  it("counts a member once over all of one's answers", async () => {
    await solved();
    await solved(helper, reader);
    expect(await impactOf()).toMatchObject({ solved: 3, helped: 2 });
  });

  it("leaves out what one does oneself", async () => {
    await keepReads(db, [read(helper.id), read(asker.id)], new Date());
    await found(helper, "own-answer");
    await sameHere(as(helper), { threadId, on: true });
    await solved(helper, helper).catch(() => undefined);
    expect(await impactOf()).toMatchObject({
      solved: 1,
      helped: 1,
      reads: 1,
      sameHere: 0,
      found: 0,
    });
  });

  it("goes with its cause, comes back with it, and changes nothing when settled again", async () => {
    await keepReads(db, [read()], new Date());
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    const before = await impactOf();
    await hidePost(as(moderator), { postId: answerId, reason: "x" });
    expect(await impactOf()).toBeNull();
    await unhidePost(as(moderator), { postId: answerId });
    // Hiding an answer ends that it is accepted.
    await accept();
    expect(await impactOf()).toEqual(before);
    await unacceptAnswer(as(asker), { postId: answerId });
    expect(await impactOf()).toBeNull();
    await accept();
    expect(await impactOf()).toEqual(before);
    await hideThread(as(moderator), { threadId, reason: "x" });
    expect(await impactOf()).toBeNull();
  });

  it("keeps no reads of what solves nothing, and adds them up by month", async () => {
    await hidePost(as(moderator), { postId: answerId, reason: "x" });
    await keepReads(db, [read()], new Date());
    await unhidePost(as(moderator), { postId: answerId });
    await accept();
    await keepReads(db, [read(), read()], new Date("2026-10-31T23:59:59Z"));
    await keepReads(
      db,
      [read(), { ...read(), threadId: 999_999 }],
      new Date("2026-11-01T00:00:00Z"),
    );
    const { rows } = await sql`select month::text, reads from answer_reach
      where community_id = ${community.id} order by month`.execute(db);
    expect(rows).toEqual([
      { month: "2026-10-01", reads: 2 },
      { month: "2026-11-01", reads: 1 },
    ]);
    expect(await impactOf()).toMatchObject({ reads: 3 });
  });

  it("does not count what a case of unfair votes holds", async () => {
    await impactOf();
    await sql`
      with opened as (
        insert into vote_case (community_id, kind, evidence)
        values (${community.id}, 'ring', '{}') returning id
      )
      insert into held_cause (community_id, case_id, cause)
      select ${community.id}, id, ${`accepted:${threadId}:${answerId}`} from opened
    `.execute(db);
    expect(await impactOf()).toBeNull();
  });

  it("goes on counting who left without a name, and forgets a helper who leaves", async () => {
    await sameHere(as(reader), { threadId, on: true });
    await reportFix(as(reader), { threadId, works: true, visit: null });
    expect(await impactOf()).toMatchObject({ helped: 2, sameHere: 1, worked: 1 });
    const leave = async (member: TestMember) => {
      await db
        .updateTable("member")
        .set({ erase_at: new Date(0) })
        .where("community_id", "=", community.id)
        .where("id", "=", member.id)
        .execute();
      expect(await eraseMember(as(GUEST), member.id)).toBe(true);
    };
    await leave(reader);
    expect(await impactOf()).toMatchObject({ helped: 2, sameHere: 0, worked: 1 });
    await leave(asker);
    expect(await impactOf()).toMatchObject({ helped: 2 });
    await leave(helper);
    await settle();
    const left =
      await sql`select 1 from member_impact where community_id = ${community.id}`.execute(db);
    expect(left.rows).toEqual([]);
  });

  it("is counted at night in every community, also by two at once", async () => {
    const other = await makeCommunity(db);
    await Promise.all([countImpact(db), countImpact(db), countImpact(db)]);
    expect(await getImpact(as(helper), helper.id)).toMatchObject({ helped: 1 });
    expect(await getImpact(makeCtx(db, other, GUEST), helper.id)).toBeNull();
  });
});

describe("what a profile says of recognition", () => {
  const about = (actor: Actor, handle = helper.handle) => getRecognition(as(actor), handle);

  it("tells oneself everything, others what they may know", async () => {
    await settle();
    await settleEveryone(as(GUEST), { tell: false });
    const own = await about(helper);
    expect(own).toMatchObject({ points: 15, rank: 0, history: true });
    expect(own.own?.earned).toEqual([{ rule: "accepted", points: 15 }]);
    expect(own.own?.next?.criteria[0]?.goal).toEqual({ metric: "points", have: 15, need: 50 });
    expect(own.impact).toMatchObject({ helped: 1, own: { solved: 1 } });
    expect(await about(reader)).toMatchObject({
      points: 15,
      history: false,
      own: null,
      impact: { helped: 1, own: null },
    });
    expect(await about(moderator)).toMatchObject({ history: true, own: null });
    await db
      .updateTable("member")
      .set({ show_activity: "members" })
      .where("community_id", "=", community.id)
      .where("id", "=", helper.id)
      .execute();
    expect(await about(GUEST)).toMatchObject({ knows: [], impact: null });
    expect(await about(reader)).toMatchObject({ impact: { helped: 1 } });
    await expect(about(reader, "nobody")).rejects.toThrow(NotFoundError);
  });

  it("lists every point for oneself and staff, with what was taken back", async () => {
    const settleAll = () => settleEveryone(as(GUEST), { tell: false });
    await voteHelpful(as(reader), { postId: answerId, on: true });
    await settleAll();
    await voteHelpful(as(reader), { postId: answerId, on: false });
    await settleAll();
    const history = (actor: Actor) =>
      getPointHistory(as(actor), { handle: helper.handle, cursor: null });
    const { lines, member } = await history(helper);
    expect(member.points).toBe(15);
    const taken = lines.map(({ points, rule, state }) => ({ points, rule, state }));
    expect(taken).toHaveLength(3);
    expect(taken[0]).toEqual({ points: -10, rule: "helpful", state: "back" });
    expect(taken).toContainEqual({ points: 10, rule: "helpful", state: "gone" });
    expect(taken).toContainEqual({ points: 15, rule: "accepted", state: "stands" });
    expect(lines[0]?.thread?.href).toContain(`/t/${threadId}/`);
    expect(JSON.stringify(lines)).not.toContain(reader.handle);
    expect((await history(moderator)).lines).toHaveLength(3);
    await expect(history(reader)).rejects.toThrow(NotFoundError);
    await expect(history(GUEST)).rejects.toThrow(SignInNeededError);
    await hideThread(as(moderator), { threadId, reason: "x" });
    expect((await history(helper)).lines.map(({ thread }) => thread)).toEqual([null, null, null]);
    expect((await history(moderator)).lines[0]?.thread).not.toBeNull();
  });

  it("shows long histories page by page, each entry once", async () => {
    await sql`
      insert into reputation_entry (community_id, member_id, rule, rule_version, cause, number, points, day, caused_at)
      select ${community.id}, ${helper.id}, 'helpful', 0, 'helpful:' || n, 1, 10, '2026-11-01', '2026-11-01'
      from generate_series(1, 70) n
    `.execute(db);
    const seen: number[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page = await getPointHistory(as(helper), { handle: helper.handle, cursor });
      seen.push(...page.lines.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toHaveLength(70);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });
});
