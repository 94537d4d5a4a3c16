import { beforeEach, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { badgeDifferences } from "#app/features/reputation/badges/badge-differences.server.ts";
import { getBadgeCatalog } from "#app/features/reputation/badges/get-badge-catalog.server.ts";
import { getBadgePage } from "#app/features/reputation/badges/get-badge-page.server.ts";
import { getMemberBadges } from "#app/features/reputation/badges/get-member-badges.server.ts";
import { settleAllBadges } from "#app/features/reputation/badges/settle-all-badges.server.ts";
import { setBadgeMails } from "#app/features/reputation/badges/badge-mails.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { sameHere } from "./same-here.server.ts";
import { setIdeaStatus } from "./set-idea-status.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unacceptAnswer } from "./unaccept-answer.server.ts";
import { unhidePost } from "./unhide-post.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();

let community: Awaited<ReturnType<typeof makeCommunity>>;
let asker: TestMember, author: TestMember, moderator: TestMember;
let told: Set<string>;

beforeEach(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community);
  author = await makeMember(db, community, { name: "Nadia" });
  moderator = await makeMember(db, community, { role: "moderator" });
  told = new Set();
});

const ctx = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });
const at = (day: number, hour = 12, minute = 0) => new Date(Date.UTC(2026, 0, day, hour, minute));

/** Tells the badges every new fact, twice, and looks that nothing differs from the rules. */
async function settle(names = /^(settle_badges|mail_badge)$/): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const rows = await db
      .selectFrom("event")
      .selectAll()
      .where("community_id", "=", community.id)
      .execute();
    for (const row of rows.filter(({ id }) => !told.has(id))) {
      told.add(row.id);
      const event = { ...row, communityId: community.id, actorId: row.actor_id };
      const subscribers = subscribersOf(event.type as AppEvent["type"]).filter(({ name }) =>
        names.test(name),
      );
      for (const { run } of [...subscribers, ...subscribers]) {
        await run(ctx(GUEST), event as unknown as AppEvent);
      }
    }
  }
  expect(await badgeDifferences(db, community.id, { limit: 10, now: new Date() })).toEqual([]);
}

async function grants(of: TestMember, key?: string) {
  return db
    .selectFrom("badge_grant")
    .select(["badge_key", "level", "earned_at", "post_id", "revoked_at"])
    .where("community_id", "=", community.id)
    .where("member_id", "=", of.id)
    .$if(key !== undefined, (query) => query.where("badge_key", "=", key!))
    .orderBy("id")
    .execute();
}

async function keysOf(of: TestMember): Promise<string[]> {
  const held = (await grants(of)).filter((grant) => grant.revoked_at === null);
  return held.map(({ badge_key, level }) => `${badge_key} ${level}`).sort();
}

let serial = 0;
type Asked = { now?: Date; space?: string; tags?: string[]; kind?: "question" | "idea" };
const ask = (actor: TestMember, { now, space, tags, kind }: Asked = {}) =>
  startThread(ctx(actor, now), {
    kind: kind ?? "question",
    title: `Why does hub number ${(serial += 1)} blink?`,
    body: "It blinks.",
    spaceSlug: space ?? "general",
    tags: tags ?? [],
  });
const answer = (actor: TestMember, threadId: number, now?: Date) =>
  postAnswer(ctx(actor, now), { threadId, body: `Hold button ${(serial += 1)} for ten seconds.` });
const accept = (postId: number, now?: Date) =>
  acceptAnswer(ctx(asker, now), { postId, replaces: null });

/** `count` questions of the asker that the author solved, one a day. */
async function solve(count: number, from = 1): Promise<number[]> {
  const posts: number[] = [];
  for (let day = from; day < from + count; day += 1) {
    const { threadId } = await ask(asker, { now: at(day) });
    const { postId } = await answer(author, threadId, at(day, 13));
    await accept(postId, at(day, 14));
    posts.push(postId);
  }
  return posts;
}

