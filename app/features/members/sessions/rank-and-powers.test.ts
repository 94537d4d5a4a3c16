import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { POWERS } from "#app/lib/powers.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeMember } from "#db/testing/make.ts";
import { can } from "../policy.ts";
import { currentMember } from "./current-member.server.ts";
import { startSession } from "./start-session.server.ts";

const { db } = await cloneDatabase();
let community: Community;
let id: number;
let cookie: string;

beforeAll(async () => {
  community = await makeCommunity(db);
  ({ id } = await makeMember(db, community));
  const member = { communityId: community.id, memberId: id };
  cookie = (await startSession(db, member, { userAgent: "x", network: "y" })).split(";")[0]!;
});

async function is(set: { rank?: number; role?: MemberRole }) {
  await db.updateTable("member").set(set).where("id", "=", id).execute();
  const actor = await currentMember(db, community, cookie);
  if (actor.kind !== "member") throw new Error("the session ended");
  return actor;
}

async function publish(version: number, ranks: object[]): Promise<void> {
  await db
    .insertInto("rank_list")
    .values({ community_id: community.id, version, ranks: JSON.stringify(ranks) })
    .execute();
}

describe("a member’s rank and powers", () => {
  it("are those of their rank at each request", async () => {
    const newcomer = await is({ rank: 0 });
    expect(newcomer.rank).toEqual({ index: 0, key: "newcomer" });
    expect([...newcomer.powers]).toEqual([]);
    const regular = await is({ rank: 2 });
    expect(regular.rank).toEqual({ index: 2, key: "regular" });
    expect([...regular.powers]).toEqual(DEFAULT_RANKS[2]!.powers);
    expect(can(regular, "post.links", null)).toBe(true);
    expect(can(await is({ rank: 0 }), "post.links", null)).toBe(false);
  });

  it("come with the role too", async () => {
    expect([...(await is({ rank: 0, role: "super_user" })).powers].toSorted()).toEqual(
      [...POWERS].toSorted(),
    );
    expect([...(await is({ rank: 0, role: "admin" })).powers]).toEqual([...POWERS]);
    expect([...(await is({ role: "member" })).powers]).toEqual([]);
  });

  it("follow the list of ranks that was published last", async () => {
    const first = { key: "new", name: "New", formula: "", powers: [] };
    const top = { key: "top", name: "Top", formula: "points > 1", powers: ["thread.pin", "gone"] };
    await publish(1, [first, { ...top, powers: ["post.links"] }]);
    await publish(2, [first, top]);
    const actor = await is({ rank: 1 });
    expect(actor.rank).toEqual({ index: 1, key: "top" });
    expect([...actor.powers]).toEqual(["thread.pin"]);
    // A rank beyond the list, until the ranks are settled again.
    expect((await is({ rank: 4 })).rank).toEqual({ index: 1, key: "top" });
    expect([...(await is({ rank: 0, role: "super_user" })).powers]).toEqual(["thread.pin"]);
  });

  it("are not another community’s", async () => {
    const other = await makeCommunity(db);
    const there = await makeMember(db, other);
    const session = await startSession(
      db,
      { communityId: other.id, memberId: there.id },
      { userAgent: "x", network: "y" },
    );
    const actor = await currentMember(db, other, session.split(";")[0]!);
    expect(actor).toMatchObject({ rank: { index: 0, key: "newcomer" } });
  });
});
