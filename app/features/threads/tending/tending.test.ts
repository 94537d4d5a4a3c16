import { beforeAll, describe, expect, it } from "vitest";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import type { Community, Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Power } from "#app/lib/powers.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import {
  makeCommunity,
  makeCtx,
  makeMember,
  makeSpace,
  type TestMember,
} from "#db/testing/make.ts";
import { getThreadPage } from "../get-thread-page.server.ts";
import { listThreads } from "../list-threads.server.ts";
import { lockThread } from "../lock-thread.server.ts";
import { markOfficial } from "../mark-official.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { recountAllPlaces, recountPlaces } from "../recount-places.server.ts";
import { startThread } from "../start-thread.server.ts";
import { unhidePost } from "../unhide-post.server.ts";
import { unlockThread } from "../unlock-thread.server.ts";
import { getTendForm } from "./get-tend-form.server.ts";
import { markDuplicate } from "./mark-duplicate.server.ts";
import { moveThread } from "./move-thread.server.ts";
import { MOST_PINNED, pinThread } from "./pin-thread.server.ts";
import { retagThread } from "./retag-thread.server.ts";
import { unmarkDuplicate } from "./unmark-duplicate.server.ts";
import { voteHide } from "./vote-hide.server.ts";

const { db } = await cloneDatabase({ max: 12 });
let community: Community;
let asker: TestMember;
let helper: TestMember;
let plain: TestMember;
let staff: TestMember;
let serial = 0;

const as = (actor: TestMember): Ctx => makeCtx(db, community, actor);
const withPower = (...powers: Power[]) => makeMember(db, community, { powers });

async function ask(overrides: Partial<Parameters<typeof startThread>[1]> = {}, actor = asker) {
  serial += 1;
  const title = `A question to put in order ${serial}`;
  const given = { kind: "question", title, body: "How?", spaceSlug: "general" } as const;
  return (await startThread(as(actor), { ...given, ...overrides })).threadId;
}

const row = (id: number) =>
  db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function lastFact(type: string): Promise<AppEvent> {
  const fact = await db
    .selectFrom("event")
    .selectAll()
    .where("type", "=", type)
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow();
  return { type, payload: fact.payload, communityId: community.id } as unknown as AppEvent;
}

const countFacts = async (type: string) =>
  (await db.selectFrom("event").select("id").where("type", "=", type).execute()).length;

async function counts(table: "tag" | "space") {
  const rows = await db
    .selectFrom(table)
    .select(["slug", "thread_count"])
    .where("community_id", "=", community.id)
    .execute();
  return Object.fromEntries(rows.map(({ slug, thread_count: n }) => [slug, n]));
}

beforeAll(async () => {
  community = await makeCommunity(db);
  await makeSpace(db, community.id, { slug: "attic" });
  await makeSpace(db, community.id, { slug: "office", postRole: "moderator" });
  asker = await makeMember(db, community, { name: "Ann" });
  helper = await makeMember(db, community);
  plain = await makeMember(db, community);
  staff = await makeMember(db, community, { role: "moderator" });
  await db
    .insertInto("tag")
    .values(
      ["wifi", "hub", "app"].map((slug) => ({ community_id: community.id, slug, name: slug })),
    )
    .execute();
});

describe("retagging", () => {
  it("changes the tags, keeps who did, and counts both old and new", async () => {
    const regular = await withPower("thread.retag");
    const id = await ask({ tags: ["wifi", "hub"] });
    await recountAllPlaces(db, community.id);
    await expect(retagThread(as(plain), { threadId: id, tags: ["app"] })).rejects.toThrow(
      ForbiddenError,
    );
    await retagThread(as(regular), { threadId: id, tags: ["hub", "app"] });
    const { thread } = await getThreadPage(as(plain), { threadId: id });
    expect(thread.tags.map(({ slug }) => slug)).toEqual(["app", "hub"]);
    const fact = await lastFact("thread.retagged");
    await recountPlaces(as(staff), fact as Parameters<typeof recountPlaces>[1]);
    expect(await counts("tag")).toEqual({ wifi: 0, hub: 1, app: 1 });
    const form = await getTendForm(as(regular), id);
    expect(form).toMatchObject({ tags: "app, hub", can: { retag: true, move: false } });
    expect(form.changes).toMatchObject([
      { kind: "tags", before: ["hub", "wifi"], after: ["app", "hub"] },
    ]);
    const before = await countFacts("thread.retagged");
    await retagThread(as(regular), { threadId: id, tags: ["app", "hub"] });
    expect(await countFacts("thread.retagged")).toBe(before);
  });

  it("takes tags that are there, from the asker too", async () => {
    const id = await ask();
    await retagThread(as(asker), { threadId: id, tags: ["hub"] });
    await expect(retagThread(as(asker), { threadId: id, tags: ["new thing"] })).rejects.toThrow(
      InvalidError,
    );
    await retagThread(as(asker), { threadId: id, tags: [] });
    expect((await getThreadPage(as(asker), { threadId: id })).thread.tags).toEqual([]);
  });
});