describe("badges by rule", () => {
  it("say which post earned them and when, level by level", async () => {
    const posts = await solve(10);
    await settle();
    expect(await grants(author, "first-fix")).toEqual([
      {
        badge_key: "first-fix",
        level: 1,
        earned_at: at(1, 14),
        post_id: posts[0],
        revoked_at: null,
      },
    ]);
    expect(await grants(author, "fixer")).toMatchObject([
      { level: 1, earned_at: at(10, 14), post_id: posts[9] },
    ]);
    expect(await grants(asker, "closes-loop")).toMatchObject([
      { level: 1, earned_at: at(1, 14) },
      { level: 2, earned_at: at(10, 14) },
    ]);
  });

  it("look back: without any fact told, one look at the rows gives the same", async () => {
    await solve(11);
    await settle();
    const before = await grants(author);
    await db.deleteFrom("badge_grant").where("community_id", "=", community.id).execute();
    expect(
      (await badgeDifferences(db, community.id, { limit: 100, now: new Date() })).length,
    ).toBeGreaterThan(3);
    await settleAllBadges(ctx(GUEST));
    const sorted = (list: typeof before) =>
      list.toSorted((a, b) => (a.badge_key + a.level < b.badge_key + b.level ? -1 : 1));
    expect(sorted(await grants(author))).toEqual(sorted(before));
    expect(await settleAllBadges(ctx(GUEST))).toEqual([]);
  });

  it("go with their cause, and leave a trace", async () => {
    const [postId] = await solve(1);
    await settle();
    expect(await keysOf(author)).toEqual(["first-answer 1", "first-fix 1", "welcomer 1"]);
    await unacceptAnswer(ctx(asker), { postId: postId! });
    await settle();
    expect(await keysOf(author)).toEqual(["first-answer 1", "welcomer 1"]);
    await accept(postId!);
    await settle();
    const trace = await grants(author, "first-fix");
    expect(trace.map(({ revoked_at }) => revoked_at !== null)).toEqual([true, false]);
    await hidePost(ctx(moderator), { postId: postId!, reason: "Look at it." });
    await settle();
    expect(await keysOf(author)).toEqual([]);
    await unhidePost(ctx(moderator), { postId: postId! });
    await settle();
    expect(await keysOf(author)).toEqual(["first-answer 1", "welcomer 1"]);
  });

  it("move to the next cause when one of many goes", async () => {
    const { threadId } = await ask(asker, { now: at(1) });
    const { postId } = await answer(author, threadId, at(1, 13));
    const voters = await Promise.all(Array.from({ length: 11 }, () => makeMember(db, community)));
    for (const [index, voter] of voters.entries()) {
      await voteHelpful(ctx(voter, at(2 + index)), { postId, on: true });
    }
    await settle();
    expect(await grants(author, "helpful")).toMatchObject([{ level: 1, earned_at: at(11) }]);
    expect(await grants(author, "great-answer")).toMatchObject([{ earned_at: at(11) }]);
    await voteHelpful(ctx(voters[0]!), { postId, on: false });
    await settle();
    expect(await grants(author, "helpful")).toMatchObject([{ level: 1, earned_at: at(12) }]);
    await voteHelpful(ctx(voters[1]!), { postId, on: false });
    await settle();
    expect(await keysOf(author)).not.toContain("helpful 1");
  });

  it("count nights by the community’s clock, and nothing for one’s own question", async () => {
    await db
      .updateTable("community")
      .set({ time_zone: "Asia/Dubai" })
      .where("id", "=", community.id)
      .execute();
    const { threadId } = await ask(asker, { now: at(1) });
    const { postId } = await answer(author, threadId, at(1, 18, 30));
    await accept(postId, at(2));
    const own = await ask(author, { now: at(3) });
    await answer(author, own.threadId, at(3, 18, 30));
    await settle();
    expect(await keysOf(author)).toContain("night-owl 1");
    expect(await keysOf(author)).not.toContain("first-on-scene 1");
    expect((await grants(author, "first-answer"))[0]?.earned_at).toEqual(at(1, 18, 30));
  });

  it("know who was first within ten minutes, five times", async () => {
    for (let day = 1; day <= 5; day += 1) {
      const { threadId } = await ask(asker, { now: at(day) });
      await answer(author, threadId, at(day, 12, 10));
      await answer(moderator, threadId, at(day, 12, 10 + day));
    }
    await settle();
    expect(await keysOf(author)).toContain("first-on-scene 1");
    expect(await keysOf(moderator)).not.toContain("first-on-scene 1");
  });

  it("know who shipped an idea, and who asked what many have", async () => {
    const idea = await ask(author, { kind: "idea" });
    const { threadId } = await ask(asker);
    await setIdeaStatus(ctx(moderator), { threadId: idea.threadId, status: "shipped", note: "" });
    const others = await Promise.all(Array.from({ length: 5 }, () => makeMember(db, community)));
    for (const other of others) await sameHere(ctx(other), { threadId, on: true });
    await settle();
    expect(await keysOf(author)).toEqual(["idea-shipped 1"]);
    expect(await keysOf(asker)).toEqual(["same-boat 1"]);
    await sameHere(ctx(others[0]!), { threadId, on: false });
    await setIdeaStatus(ctx(moderator), { threadId: idea.threadId, status: "planned", note: "" });
    await settle();
    expect([...(await keysOf(author)), ...(await keysOf(asker))]).toEqual([]);
  });

  it("are one a tag, for what was accepted or found helpful by two", async () => {
    const tag = await db
      .insertInto("tag")
      .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
      .returning("id")
      .executeTakeFirstOrThrow();
    for (let day = 1; day <= 5; day += 1) {
      const { threadId } = await ask(asker, { now: at(day), tags: ["wifi"] });
      const { postId } = await answer(author, threadId, at(day, 13));
      if (day < 5) await accept(postId, at(day, 14));
      else for (const by of [asker, moderator]) await voteHelpful(ctx(by), { postId, on: true });
    }
    await settle();
    expect(await keysOf(author)).toContain(`tag:${tag.id} 1`);
    const page = await getBadgePage(ctx(GUEST), { address: "tag:wifi", cursor: null });
    expect([page.badge.name, page.holders[0]?.handle]).toEqual(["Knows Wi-Fi", author.handle]);
  });

  it("give years as they pass", async () => {
    const { threadId } = await ask(asker, { now: new Date("2020-05-01T12:00:00Z") });
    await answer(author, threadId, new Date("2024-05-01T12:00:00Z"));
    await settleAllBadges(ctx(GUEST, new Date("2025-04-30T12:00:00Z")));
    expect(await keysOf(author)).not.toContain("years 1");
    await settleAllBadges(ctx(GUEST, new Date("2025-05-01T12:00:00Z")));
    expect(await keysOf(author)).toContain("years 1");
    expect(await keysOf(asker)).toEqual(["years 1", "years 2", "years 3"]);
  });

  it("touch no other community", async () => {
    await solve(1);
    const other = await makeCommunity(db);
    await settle();
    await settleAllBadges({ ...ctx(GUEST), community: other });
    const rows = await db
      .selectFrom("badge_grant")
      .select("id")
      .where("community_id", "=", other.id)
      .execute();
    expect(rows).toEqual([]);
    expect(await keysOf(author)).toContain("first-fix 1");
  });
});

