import { beforeEach, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { setRole } from "#app/features/members/set-role.server.ts";
import { ledgerDifferences } from "#app/features/reputation/ledger-differences.server.ts";
import { DEFAULT_RULES } from "#app/features/reputation/point-rules.ts";
import { memberMetrics } from "#app/features/reputation/member-metrics.server.ts";
import { publishPointRules } from "#app/features/reputation/publish-point-rules.server.ts";
import { publishRanks } from "#app/features/reputation/publish-ranks.server.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import {
  simulatePoints,
  type PointProposal,
} from "#app/features/reputation/simulate-points.server.ts";
import { simulateRanks } from "#app/features/reputation/simulate-ranks.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { editPost } from "./edit-post.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { hideThread } from "./hide-thread.server.ts";
import { markOfficial } from "./mark-official.server.ts";
import { markDuplicate } from "./tending/mark-duplicate.server.ts";
import { unmarkDuplicate } from "./tending/unmark-duplicate.server.ts";
import { voteHide } from "./tending/vote-hide.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { restoreThread } from "./restore-thread.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();

let community: Awaited<ReturnType<typeof makeCommunity>>;
let asker: TestMember,
  author: TestMember,
  reader: TestMember,
  moderator: TestMember,
  admin: TestMember;
let told: Set<string>;

beforeEach(async () => {
  community = await makeCommunity(db);
  const made = (role?: TestMember["role"]) => makeMember(db, community, { role });
  asker = await made();
  author = await made();
  reader = await made();
  moderator = await made("moderator");
  admin = await made("admin");
  told = new Set();
});

const ctx = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });

/** Tells the ledger every new fact, twice. */
async function settle(): Promise<void> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .execute();
  for (const row of rows.filter(({ id }) => !told.has(id))) {
    told.add(row.id);
    const event = {
      ...row,
      communityId: community.id,
      actorId: row.actor_id,
    } as unknown as AppEvent;
    const subscribers = subscribersOf(event.type).filter(({ name }) => name === "settle_points");
    for (const { run } of [...subscribers, ...subscribers]) await run(ctx(admin), event);
  }
  expect(await ledgerDifferences(db, community.id, 10)).toEqual([]);
}

async function pointsOf(...members: TestMember[]): Promise<number[]> {
  await settle();
  const rows = await db
    .selectFrom("member")
    .select(["id", "points"])
    .where("community_id", "=", community.id)
    .execute();
  return members.map(({ id }) => rows.find((row) => row.id === id)!.points);
}

const question = (actor = asker, title = "Why does the hub blink?") =>
  startThread(ctx(actor), {
    kind: "question",
    title,
    body: "It blinks.",
    spaceSlug: "general",
    tags: [],
  });
const answer = (threadId: number, actor = author) =>
  postAnswer(ctx(actor), { threadId, body: "Hold the button for ten seconds." });

const changed = (points: number) => ({
  ...DEFAULT_RULES,
  helpful: { points, dailyCap: DEFAULT_RULES.helpful.dailyCap },
});

/** Publishes the first version of rules, as it was tried. */
async function publishTried(proposal: PointProposal, by = admin): Promise<void> {
  const { figures } = await simulatePoints(ctx(by), proposal);
  await publishPointRules(ctx(by), { ...proposal, note: "", replaces: 0, figures });
}

