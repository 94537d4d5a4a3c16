import { beforeEach, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getMemberCard } from "./get-member-card.server.ts";

const { db } = await cloneDatabase();
let community: Awaited<ReturnType<typeof makeCommunity>>;
let ann: TestMember, ben: TestMember;

const ctx = (actor: Actor = GUEST): Ctx => makeCtx(db, community, actor);

beforeEach(async () => {
  community = await makeCommunity(db);
  ann = await makeMember(db, community, { name: "Ann", role: "super_user" });
  ben = await makeMember(db, community);
  const at = { community_id: community.id, member_id: ann.id };
  const { id: tagId } = await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("expertise")
    .values({ ...at, tag_id: tagId, score: 9, answers: 3, accepted: 2, helpful: 4 })
    .execute();
  await db
    .insertInto("badge_grant")
    .values({ ...at, badge_key: "first-fix", level: 1, earned_at: new Date("2026-01-01") })
    .execute();
  await db
    .updateTable("member")
    .set({ points: 120, rank: 2, accepted_count: 7 })
    .where("id", "=", ann.id)
    .execute();
});

it("says who somebody is and what they know", async () => {
  const card = await getMemberCard(ctx(), ann.handle.toUpperCase());
  expect(card).toMatchObject({
    name: "Ann",
    role: "super_user",
    rank: 2,
    points: 120,
    accepted: 7,
  });
  expect(card.knows).toEqual(["Wi-Fi"]);
  expect(card.badges).toMatchObject([{ key: "first-fix", level: 1 }]);
});

it("keeps from guests what is for members", async () => {
  await db
    .updateTable("member")
    .set({ show_activity: "members" })
    .where("id", "=", ann.id)
    .execute();
  expect(await getMemberCard(ctx(), ann.handle)).toMatchObject({ knows: [], badges: [], rank: 2 });
  expect((await getMemberCard(ctx(ben), ann.handle)).knows).toEqual(["Wi-Fi"]);
});

it("is of members of this community", async () => {
  const other = await makeMember(db, await makeCommunity(db), { handle: "elsewhere" });
  await expect(getMemberCard(ctx(), other.handle)).rejects.toThrow(NotFoundError);
});
