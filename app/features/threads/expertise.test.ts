import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { mailAnswerInvited } from "#app/features/notifications/mail-answer-invited.server.ts";
import { expertiseOf } from "#app/features/reputation/expertise/expertise-of.server.ts";
import { getInvitePanel } from "#app/features/reputation/expertise/get-invite-panel.server.ts";
import { inviteToAnswer } from "#app/features/reputation/expertise/invite-to-answer.server.ts";
import { peopleOfPlace } from "#app/features/reputation/expertise/people-of-place.server.ts";
import { peopleWhoKnow } from "#app/features/reputation/expertise/people-who-know.server.ts";
import { settleExpertise } from "#app/features/reputation/expertise/settle-expertise.server.ts";
import { suggestExperts } from "#app/features/reputation/expertise/suggest-experts.server.ts";
import { getOwnChoices, setOwnChoices } from "#app/features/reputation/set-own-choices.server.ts";
import { subscribersOf } from "#app/jobs/subscriptions.server.ts";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, TooManyError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { hidePost } from "./hide-post.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { startThread } from "./start-thread.server.ts";
import { voteHelpful } from "./vote-helpful.server.ts";

const { db } = await cloneDatabase();
const DAY = 86_400_000;

let community: Awaited<ReturnType<typeof makeCommunity>>;
let asker: TestMember, ann: TestMember, ben: TestMember, moderator: TestMember;
let told: Set<string>;

const ctx = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });

beforeEach(async () => {
  community = await makeCommunity(db);
  asker = await makeMember(db, community);
  ann = await makeMember(db, community, { name: "Ann" });
  ben = await makeMember(db, community, { name: "Ben" });
  moderator = await makeMember(db, community, { role: "moderator" });
  for (const slug of ["wifi", "billing"]) {
    await db.insertInto("tag").values({ community_id: community.id, slug, name: slug }).execute();
  }
  told = new Set();
});

/** Tells every new fact to who keeps expertise, twice. */
async function settle(): Promise<void> {
  const rows = await db
    .selectFrom("event")
    .selectAll()
    .where("community_id", "=", community.id)
    .execute();
  for (const row of rows.filter(({ id }) => !told.has(id))) {
    told.add(row.id);
    const event = { ...row, communityId: community.id, actorId: row.actor_id };
    const follow = subscribersOf(row.type as AppEvent["type"]).filter(
      ({ name }) => name === "settle_expertise",
    );
    for (const { run } of [...follow, ...follow])
      await run(ctx(moderator), event as unknown as AppEvent);
  }
}

const ask = async (title: string, tags: string[], actor = asker) =>
  (
    await startThread(ctx(actor), {
      kind: "question",
      title,
      body: title,
      spaceSlug: "general",
      tags,
    })
  ).threadId;

async function solve(actor: TestMember, title: string, tags: string[]): Promise<number> {
  const threadId = await ask(title, tags);
  const { postId } = await postAnswer(ctx(actor), { threadId, body: "Restart it." });
  await acceptAnswer(ctx(asker), { postId, replaces: null });
  return postId;
}

const tagId = async (slug: string) =>
  (
    await db
      .selectFrom("tag")
      .select("id")
      .where("community_id", "=", community.id)
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow()
  ).id;