describe("what gives points", () => {
  it("a helpful vote, while it stands", async () => {
    const { postId } = await question();
    await voteHelpful(ctx(reader), { postId, on: true });
    expect(await pointsOf(asker, reader)).toEqual([10, 0]);
    await voteHelpful(ctx(reader), { postId, on: false });
    expect(await pointsOf(asker)).toEqual([0]);
    await voteHelpful(ctx(reader), { postId, on: true });
    expect(await pointsOf(asker)).toEqual([10]);
    const entries = await db
      .selectFrom("reputation_entry")
      .select(["points", "rule", "rule_version", "giver_id", "post_id"])
      .where("community_id", "=", community.id)
      .orderBy("id")
      .execute();
    expect(entries.map((entry) => entry.points)).toEqual([10, -10, 10]);
    expect(entries[0]).toMatchObject({ rule: "helpful", rule_version: 0, giver_id: reader.id });
  });

  it("an accepted answer, to both; one's own nothing", async () => {
    const { threadId } = await question();
    const theirs = await answer(threadId);
    await acceptAnswer(ctx(asker), { postId: theirs.postId, replaces: null });
    expect(await pointsOf(asker, author)).toEqual([2, 15]);
    await unacceptAnswer(ctx(asker), { postId: theirs.postId });
    expect(await pointsOf(asker, author)).toEqual([0, 0]);
    const own = await answer(threadId, asker);
    await acceptAnswer(ctx(asker), { postId: own.postId, replaces: null });
    expect(await pointsOf(asker, author)).toEqual([0, 0]);
  });

  it("staff's confirmation, and an edit of another's post by a super user", async () => {
    const superUser = await makeMember(db, community, { role: "super_user" });
    const { threadId, postId } = await question();
    const theirs = await answer(threadId);
    await markOfficial(ctx(moderator), { postId: theirs.postId });
    await editPost(ctx(superUser), { postId, body: "It blinks red.", baseRevision: 1 });
    expect(await pointsOf(author, superUser)).toEqual([15, 2]);
    await setRole(ctx(admin), { memberId: superUser.id, role: "moderator" });
    expect(await pointsOf(superUser)).toEqual([0]);
  });

  it("a duplicate closed by who isn’t staff, while it is one", async () => {
    const superUser = await makeMember(db, community, { role: "super_user" });
    const [first, second, third, fourth] = [
      await question(asker, "Why does the lamp blink?"),
      await question(asker, "Why does my lamp blink at night?"),
      await question(asker, "My lamp blinks. Why?"),
      await question(asker, "Which lamps blink?"),
    ];
    const mark = (by: TestMember, of: number, into: number) =>
      markDuplicate(ctx(by), { threadId: of, target: String(into) });
    await mark(superUser, second.threadId, first.threadId);
    await mark(moderator, third.threadId, first.threadId);
    expect(await pointsOf(superUser, moderator)).toEqual([2, 0]);
    await unmarkDuplicate(ctx(asker), { threadId: second.threadId });
    expect(await pointsOf(superUser)).toEqual([0]);
    const own = await question(superUser);
    await mark(superUser, own.threadId, first.threadId);
    expect(await pointsOf(superUser)).toEqual([0]);
    await mark(superUser, second.threadId, first.threadId);
    // Then leads on to another; it is still theirs.
    await mark(moderator, first.threadId, fourth.threadId);
    expect(await pointsOf(superUser, moderator)).toEqual([2, 0]);
    const metrics = await memberMetrics(db, community.id, { memberIds: null, now: new Date() });
    expect(metrics.get(superUser.id)).toMatchObject({ duplicates: 2, agreed_reports: 0 });
  });

  it("a vote to hide that others agreed with, while the post is hidden", async () => {
    const voters = await Promise.all(
      [1, 2, 3].map(() => makeMember(db, community, { role: "super_user" })),
    );
    const { threadId } = await question();
    const [rude, fine] = [await answer(threadId), await answer(threadId, reader)];
    const vote = (by: TestMember, postId: number) =>
      voteHide(ctx(by), { postId, reason: "It insults the asker." });
    await vote(voters[0]!, fine.postId);
    await vote(voters[0]!, rude.postId);
    await vote(voters[1]!, rude.postId);
    expect(await pointsOf(...voters)).toEqual([0, 0, 0]);
    await vote(voters[2]!, rude.postId);
    expect(await pointsOf(...voters)).toEqual([2, 2, 2]);
    await unhidePost(ctx(moderator), { postId: rude.postId });
    expect(await pointsOf(...voters)).toEqual([0, 0, 0]);
    await hidePost(ctx(moderator), { postId: fine.postId, reason: "An advert." });
    expect(await pointsOf(...voters)).toEqual([2, 0, 0]);
    const metrics = await memberMetrics(db, community.id, { memberIds: null, now: new Date() });
    expect(metrics.get(voters[0]!.id)).toMatchObject({ duplicates: 0, agreed_reports: 1 });
  });

  it("nothing that is hidden, until it is shown again", async () => {
    const { threadId } = await question();
    const theirs = await answer(threadId);
    await voteHelpful(ctx(reader), { postId: theirs.postId, on: true });
    await hidePost(ctx(moderator), { postId: theirs.postId, reason: "Look at it." });
    expect(await pointsOf(author)).toEqual([0]);
    await unhidePost(ctx(moderator), { postId: theirs.postId });
    expect(await pointsOf(author)).toEqual([10]);
    await hideThread(ctx(moderator), { threadId, reason: "Look at it." });
    expect(await pointsOf(author)).toEqual([0]);
    await restoreThread(ctx(moderator), { threadId });
    expect(await pointsOf(author)).toEqual([10]);
  });
});

