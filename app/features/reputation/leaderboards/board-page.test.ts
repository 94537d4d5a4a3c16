import { sql } from "kysely";
import { beforeEach, expect, it } from "vitest";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { setOwnChoices } from "../set-own-choices.server.ts";
import { boardHref } from "./board-href.ts";
import { getBoardPage, type AskBoardPage } from "./get-board-page.server.ts";

const { db } = await cloneDatabase();
const NOW = new Date("2026-04-15T12:00:00Z");
const WEEK: AskBoardPage = { period: null, space: null, tag: null, staff: false, after: null };

let community: Awaited<ReturnType<typeof makeCommunity>>;
let members: TestMember[], mod: TestMember, newcomer: TestMember;

const ctx = (actor: Actor = GUEST): Ctx => ({ ...makeCtx(db, community, actor), now: NOW });

async function give(member: TestMember, points: number) {
  await db
    .insertInto("reputation_entry")
    .values({
      community_id: community.id,
      member_id: member.id,
      rule: "helpful",
      rule_version: 0,
      cause: `helpful:${member.id}`,
      number: 1,
      points,
      day: "2026-04-14",
      caused_at: "2026-04-14T09:00:00Z",
      thread_id: null,
    })
    .execute();
  await sql`update member set points = ${points}, rank = 1 where id = ${member.id}`.execute(db);
}

beforeEach(async () => {
  community = await makeCommunity(db);
  members = [];
  for (let n = 0; n < 30; n += 1) members.push(await makeMember(db, community));
  mod = await makeMember(db, community, { role: "moderator" });
  newcomer = await makeMember(db, community);
  for (const [index, member] of members.entries()) await give(member, 300 - index * 10);
  await give(mod, 1_000);
});

it.each(["week", "all"])(
  "of %s says the reader's place on whichever page it is",
  async (period) => {
    const page = await getBoardPage(ctx(members[27]), { ...WEEK, period });
    expect(page.own).toEqual({ onBoards: true, place: 28, points: 30 });
    expect(page.board.lines).toHaveLength(25);
    expect(page.board.lines[0]).toMatchObject({
      memberId: members[0]!.id,
      role: "member",
      rank: 1,
    });
    const next = await getBoardPage(ctx(members[27]), { ...WEEK, period, after: page.board.next });
    expect(next.board.lines.find(({ memberId }) => memberId === next.viewerId)?.place).toBe(28);
    expect(next).toMatchObject({ first: false, own: page.own, board: { next: null } });
  },
);

it("has no place for guests, nor for who has no points", async () => {
  expect((await getBoardPage(ctx(), WEEK)).own).toBeNull();
  const page = await getBoardPage(ctx(newcomer), WEEK);
  expect(page.own).toEqual({ onBoards: true, place: null, points: 0 });
});

it("shows staff to staff who ask for them, and to nobody else", async () => {
  const plain = await getBoardPage(ctx(mod), WEEK);
  expect(plain).toMatchObject({ withStaff: false, own: null });
  const all = await getBoardPage(ctx(mod), { ...WEEK, staff: true });
  expect(all).toMatchObject({ withStaff: true, own: { place: 1, points: 1_000 } });
  expect(all.board.lines[0]!.memberId).toBe(mod.id);
  const asked = await getBoardPage(ctx(members[0]), { ...WEEK, staff: true });
  expect(asked).toMatchObject({ withStaff: null, own: { place: 1 } });
  expect(asked.board.lines[0]!.memberId).toBe(members[0]!.id);
});

it("leaves out who chose so, and tells them", async () => {
  await setOwnChoices(ctx(members[0]), { onLeaderboards: false });
  const page = await getBoardPage(ctx(members[0]), WEEK);
  expect(page.own).toEqual({ onBoards: false, place: null, points: 0 });
  expect(page.board.lines.map(({ memberId }) => memberId)).not.toContain(members[0]!.id);
  expect((await getBoardPage(ctx(members[1]), WEEK)).own?.place).toBe(1);
});

it("is of a space or tag that there is for the reader", async () => {
  const page = await getBoardPage(ctx(), { ...WEEK, space: "general" });
  expect(page).toMatchObject({ place: { kind: "space", slug: "general" }, board: { lines: [] } });
  const lounge = { ...WEEK, space: "lounge" };
  await expect(getBoardPage(ctx(), lounge)).rejects.toThrow(NotFoundError);
  expect((await getBoardPage(ctx(mod), lounge)).place?.slug).toBe("lounge");
  await expect(getBoardPage(ctx(), { ...WEEK, tag: "none" })).rejects.toThrow(NotFoundError);
});

it("has an address that says what is not as usual", async () => {
  const page = await getBoardPage(ctx(mod), { ...WEEK, space: "general", staff: true });
  expect(boardHref({ ...page, place: null, withStaff: false })).toBe("/leaderboard");
  expect(boardHref({ ...page, period: "month", after: "x" })).toBe(
    "/leaderboard?period=month&space=general&staff=1&after=x",
  );
});
