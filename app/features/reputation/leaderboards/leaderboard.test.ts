import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { setOwnChoices } from "../set-own-choices.server.ts";
import { boardQuery, startOf } from "./board-query.server.ts";
import { getLeaderboard, type AskLeaderboard } from "./get-leaderboard.server.ts";

const { db } = await cloneDatabase();
/** A Wednesday. */
const NOW = new Date("2026-04-15T12:00:00Z");
const GUEST = { kind: "guest", role: "guest", id: null } as const;

let community: Awaited<ReturnType<typeof makeCommunity>>;
const ctx = (actor: Actor = GUEST): Ctx => ({ ...makeCtx(db, community, actor), now: NOW });

let causes = 0;

async function thread(spaceId: number): Promise<number> {
  const row = await db
    .insertInto("thread")
    .values({
      community_id: community.id,
      kind: "question",
      space_id: spaceId,
      title: "Board",
      slug: "board",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Gives points for something that happened on a day. */
async function give(
  member: TestMember,
  points: number,
  day: string,
  threadId: number | null = null,
) {
  await db
    .insertInto("reputation_entry")
    .values({
      community_id: community.id,
      member_id: member.id,
      rule: "helpful",
      rule_version: 0,
      cause: `helpful:${(causes += 1)}`,
      number: 1,
      points,
      day,
      caused_at: `${day}T09:00:00Z`,
      thread_id: threadId,
    })
    .execute();
  await sql`update member set points = points + ${points} where id = ${member.id}`.execute(db);
}

const board = async (ask: AskLeaderboard) =>
  (await getLeaderboard(ctx(), ask)).lines.map((line) => [line.handle, line.points, line.place]);

describe("a leaderboard", () => {
  let ann: TestMember, ben: TestMember, cem: TestMember, mod: TestMember;

  beforeEach(async () => {
    community = await makeCommunity(db);
    ann = await makeMember(db, community, { handle: "ann" });
    ben = await makeMember(db, community, { handle: "ben", role: "super_user" });
    cem = await makeMember(db, community, { handle: "cem" });
    mod = await makeMember(db, community, { handle: "mod", role: "moderator" });
    await give(ann, 100, "2026-01-10");
    await give(ann, 10, "2026-04-13");
    await give(ben, 30, "2026-04-12");
    await give(ben, 20, "2026-04-14");
    await give(cem, 50, "2026-04-14");
    await give(cem, -50, "2026-04-14");
    await give(mod, 500, "2026-04-14");
  });

  it("counts the week from Monday, the month, or all time", async () => {
    expect(startOf("week", new Date("2026-04-19T23:59:59Z"))).toEqual(new Date("2026-04-13"));
    expect(await board({ period: "week" })).toEqual([
      ["ben", 20, 1],
      ["ann", 10, 2],
    ]);
    expect(await board({ period: "month" })).toEqual([
      ["ben", 50, 1],
      ["ann", 10, 2],
    ]);
    expect(await board({ period: "all" })).toEqual([
      ["ann", 110, 1],
      ["ben", 50, 2],
    ]);
  });

  it("leaves staff out unless asked for, and who opted out always", async () => {
    expect((await board({ period: "week", withStaff: true }))[0]).toEqual(["mod", 500, 1]);
    await setOwnChoices(ctx(ben), { onLeaderboards: false });
    expect(await board({ period: "week" })).toEqual([["ann", 10, 1]]);
    expect(await board({ period: "all" })).toEqual([["ann", 110, 1]]);
  });

  it("of a space or tag counts what happened there, for who may read there", async () => {
    const { id: tagId } = await db
      .insertInto("tag")
      .values({ community_id: community.id, slug: "wifi", name: "wifi" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const here = await thread(community.spaces.general);
    const there = await thread(community.spaces.lounge);
    await db
      .insertInto("thread_tag")
      .values({ community_id: community.id, thread_id: there, tag_id: tagId })
      .execute();
    await give(cem, 7, "2026-04-14", here);
    await give(ann, 3, "2025-04-14", here);
    await give(ann, 4, "2026-04-14", there);
    const general = { spaceId: community.spaces.general };
    expect(await board({ period: "week", ...general })).toEqual([["cem", 7, 1]]);
    expect(await board({ period: "all", ...general })).toEqual([
      ["cem", 7, 1],
      ["ann", 3, 2],
    ]);
    expect(await board({ period: "all", tagId })).toEqual([["ann", 4, 1]]);
    const lounge = { spaceId: community.spaces.lounge };
    await expect(board({ period: "all", ...lounge })).rejects.toThrow(NotFoundError);
    expect((await getLeaderboard(ctx(mod), { period: "all", ...lounge })).lines).toHaveLength(1);
  });

  it.each(["week", "all"] as const)(
    "goes page by page, equals on one place (%s)",
    async (period) => {
      community = await makeCommunity(db);
      for (const [index, points] of [9, 9, 9, 5, 4, 4, 1].entries())
        await give(await makeMember(db, community, { handle: `p${index}` }), points, "2026-04-14");
      const lines = [];
      let after: string | null = null;
      do {
        const page = await getLeaderboard(ctx(), { period, limit: 2, after });
        expect(page.lines.length).toBeLessThanOrEqual(2);
        lines.push(...page.lines);
        after = page.next;
      } while (after);
      expect(lines.map((line) => [line.handle, line.place])).toEqual([
        ["p0", 1],
        ["p1", 1],
        ["p2", 1],
        ["p3", 4],
        ["p4", 5],
        ["p5", 5],
        ["p6", 7],
      ]);
      expect((await getLeaderboard(ctx(), { period, after: "nonsense" })).lines).toHaveLength(7);
    },
  );

  it("knows no other community", async () => {
    community = await makeCommunity(db);
    expect(await board({ period: "all" })).toEqual([]);
  });
});

describe("on a big ledger", () => {
  const ENTRIES = 20_000;

  beforeAll(async () => {
    community = await makeCommunity(db);
    await sql`
      insert into member (community_id, handle, handle_key, name)
      select ${community.id}, 'big' || n, 'big' || n, 'Big' from generate_series(1, 2000) n
    `.execute(db);
    // Without this, the foreign key is checked by reading all members for each entry.
    await sql`analyze member`.execute(db);
    await sql`
      insert into reputation_entry (community_id, member_id, rule, rule_version, cause, number, points, day, caused_at)
      select ${community.id}, first.id + (n * 7919) % 2000, 'helpful', 0, 'big:' || n, 1, 10, at::date, at
      from (select min(id) as id from member where community_id = ${community.id}) first,
        generate_series(1, ${ENTRIES}::int) n,
        lateral (select ${NOW}::timestamptz - n * interval '30 minutes' as at) times
    `.execute(db);
    await sql`
      update member set points = sums.points from (
        select member_id, sum(points)::int as points from reputation_entry group by member_id
      ) sums where member.id = sums.member_id
    `.execute(db);
    await sql`vacuum analyze reputation_entry`.execute(db);
    await sql`vacuum analyze member`.execute(db);
  });

  const plan = async (period: "week" | "all") => {
    const query = boardQuery({
      communityId: community.id,
      since: startOf(period, NOW),
      place: null,
      withStaff: false,
      after: null,
      limit: 26,
    });
    const { rows } = await sql<Record<string, string>>`explain ${query}`.execute(db);
    return rows.map((row) => Object.values(row)[0]).join("\n");
  };

  it("reads the week's entries from the index alone, and all time in order", async () => {
    expect(await plan("week")).toMatch(/Index Only Scan using reputation_entry_caused/);
    const allTime = await plan("all");
    expect(allTime).toMatch(/Index Scan using member_points/);
    expect(allTime).not.toMatch(/Seq Scan|Sort/);
  });
});
