import { expect, it } from "vitest";
import { giveBadge } from "#app/features/reputation/badges/give-badge.server.ts";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import { eraseDueMembers } from "#app/jobs/erase-due-members.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { eraseMember } from "./erase-member.server.ts";
import { exported } from "./testing/exported.ts";
import { settleCommunity } from "./testing/settle-community.ts";

const { db } = await cloneDatabase();

it("what reputation says of a member is in their export but for cases, and goes with them; decisions stay", async () => {
  const community = await makeCommunity(db);
  const leaving = await makeMember(db, community, { role: "moderator" });
  const stays = await makeMember(db, community);
  const ctx = makeCtx(db, community);
  const at = community.id;
  const { id: threadId } = await db
    .insertInto("thread")
    .values({
      community_id: at,
      kind: "question",
      space_id: community.spaces.general,
      title: "A question",
      slug: "q",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: caseId } = await db
    .insertInto("vote_case")
    .values({
      community_id: at,
      kind: "ring",
      evidence: "[]",
      state: "upheld",
      decided_by: leaving.id,
      decided_at: new Date(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const figures = { given_inside: 1, given: 2, received_inside: 3, received: 4 };
  for (const { id } of [leaving, stays]) {
    await db
      .insertInto("vote_case_member")
      .values({ community_id: at, case_id: caseId, member_id: id, ...figures })
      .execute();
  }
  await db
    .insertInto("expertise")
    .values({
      community_id: at,
      member_id: leaving.id,
      tag_id: null,
      space_id: community.spaces.general,
      score: 5,
      answers: 1,
      accepted: 1,
      helpful: 0,
    })
    .execute();
  const invites = [
    { member_id: leaving.id, invited_by: stays.id },
    { member_id: stays.id, invited_by: leaving.id },
  ];
  for (const invite of invites) {
    await db
      .insertInto("answer_invite")
      .values({ community_id: at, thread_id: threadId, ...invite })
      .execute();
  }
  const content = await exported(ctx, leaving.id);
  expect(Object.keys(content).filter((section) => section.startsWith("vote_case"))).toEqual([]);
  expect(content).toMatchObject({
    expertise: [{ score: 5 }],
    answer_invite: [{ invited_by: stays.id }],
    answer_invite_invited_by: [{ member_id: stays.id }],
    account: { open_to_invites: false, on_leaderboards: true },
  });

  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", leaving.id)
    .execute();
  expect(await eraseMember(ctx, leaving.id)).toBe(true);
  const of = async (table: "vote_case_member" | "answer_invite" | "expertise") =>
    (await db.selectFrom(table).select("member_id").where("community_id", "=", at).execute()).map(
      (row) => row.member_id,
    );
  expect(await of("vote_case_member")).toEqual([stays.id]);
  expect(await of("answer_invite")).toEqual([stays.id]);
  expect(await of("expertise")).toEqual([]);
  const kept = await db.selectFrom("vote_case").select(["state", "decided_by"]).execute();
  expect(kept).toEqual([{ state: "upheld", decided_by: null }]);
});

it("points, ranks and badges are exported with their reasons, and others keep theirs", async () => {
  const community = await makeCommunity(db);
  const at = community.id;
  const leaving = await makeMember(db, community, { role: "moderator" });
  const stays = await makeMember(db, community);
  const staff = await makeMember(db, community, { role: "admin" });
  const as = (actor: TestMember): Ctx => makeCtx(db, community, actor);
  const answerTo = async (asker: TestMember, author: TestMember) => {
    const { threadId } = await startThread(as(asker), {
      kind: "question",
      title: "Why does the lamp blink?",
      body: "It blinks.",
      spaceSlug: "general",
    });
    const { postId } = await postAnswer(as(author), { threadId, body: "Turn it once." });
    await acceptAnswer(as(asker), { postId, replaces: null });
    await voteHelpful(as(asker), { postId, on: true });
    return postId;
  };
  const own = await answerTo(stays, leaving);
  const theirs = await answerTo(leaving, stays);
  await giveBadge(as(staff), {
    badgeKey: "thanks",
    handle: leaving.handle,
    reason: "For the evening.",
  });
  await giveBadge(as(leaving), {
    badgeKey: "thanks",
    handle: stays.handle,
    reason: "For the morning.",
  });
  await settleCommunity({ db, community });
  await db.updateTable("member").set({ rank: 1 }).where("id", "=", leaving.id).execute();
  await settleCommunity({ db, community });

  const content = await exported(as(leaving), leaving.id);
  expect(content.account).toMatchObject({ points: 27, rank: 0 });
  const entries = content.reputation_entry as { points: number; member_id: number }[];
  expect(entries.map(({ points }) => points).sort((a, b) => a - b)).toEqual([2, 10, 15]);
  expect(new Set(entries.map(({ member_id: id }) => id))).toEqual(new Set([leaving.id]));
  expect(content).not.toHaveProperty("reputation_entry_giver_id");
  expect(content.rank_change).toMatchObject([{ from_rank: 1, to_rank: 0 }]);
  expect(content.badge_grant).toContainEqual(
    expect.objectContaining({ badge_key: "thanks", by_hand: true, reason: "For the evening." }),
  );
  expect(content.badge_grant).toContainEqual(
    expect.objectContaining({ badge_key: "first-fix", post_id: own }),
  );
  expect(content.badge_grant_granted_by).toMatchObject([
    { member_id: stays.id, reason: "For the morning." },
  ]);
  expect(content.vote).toMatchObject([{ post_id: theirs }]);

  const ofStays = async () => ({
    member: await db.selectFrom("member").select("points").where("id", "=", stays.id).execute(),
    entries: await db
      .selectFrom("reputation_entry")
      .select(["cause", "points"])
      .where("member_id", "=", stays.id)
      .orderBy("id")
      .execute(),
  });
  const before = await ofStays();
  expect(before.member).toEqual([{ points: 27 }]);
  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", leaving.id)
    .execute();
  await eraseDueMembers(db);
  expect(await ofStays()).toEqual(before);
  const named = await db
    .selectFrom("reputation_entry")
    .select("id")
    .where("community_id", "=", at)
    .where((eb) => eb.or([eb("giver_id", "=", leaving.id), eb("member_id", "=", leaving.id)]))
    .execute();
  expect(named).toEqual([]);
  const byHand = await db
    .selectFrom("badge_grant")
    .select(["member_id", "granted_by", "reason"])
    .where("community_id", "=", at)
    .where("by_hand", "=", true)
    .execute();
  expect(byHand).toEqual([{ member_id: stays.id, granted_by: null, reason: "For the morning." }]);
  expect(await examine(db, at)).toEqual([]);
});

it("what was earned by posts that go with an account goes, by counter entries", async () => {
  const community = await makeCommunity(db);
  await db
    .updateTable("community")
    .set({ erase_policy: "remove" })
    .where("id", "=", community.id)
    .execute();
  const leaving = await makeMember(db, community);
  const stays = await makeMember(db, community);
  const { threadId } = await startThread(makeCtx(db, community, stays), {
    kind: "question",
    title: "Why does the lamp blink?",
    body: "It blinks.",
    spaceSlug: "general",
  });
  const { postId } = await postAnswer(makeCtx(db, community, leaving), { threadId, body: "Turn." });
  await acceptAnswer(makeCtx(db, community, stays), { postId, replaces: null });
  await settleCommunity({ db, community });
  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", leaving.id)
    .execute();
  await eraseDueMembers(db);
  const entries = await db
    .selectFrom("reputation_entry")
    .select(["rule", "points"])
    .where("member_id", "=", stays.id)
    .where("community_id", "=", community.id)
    .orderBy("id")
    .execute();
  expect(entries).toEqual([
    { rule: "accepting", points: 2 },
    { rule: "accepting", points: -2 },
  ]);
  await settleCommunity({ db, community });
  expect(await examine(db, community.id)).toEqual([]);
});
