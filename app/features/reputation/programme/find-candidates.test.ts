import { beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, SignInNeededError } from "#app/lib/errors.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { simulateYear } from "../fairness/testing/simulate-year.ts";
import { storeYear } from "../fairness/testing/store-year.ts";
import { candidateFacts, DAYS_ACTIVE, type CandidateFacts } from "./candidate-facts.server.ts";
import { findCandidates } from "./find-candidates.server.ts";
import { ASPECTS, rankCandidates, WEIGHTS } from "./rank-candidates.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const year = simulateYear(11, null, 80);
let memberId: (simulated: number) => number;

beforeAll(async () => {
  ({ memberId } = await storeYear(db, community.id, year));
});

const as = (actor: Actor) => makeCtx(db, community, actor);

/** What the simulation itself says of accepted answers and days of a member. */
function simulated(id: number) {
  const mine = year.posts.filter((post) => post.author === id);
  const asker = new Map(year.posts.filter((p) => p.opening).map((p) => [p.id, p.author]));
  const accepted = new Set(year.facts.accepts.map(({ postId }) => postId));
  return {
    days: new Set(mine.map((post) => Math.floor(post.at / 86_400_000))).size,
    answers: mine.filter((p) => !p.opening && asker.get(p.threadId) !== id).length,
    accepted: mine.filter((p) => accepted.has(p.id)).length,
  };
}

describe("what candidates are judged by", () => {
  it("is counted from what members who were active on 14 days wrote", async () => {
    const facts = await candidateFacts(db, { communityId: community.id, since: null });
    const active = year.honest.filter((id) => simulated(id).days >= DAYS_ACTIVE);
    expect(active.length).toBeGreaterThan(5);
    expect(facts.map((fact) => fact.memberId)).toEqual(active.map(memberId));
    for (const [index, id] of active.entries()) {
      const { days, answers, accepted } = simulated(id);
      expect(facts[index]).toMatchObject({ daysActive: days, answers, accepted });
    }
    const none = new Date("2027-01-01");
    expect(await candidateFacts(db, { communityId: community.id, since: none })).toEqual([]);
  });
});

describe("the candidates", () => {
  it("are members, explained, best first; for staff", async () => {
    const moderator = await makeMember(db, community, { role: "moderator" });
    const candidates = await findCandidates(as(moderator), { limit: 5 });
    expect(candidates).toHaveLength(5);
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(candidates[0]!.aspects.map(({ key }) => key)).toContain("candidate.quantity");

    const best = candidates[0]!.memberId;
    await db.updateTable("member").set({ role: "super_user" }).where("id", "=", best).execute();
    const { id: caseId } = await db
      .insertInto("vote_case")
      .values({ community_id: community.id, kind: "ring", evidence: "[]", decided_by: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    const counts = { given_inside: 1, given: 1, received_inside: 1, received: 1 };
    await db
      .insertInto("vote_case_member")
      .values({
        community_id: community.id,
        case_id: caseId,
        member_id: candidates[1]!.memberId,
        ...counts,
      })
      .execute();
    const left = await findCandidates(as(moderator), { limit: 3 });
    expect(left.map((one) => one.memberId)).toEqual(candidates.slice(2).map((one) => one.memberId));

    for (const role of ["member", "super_user"] as const) {
      const actor = await makeMember(db, community, { role });
      await expect(findCandidates(as(actor), { limit: 5 })).rejects.toThrow(ForbiddenError);
    }
    const guest = { kind: "guest", role: "guest", id: null } as const;
    await expect(findCandidates(as(guest), { limit: 5 })).rejects.toThrow(SignInNeededError);
  });
});

describe("the order of candidates", () => {
  const base: CandidateFacts = {
    memberId: 1,
    daysActive: 20,
    answers: 20,
    accepted: 8,
    helpful: 30,
    hours: 5,
    newcomers: 10,
    newcomersHelped: 6,
    tags: 10,
    months: 6,
  };

  it("puts who did more in an aspect higher in it", () => {
    const better: [keyof typeof WEIGHTS, Partial<CandidateFacts>][] = [
      ["quantity", { answers: 40, accepted: 16 }],
      ["quality", { accepted: 12 }],
      ["speed", { hours: 1 }],
      ["kindness", { newcomersHelped: 9 }],
      ["breadth", { tags: 15 }],
      ["stability", { months: 9 }],
    ];
    for (const [aspect, change] of better) {
      const [first, second] = rankCandidates([base, { ...base, memberId: 2, ...change }]);
      expect([first!.memberId, first!.percentiles[aspect]], aspect).toEqual([2, 100]);
      expect(second!.percentiles[aspect], aspect).toBe(0);
    }
  });

  it("doesn't take one lucky answer for quality", () => {
    const lucky = { ...base, memberId: 2, answers: 1, accepted: 1, helpful: 2 };
    const steady = { ...base, memberId: 3, answers: 60, accepted: 40, helpful: 120 };
    const quality = rankCandidates([base, lucky, steady]);
    const of = (id: number) => quality.find((one) => one.memberId === id)!.percentiles.quality;
    expect(of(3)).toBeGreaterThan(of(2));
  });

  it("gives equals the same, and knows members without an answer", () => {
    const twins = rankCandidates([base, { ...base, memberId: 2 }]);
    expect(twins.map(({ score }) => score)).toEqual([50, 50]);
    const silent = { ...base, memberId: 2, answers: 0, accepted: 0, hours: null };
    expect(rankCandidates([silent, base]).map((one) => one.memberId)).toEqual([1, 2]);
    expect(rankCandidates([])).toEqual([]);
    expect(ASPECTS.reduce((sum, aspect) => sum + WEIGHTS[aspect], 0)).toBeCloseTo(1);
  });
});