describe("expertise", () => {
  it("comes from accepted and helpful answers, by tag and space, and goes with them", async () => {
    const postId = await solve(ann, "The hub loses its network", ["wifi"]);
    await voteHelpful(ctx(ben), { postId, on: true });
    await settle();
    const wifi = { tagId: await tagId("wifi"), limit: 5 };
    const [known, ...others] = await peopleWhoKnow(ctx(asker), wifi);
    expect(others).toEqual([]);
    expect(known).toMatchObject({ memberId: ann.id, answers: 1, accepted: 1, helpful: 1 });
    // 3 for the accept and log2(2) for the vote, of now.
    expect(known!.score).toBeCloseTo(4, 2);
    const inYear = new Date(Date.now() + 365 * DAY);
    expect((await peopleWhoKnow(ctx(asker, inYear), wifi))[0]!.score).toBeCloseTo(2, 2);
    const general = { spaceId: community.spaces.general, limit: 5 };
    expect(await peopleWhoKnow(ctx(asker), general)).toMatchObject([{ memberId: ann.id }]);
    expect(await expertiseOf(ctx(asker), { memberId: ann.id, limit: 5 })).toMatchObject([
      { slug: "wifi", accepted: 1 },
    ]);
    await hidePost(ctx(moderator), { postId, reason: "Look at it." });
    await settle();
    expect(await peopleWhoKnow(ctx(asker), wifi)).toEqual([]);
    expect(await peopleWhoKnow(ctx(asker), general)).toEqual([]);
  });

  it("is the same whether kept by facts or settled at once", async () => {
    const first = await solve(ann, "The hub loses its network", ["wifi"]);
    await solve(ben, "A bill came twice", ["billing", "wifi"]);
    await voteHelpful(ctx(ben), { postId: first, on: true });
    await settle();
    const rows = async () =>
      (
        await sql<{ row: string }>`
          select (to_jsonb(e) - 'updated_at')::text as row from expertise e
          where community_id = ${community.id} order by 1`.execute(db)
      ).rows;
    const kept = await rows();
    expect(kept).toHaveLength(5);
    await db.deleteFrom("expertise").where("community_id", "=", community.id).execute();
    await db.transaction().execute((tx) => settleExpertise(tx, community.id, { everything: true }));
    expect(await rows()).toEqual(kept);
  });

  it("of who shows it to members only is not for guests", async () => {
    await solve(ann, "The hub loses its network", ["wifi"]);
    await settle();
    expect(await peopleOfPlace(ctx(GUEST), "tag", "wifi")).toMatchObject([{ memberId: ann.id }]);
    await db
      .updateTable("member")
      .set({ show_activity: "members" })
      .where("id", "=", ann.id)
      .execute();
    expect(await peopleOfPlace(ctx(GUEST), "tag", "wifi")).toEqual([]);
    expect(await peopleOfPlace(ctx(ben), "space", "general")).toMatchObject([{ rank: 0 }]);
  });

  it("of a space is for who may read there", async () => {
    await solve(ann, "The hub loses its network", ["wifi"]);
    await settle();
    await db
      .updateTable("space")
      .set({ read_role: "super_user" })
      .where("id", "=", community.spaces.general)
      .execute();
    const general = { spaceId: community.spaces.general, limit: 5 };
    expect(await peopleWhoKnow(ctx(asker), general)).toEqual([]);
    expect(await peopleWhoKnow(ctx(moderator), general)).toHaveLength(1);
  });
});