describe("closing as a duplicate", () => {
  it("leads on, takes no answers, stays in lists, and the asker can undo it", async () => {
    const guide = await withPower("thread.markDuplicate");
    const [answered, same] = [await ask(), await ask()];
    const mark = { threadId: same, target: `https://x.example/t/${answered}/a-title?sort=helpful` };
    await expect(markDuplicate(as(plain), mark)).rejects.toThrow(ForbiddenError);
    await markDuplicate(as(guide), mark);
    await markDuplicate(as(guide), mark);
    expect(await countFacts("thread.duplicate_changed")).toBe(1);
    const { thread } = await getThreadPage(as(plain), { threadId: same });
    expect(thread.duplicateOf).toMatchObject({ href: expect.stringContaining(`/t/${answered}/`) });
    await expect(postAnswer(as(helper), { threadId: same, body: "So." })).rejects.toThrow(
      ForbiddenError,
    );
    const list = await listThreads(as(plain), { list: "latest" });
    expect(list.threads.some(({ id }) => id === same)).toBe(true);
    await expect(unlockThread(as(staff), { threadId: same })).rejects.toThrow(ForbiddenError);
    await expect(unmarkDuplicate(as(plain), { threadId: same })).rejects.toThrow(ForbiddenError);
    await unmarkDuplicate(as(asker), { threadId: same });
    await unmarkDuplicate(as(asker), { threadId: same });
    expect(await row(same)).toMatchObject({ duplicate_of: null, locked_at: null });
    await postAnswer(as(helper), { threadId: same, body: "So." });
    const { changes } = await getTendForm(as(guide), same);
    expect(changes).toMatchObject([{ before: [String(answered)], after: [] }, { before: [] }]);
  });

  it("leads to one end, and never in a circle", async () => {
    const guide = as(await withPower("thread.markDuplicate"));
    const [a, b, c] = [await ask(), await ask(), await ask()];
    await markDuplicate(guide, { threadId: a, target: `#${b}` });
    const refused = async (threadId: number, target: number | string) =>
      (await markDuplicate(guide, { threadId, target: String(target) }).catch(
        (e: unknown) => e,
      )) as InvalidError;
    expect((await refused(b, a)).fields?.target?.key).toBe("powers.targetDuplicate");
    expect((await refused(b, b)).fields?.target?.key).toBe("powers.targetItself");
    expect((await refused(b, "nothing")).fields?.target?.key).toBe("powers.targetMissing");
    expect((await refused(b, 987_654)).fields?.target?.key).toBe("powers.targetMissing");
    expect(await refused(a, c)).toBeInstanceOf(ConflictError);
    await markDuplicate(guide, { threadId: b, target: String(c) });
    expect((await row(a)).duplicate_of).toBe(c);
  });

  it("doesn’t lead where its readers can’t follow", async () => {
    const hidden = await ask({ spaceSlug: "lounge" }, staff);
    const id = await ask();
    const guide = await withPower("thread.markDuplicate");
    await expect(
      markDuplicate(as(guide), { threadId: id, target: String(hidden) }),
    ).rejects.toMatchObject({ fields: { target: { key: "powers.targetMissing" } } });
    await expect(
      markDuplicate(as(staff), { threadId: id, target: String(hidden) }),
    ).rejects.toMatchObject({ fields: { target: { key: "powers.targetClosedSpace" } } });
    await lockThread(as(staff), { threadId: id });
    await expect(
      markDuplicate(as(staff), { threadId: id, target: String(await ask()) }),
    ).rejects.toThrow(ForbiddenError);
  });

  it("of each other at once closes one of two", async () => {
    const guide = as(await withPower("thread.markDuplicate"));
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await ask(), await ask()];
      const both = await Promise.allSettled([
        markDuplicate(guide, { threadId: a, target: String(b) }),
        markDuplicate(guide, { threadId: b, target: String(a) }),
      ]);
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const closed = [await row(a), await row(b)].filter((one) => one.duplicate_of !== null);
      expect(closed).toHaveLength(1);
    }
  });
});

describe("moving", () => {
  it("goes where the mover may post and the readers are the same; counts follow", async () => {
    const mover = await withPower("thread.move");
    const id = await ask();
    await recountAllPlaces(db, community.id);
    const before = await counts("space");
    await expect(moveThread(as(plain), { threadId: id, spaceSlug: "attic" })).rejects.toThrow(
      ForbiddenError,
    );
    for (const spaceSlug of ["office", "lounge", "nowhere"]) {
      await expect(moveThread(as(mover), { threadId: id, spaceSlug })).rejects.toThrow(
        InvalidError,
      );
    }
    const { spaces } = await getTendForm(as(mover), id);
    expect(spaces.map(({ slug }) => slug)).toEqual(["general", "attic"]);
    await moveThread(as(mover), { threadId: id, spaceSlug: "attic" });
    await moveThread(as(mover), { threadId: id, spaceSlug: "attic" });
    expect(await countFacts("thread.moved")).toBe(1);
    const fact = await lastFact("thread.moved");
    await recountPlaces(as(staff), fact as Parameters<typeof recountPlaces>[1]);
    expect(await counts("space")).toEqual({
      ...before,
      general: before.general! - 1,
      attic: before.attic! + 1,
    });
    await moveThread(as(staff), { threadId: id, spaceSlug: "lounge" });
    await expect(getThreadPage(as(plain), { threadId: id })).rejects.toThrow(NotFoundError);
  });
});