describe("news of badges", () => {
  const mails = async () => {
    const rows = await db
      .selectFrom("mail")
      .select(["subject", "member_id"])
      .where("community_id", "=", community.id)
      .where("dedupe_key", "like", "badge:%")
      .orderBy("subject")
      .execute();
    return rows.map(({ subject }) => subject);
  };

  it("go to who asked for them, once", async () => {
    await setBadgeMails(ctx(author), true);
    const [postId] = await solve(1);
    await settle();
    await unacceptAnswer(ctx(asker), { postId: postId! });
    await settle();
    await accept(postId!);
    await settle();
    expect(await mails()).toEqual([
      "A new badge: First answer",
      "A new badge: First fix",
      "A new badge: Welcomer",
    ]);
    expect(await getMemberBadges(ctx(GUEST), asker.handle)).toMatchObject({
      badges: [{ name: "Closes the loop" }],
    });
  });

  it("are not of what happened long ago", async () => {
    await setBadgeMails(ctx(author), true);
    await solve(1);
    await settleAllBadges(ctx(GUEST));
    await settle(/^mail_badge$/);
    expect(await mails()).toEqual([]);
  });
});

describe("the pages", () => {
  it("name no post that the reader may not see", async () => {
    const insider = await makeMember(db, community, { role: "super_user" });
    const { threadId } = await ask(insider, { space: "lounge" });
    const { postId } = await answer(moderator, threadId);
    await settle();
    const page = (actor: Actor) =>
      getBadgePage(ctx(actor), { address: "first-answer", cursor: null });
    for (const actor of [GUEST, asker]) {
      const { holders } = await page(actor);
      expect(holders).toMatchObject([{ handle: moderator.handle, post: null }]);
    }
    expect((await page(insider)).holders[0]?.post?.href).toBe(`/p/${postId}`);
  });

  it("leave out for guests who shows their activity to members only", async () => {
    await solve(1);
    await settle();
    await db
      .updateTable("member")
      .set({ show_activity: "members" })
      .where("community_id", "=", community.id)
      .where("id", "=", author.id)
      .execute();
    const page = (actor: Actor) => getBadgePage(ctx(actor), { address: "first-fix", cursor: null });
    expect(await page(GUEST)).toMatchObject({ holders: [], partly: true, badge: { holders: 1 } });
    expect((await page(asker)).holders).toHaveLength(1);
    expect(await getMemberBadges(ctx(GUEST), author.handle)).toMatchObject({
      open: false,
      badges: [],
    });
    expect((await getMemberBadges(ctx(asker), author.handle))?.badges).toHaveLength(3);
  });

  it("show a member how far they are", async () => {
    await solve(6);
    await settle();
    const catalog = await getBadgeCatalog(ctx(author), { tab: null });
    const fixer = catalog.groups.flatMap(({ cards }) => cards).find(({ key }) => key === "fixer");
    expect(fixer).toMatchObject({ level: 0, holders: 0, progress: { have: 6, need: 10 } });
    const close = await getBadgeCatalog(ctx(author), { tab: "close" });
    expect(close.groups.flatMap(({ cards }) => cards).map(({ key }) => key)).toContain("fixer");
    const yours = await getBadgeCatalog(ctx(author), { tab: "yours" });
    expect(yours.groups.flatMap(({ cards }) => cards).map(({ key }) => key)).toEqual([
      "first-answer",
      "first-fix",
      "welcomer",
    ]);
    const seenByGuest = await getBadgeCatalog(ctx(GUEST), { tab: "yours" });
    expect([seenByGuest.tab, seenByGuest.signedIn]).toEqual(["all", false]);
  });

  it("list holders newest first, page by page", async () => {
    const { threadId } = await ask(asker, { now: at(1) });
    const answerers = await Promise.all(
      Array.from({ length: 33 }, () => makeMember(db, community)),
    );
    for (const [index, one] of answerers.entries()) {
      await answer(one, threadId, at(2, 0, index));
    }
    await settle();
    const first = await getBadgePage(ctx(GUEST), { address: "first-answer", cursor: null });
    const second = await getBadgePage(ctx(GUEST), { address: "first-answer", cursor: first.next });
    const handles = [...first.holders, ...second.holders].map(({ handle }) => handle);
    expect(handles).toEqual(answerers.map(({ handle }) => handle).reverse());
    expect(second.next).toBeNull();
  });
});