describe("who may be asked to answer", () => {
  let open: number;
  const invite = (member: TestMember, actor: TestMember = asker, threadId = open) =>
    inviteToAnswer(ctx(actor), { threadId, memberId: member.id });
  const suggested = async (actor: TestMember = asker, threadId = open) =>
    (await suggestExperts(ctx(actor), threadId)).map(({ memberId }) => memberId);

  beforeEach(async () => {
    await solve(ann, "The hub loses its network", ["wifi"]);
    await solve(ann, "No network in the garden", ["wifi"]);
    await solve(ben, "The hub blinks in the cellar", ["wifi"]);
    await solve(moderator, "Network of the office", ["wifi"]);
    open = await ask("Does the network reach the roof?", ["wifi"]);
    await settle();
  });

  it("members who agreed, the likeliest first, with the reasons", async () => {
    expect(await suggested()).toEqual([]);
    for (const member of [ann, ben, moderator, asker])
      await setOwnChoices(ctx(member), { openToInvites: true });
    expect(await getOwnChoices(ctx(ann))).toMatchObject({
      openToInvites: true,
      onLeaderboards: true,
    });
    expect(await suggested()).toEqual([ann.id, ben.id]);
    const [best] = await suggestExperts(ctx(moderator), open);
    expect(best).toMatchObject({ tags: ["wifi"], answers: 2, accepted: 2, similar: 2 });
    await postAnswer(ctx(ann), { threadId: open, body: "It may." });
    expect(await suggested()).toEqual([ben.id]);
  });

  it("once, by mail, and nobody who doesn't want it", async () => {
    await expect(invite(ann)).rejects.toThrow(ConflictError);
    await setOwnChoices(ctx(ann), { openToInvites: true });
    expect(await Promise.all([invite(ann), invite(ann)]).then((all) => all.sort())).toEqual([
      false,
      true,
    ]);
    expect(await suggested()).toEqual([]);
    const event = await db
      .selectFrom("event")
      .selectAll()
      .where("community_id", "=", community.id)
      .where("type", "=", "answer.invited")
      .executeTakeFirstOrThrow();
    const fact = { ...event, communityId: community.id } as unknown as AppEvent<"answer.invited">;
    await mailAnswerInvited(ctx(moderator), fact);
    await mailAnswerInvited(ctx(moderator), fact);
    const mails = await db
      .selectFrom("mail")
      .select(["member_id", "subject", "text"])
      .where("community_id", "=", community.id)
      .execute();
    expect(mails).toMatchObject([{ member_id: ann.id }]);
    expect(mails[0]!.subject).toContain("Does the network reach the roof?");
    expect(mails[0]!.text).toContain(`/t/${open}/`);
  });

  it("stands beside the question for the asker and staff, with who was invited", async () => {
    for (const member of [ann, ben]) await setOwnChoices(ctx(member), { openToInvites: true });
    await invite(ann);
    const panel = await getInvitePanel(ctx(asker), open);
    expect(panel.suggested).toMatchObject([{ memberId: ben.id, role: "member", rank: 0 }]);
    expect(panel.invited).toMatchObject([{ handle: ann.handle, name: "Ann" }]);
    const shownTo = async (actor: Actor) =>
      (await getThreadPage(ctx(actor), { threadId: open })).thread.can.invite;
    expect(await Promise.all([asker, moderator, ann, ben, GUEST].map(shownTo))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const { postId } = await postAnswer(ctx(ben), { threadId: open, body: "Yes." });
    await acceptAnswer(ctx(asker), { postId, replaces: null });
    expect(await shownTo(asker)).toBe(false);
  });

  it("by the asker and staff only, and not to a solved question", async () => {
    await setOwnChoices(ctx(ann), { openToInvites: true });
    await expect(invite(ann, ben)).rejects.toThrow(ForbiddenError);
    await expect(suggested(ben)).rejects.toThrow(ForbiddenError);
    const { postId } = await postAnswer(ctx(ben), { threadId: open, body: "Yes." });
    await acceptAnswer(ctx(asker), { postId, replaces: null });
    expect(await suggested()).toEqual([]);
    await expect(invite(ann, moderator)).rejects.toThrow(ConflictError);
  });

  it("a few times a day", async () => {
    const threads = [open];
    for (let n = 0; n < 5; n += 1)
      threads.push(await ask(`Network question number ${n}`, ["wifi"]));
    await setOwnChoices(ctx(ann), { openToInvites: true });
    for (const threadId of threads.slice(0, 3))
      expect(await invite(ann, asker, threadId)).toBe(true);
    await expect(invite(ann, asker, threads[3]!)).rejects.toThrow(ConflictError);
    expect(await suggested(asker, threads[3]!)).toEqual([]);
    await setOwnChoices(ctx(ben), { openToInvites: true });
    for (const threadId of threads.slice(0, 2)) await invite(ben, asker, threadId);
    await expect(invite(ben, asker, threads[2]!)).rejects.toThrow(TooManyError);
    expect(await invite(ben, moderator, threads[2]!)).toBe(true);
  });
});