describe("pinning", () => {
  it("stands first in its space only, a few at a time, also at once", async () => {
    const keeper = as(await withPower("thread.pin"));
    const old = await ask({ spaceSlug: "attic" });
    await expect(pinThread(as(plain), { threadId: old, on: true })).rejects.toThrow(ForbiddenError);
    await pinThread(keeper, { threadId: old, on: true });
    await pinThread(keeper, { threadId: old, on: true });
    expect(await countFacts("thread.pin_changed")).toBe(1);
    await ask({ spaceSlug: "attic" });
    const first = async (spaceSlug?: string) =>
      (await listThreads(as(plain), { list: "latest", spaceSlug })).threads[0]!;
    expect(await first("attic")).toMatchObject({ id: old, pinned: true });
    expect(await first()).toMatchObject({ pinned: false });
    const more = await Promise.all([1, 2, 3, 4].map(() => ask({ spaceSlug: "attic" })));
    const tries = await Promise.allSettled(
      more.map((threadId) => pinThread(keeper, { threadId, on: true })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_PINNED - 1);
    await pinThread(keeper, { threadId: old, on: false });
    expect((await row(old)).pinned).toBe(false);
  });
});

describe("votes to hide", () => {
  const state = (id: number) =>
    db
      .selectFrom("post")
      .select(["state", "state_reason"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();

  async function answered(actor = helper) {
    const threadId = await ask();
    serial += 1;
    return (await postAnswer(as(actor), { threadId, body: `Buy mine ${serial}.` })).postId;
  }

  it("hide with the third, tell the author why, and end when staff show it again", async () => {
    const voters = await Promise.all([1, 2, 3, 4].map(() => withPower("post.voteHide")));
    const postId = await answered();
    const vote = (actor: TestMember, reason = "Advertising") =>
      voteHide(as(actor), { postId, reason });
    await expect(vote(plain)).rejects.toThrow(ForbiddenError);
    await expect(vote(voters[0]!, "  ")).rejects.toThrow(InvalidError);
    await vote(voters[0]!);
    await vote(voters[0]!, "Again");
    await vote(voters[1]!, "Not an answer");
    expect(await state(postId)).toMatchObject({ state: "published" });
    const { threadId } = await placeOf(postId);
    const seen = await getThreadPage(as(voters[0]!), { threadId });
    expect(seen.answers[0]).toMatchObject({ hideVotes: { count: 2, needed: 3, mine: true } });
    expect((await getThreadPage(as(plain), { threadId })).answers[0]!.hideVotes).toBeNull();
    await vote(voters[2]!);
    const hidden = await state(postId);
    expect(hidden).toMatchObject({ state: "hidden" });
    expect(hidden.state_reason).toContain("Advertising");
    expect(hidden.state_reason).toContain("Not an answer");
    const own = await getThreadPage(as(helper), { threadId });
    expect(own.answers[0]).toMatchObject({ state: "hidden", stateReason: hidden.state_reason });
    await unhidePost(as(staff), { postId });
    await expect(vote(voters[0]!)).rejects.toThrow(ConflictError);
    await vote(voters[3]!);
    expect(await state(postId)).toMatchObject({ state: "published" });
  });

  const placeOf = (postId: number) =>
    db
      .selectFrom("post")
      .select("thread_id as threadId")
      .where("id", "=", postId)
      .executeTakeFirstOrThrow();

  it("never hide the brand’s own words", async () => {
    const voter = as(await withPower("post.voteHide"));
    const byStaff = await answered(staff);
    const official = await answered();
    await markOfficial(as(staff), { postId: official });
    for (const postId of [byStaff, official]) {
      await expect(voteHide(voter, { postId, reason: "No" })).rejects.toThrow(ForbiddenError);
    }
  });

  it("at once hide it once", async () => {
    const voters = await Promise.all(Array.from({ length: 6 }, () => withPower("post.voteHide")));
    const postId = await answered();
    const before = await countFacts("post.state_changed");
    const votes = await Promise.allSettled(
      voters.flatMap((voter) =>
        [1, 2].map(() => voteHide(as(voter), { postId, reason: "Advertising" })),
      ),
    );
    expect(votes.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(await countFacts("post.state_changed")).toBe(before + 1);
    const rows = await db
      .selectFrom("hide_vote")
      .select("member_id")
      .where("post_id", "=", postId)
      .execute();
    expect(rows).toHaveLength(3);
  });
});

it("leaves rows that the doctor has nothing to say about", async () => {
  await settleCommunity(as(staff));
  await recountAllPlaces(db, community.id);
  expect(await examine(db)).toEqual([]);
});
