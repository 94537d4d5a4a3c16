import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError, SignInNeededError } from "#app/lib/errors.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { badgeDifferences } from "../badges/badge-differences.server.ts";
import { settleBadges } from "../badges/settle-badges.server.ts";
import { ledgerDifferences } from "../ledger-differences.server.ts";
import { memberMetrics } from "../member-metrics.server.ts";
import { settlePoints } from "../settle-points.server.ts";
import { settleRanks } from "../settle-ranks.server.ts";
import { decideVoteCase } from "./decide-vote-case.server.ts";
import { listVoteCases } from "./list-vote-cases.server.ts";
import { settleVoteCases } from "./settle-vote-cases.server.ts";
import { RING_STYLES, simulateYear, START } from "./testing/simulate-year.ts";
import { storeYear } from "./testing/store-year.ts";
import { DAY } from "./vote-rows.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const moderator = await makeMember(db, community, { role: "moderator" });
const year = simulateYear(7, RING_STYLES.careless!);
const now = new Date(START + 366 * DAY);
let ring: number[];

const ctx = (actor: Actor, of = community): Ctx => ({ ...makeCtx(db, of, actor), now });
const job = () => settleVoteCases(ctx({ kind: "guest", role: "guest", id: null }));

type Totals = Record<string, [points: number, rank: number, badges: string]>;

async function totals(): Promise<Totals> {
  const { rows } = await sql<{ id: number; points: number; rank: number; badges: string }>`
    select id, points, rank, (
      select coalesce(string_agg(concat_ws(' ', badge_key, level, earned_at, post_id), ', ' order by badge_key, level), '')
      from badge_grant held where held.community_id = member.community_id
        and held.member_id = member.id and revoked_at is null
    ) as badges
    from member where community_id = ${community.id}
  `.execute(db);
  return Object.fromEntries(rows.map((row) => [row.id, [row.points, row.rank, row.badges]]));
}

async function silent(): Promise<void> {
  expect(await ledgerDifferences(db, community.id, 10)).toEqual([]);
  expect(await badgeDifferences(db, community.id, { limit: 10, now })).toEqual([]);
}

beforeAll(async () => {
  const { memberId } = await storeYear(db, community.id, year);
  ring = year.ring.map(memberId);
  await sql`analyze`.execute(db);
  await db.transaction().execute(async (tx) => {
    await settlePoints(tx, community.id, { everything: true });
    await settleRanks(tx, community.id, { memberIds: null, now });
    await settleBadges(tx, community.id, { memberIds: null, keys: null, now });
  });
});

describe("a ring of six among 500", () => {
  it("is found once, held, and every total restored by one decision", async () => {
    const before = await totals();
    const [caseId, ...others] = await job();
    expect(others).toEqual([]);
    const held = await totals();
    const changed = Object.keys(before).filter((id) => before[id]![0] !== held[id]![0]);
    expect(new Set(changed.map(Number))).toEqual(new Set(ring));
    for (const id of ring) expect(held[id]![0]).toBeLessThan(before[id]![0] / 2);
    expect(ring.some((id) => held[id]![2] !== before[id]![2])).toBe(true);
    await silent();
    expect(await job()).toEqual([]);
    expect(await totals()).toEqual(held);

    const decide = (verdict: "upheld" | "dismissed") =>
      decideVoteCase(ctx(moderator), { caseId: caseId!, verdict, note: "Asked them." });
    expect(await decide("upheld")).toBe(true);
    expect(await decide("upheld")).toBe(false);
    expect(await totals()).toEqual(held);
    expect(await decide("dismissed")).toBe(true);
    expect(await totals()).toEqual(before);
    await silent();
    expect(await job()).toEqual([]);
    expect(await totals()).toEqual(before);
    expect(await decide("upheld")).toBe(true);
    expect(await totals()).toEqual(held);
    await silent();
  });

  it("doesn't count in its members' metrics while it is held", async () => {
    const of = { memberIds: ring, now };
    const helpful = async () =>
      [...(await memberMetrics(db, community.id, of)).values()].map((metrics) => metrics.helpful);
    const held = await helpful();
    const [found] = (await listVoteCases(ctx(moderator), { state: "upheld" })).cases;
    await decideVoteCase(ctx(moderator), { caseId: found!.id, verdict: "dismissed", note: "" });
    const free = await helpful();
    expect(held.every((count, index) => count < free[index]!)).toBe(true);
  });

  it("is told and explained to staff", async () => {
    const events = await db
      .selectFrom("event")
      .select("type")
      .where("community_id", "=", community.id)
      .where("type", "=", "vote_case.opened")
      .execute();
    expect(events).toHaveLength(1);
    const { cases, next } = await listVoteCases(ctx(moderator), { state: "dismissed" });
    expect([cases.length, next]).toEqual([1, null]);
    expect(cases[0]!.members.map(({ id }) => id)).toEqual(ring);
    expect(cases[0]!.evidence.map(({ key }) => key)).toEqual([
      "fairness.evidence.inside",
      "fairness.evidence.share",
      "fairness.evidence.accepted",
      "fairness.evidence.network",
      "fairness.evidence.joined",
    ]);
    expect(cases[0]!.decidedBy).toBe(moderator.name);
  });
});

describe("who decides", () => {
  const attempt = (actor: Actor, caseId: number) =>
    decideVoteCase(ctx(actor), { caseId, verdict: "upheld", note: "" });
  let caseId: number;

  beforeAll(async () => {
    const row = await db
      .selectFrom("vote_case")
      .select("id")
      .where("community_id", "=", community.id)
      .executeTakeFirstOrThrow();
    caseId = row.id;
  });

  it("staff, of their own community, on cases that aren't about them", async () => {
    const roles = ["member", "super_user"] as const;
    for (const role of roles) {
      const actor = await makeMember(db, community, { role });
      await expect(attempt(actor, caseId)).rejects.toThrow(ForbiddenError);
      await expect(listVoteCases(ctx(actor), { state: "open" })).rejects.toThrow(ForbiddenError);
    }
    const guest = { kind: "guest", role: "guest", id: null } as const;
    await expect(attempt(guest, caseId)).rejects.toThrow(SignInNeededError);
    await expect(attempt(moderator, caseId + 1_000)).rejects.toThrow(NotFoundError);
    const about: TestMember = { ...moderator, id: ring[0]! };
    await expect(attempt(about, caseId)).rejects.toThrow(ForbiddenError);
    expect((await listVoteCases(ctx(about), { state: "dismissed" })).cases).toEqual([]);

    const elsewhere = await makeCommunity(db);
    const stranger = await makeMember(db, elsewhere, { role: "admin" });
    await expect(
      decideVoteCase(ctx(stranger, elsewhere), { caseId, verdict: "upheld", note: "" }),
    ).rejects.toThrow(NotFoundError);
    expect((await listVoteCases(ctx(stranger, elsewhere), { state: "dismissed" })).cases).toEqual(
      [],
    );
  });
});