describe("the cap of a day", () => {
  it("lets 200 points of votes in, whichever vote goes and whenever", async () => {
    const { postId } = await question();
    const voters = await Promise.all(Array.from({ length: 23 }, () => makeMember(db, community)));
    const noon = (index: number) => new Date(Date.UTC(2026, 4, 5, 12, 0, index));
    for (const [index, voter] of voters.entries()) {
      await voteHelpful(ctx(voter, noon(index)), { postId, on: true });
    }
    expect(await pointsOf(asker)).toEqual([200]);
    await voteHelpful(ctx(voters[0]!), { postId, on: false });
    await voteHelpful(ctx(voters[1]!), { postId, on: false });
    expect(await pointsOf(asker)).toEqual([200]);
    for (const voter of voters.slice(2, 4)) await voteHelpful(ctx(voter), { postId, on: false });
    expect(await pointsOf(asker)).toEqual([190]);
  });
});

describe("rules of the brand", () => {
  it("publish what was simulated, for all that ever happened", async () => {
    const { threadId, postId } = await question();
    const theirs = await answer(threadId);
    await voteHelpful(ctx(reader), { postId, on: true });
    await voteHelpful(ctx(reader), { postId: theirs.postId, on: true });
    await acceptAnswer(ctx(asker), { postId: theirs.postId, replaces: null });
    await settle();
    const proposal = { rules: changed(4), effectiveFrom: null };
    const { points, figures } = await simulatePoints(ctx(admin), proposal);
    expect(points).toEqual([
      { memberId: asker.id, before: 12, after: 6 },
      { memberId: author.id, before: 25, after: 19 },
    ]);
    const input = { ...proposal, note: "Votes count less", replaces: 0, figures };
    expect(await publishPointRules(ctx(admin), input)).toBe(1);
    expect(await pointsOf(asker, author)).toEqual([6, 19]);
    await expect(publishPointRules(ctx(admin), input)).rejects.toThrow(ConflictError);
  });

  it("hold from a day on when it is said so", async () => {
    const { postId } = await question();
    await voteHelpful(ctx(reader, new Date("2026-01-10T12:00:00Z")), { postId, on: true });
    await voteHelpful(ctx(author, new Date("2026-03-10T12:00:00Z")), { postId, on: true });
    const from = new Date("2026-02-01T00:00:00Z");
    await publishTried({ rules: changed(1), effectiveFrom: from });
    expect(await pointsOf(asker)).toEqual([11]);
  });

  it("are the admins’", async () => {
    const input = { rules: changed(1), effectiveFrom: null, note: "", replaces: 0, figures: "" };
    for (const actor of [reader, moderator]) {
      await expect(publishPointRules(ctx(actor), input)).rejects.toThrow(ForbiddenError);
      await expect(simulatePoints(ctx(actor), input)).rejects.toThrow(ForbiddenError);
      await expect(simulateRanks(ctx(actor), DEFAULT_RANKS)).rejects.toThrow(ForbiddenError);
    }
  });

  it("touch no other community", async () => {
    const mine = community;
    const { postId } = await question();
    await voteHelpful(ctx(reader), { postId, on: true });
    await settle();
    const otherAdmin = { ...admin };
    community = await makeCommunity(db);
    const there = await makeMember(db, community, { role: "admin" });
    await publishTried({ rules: changed(1), effectiveFrom: null }, there);
    community = mine;
    admin = otherAdmin;
    expect(await pointsOf(asker)).toEqual([10]);
  });
});

describe("ranks", () => {
  const rankOf = async ({ id }: TestMember) => {
    const row = await db
      .selectFrom("member")
      .select("rank")
      .where("community_id", "=", community.id)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return row.rank;
  };

  it("follow the points, up and down, and each move is kept", async () => {
    const voters = await Promise.all(Array.from({ length: 5 }, () => makeMember(db, community)));
    const { postId } = await question();
    for (const voter of voters) await voteHelpful(ctx(voter), { postId, on: true });
    await settle();
    expect(await rankOf(asker)).toBe(1);
    await voteHelpful(ctx(voters[0]!), { postId, on: false });
    await settle();
    expect(await rankOf(asker)).toBe(0);
    const moves = await db
      .selectFrom("rank_change")
      .select(["from_rank", "to_rank"])
      .where("member_id", "=", asker.id)
      .orderBy("id")
      .execute();
    expect(moves).toEqual([
      { from_rank: 0, to_rank: 1 },
      { from_rank: 1, to_rank: 0 },
    ]);
  });

  it("publish what was simulated", async () => {
    const { postId } = await question();
    await voteHelpful(ctx(reader), { postId, on: true });
    await settle();
    const ranks = [DEFAULT_RANKS[0]!, { ...DEFAULT_RANKS[1]!, formula: "questions >= 1" }];
    const tried = await simulateRanks(ctx(admin), ranks);
    expect(tried.ranks).toEqual([{ memberId: asker.id, from: 0, to: 1 }]);
    await publishRanks(ctx(admin), { ranks, note: "", replaces: 0, figures: tried.figures });
    expect(await rankOf(asker)).toBe(1);
    expect(await rankOf(reader)).toBe(0);
  });
});
