import { describe, expect, it } from "vitest";
import { findCases } from "./find-cases.ts";
import { logTail, logWays } from "./surprise.ts";
import { RING_STYLES, simulateYear, START } from "./testing/simulate-year.ts";
import { DAY, type VoteFacts, type VoteRow } from "./vote-rows.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];

function accusedIn(facts: VoteFacts): number[] {
  return [...new Set(findCases(facts).flatMap(({ members }) => members.map((m) => m.memberId)))];
}

describe("a year of 500 honest members", () => {
  it.each(SEEDS)("accuses at most one of them (seed %i)", (seed) => {
    expect(accusedIn(simulateYear(seed, null).facts).length).toBeLessThanOrEqual(1);
  });

  const plantings = Object.keys(RING_STYLES).flatMap((style) =>
    SEEDS.map((seed) => [style, seed] as const),
  );
  it.each(plantings)("finds a %s ring of six (seed %i)", (style, seed) => {
    const { facts, ring } = simulateYear(seed, RING_STYLES[style]!);
    const accused = accusedIn(facts);
    expect(ring.filter((id) => accused.includes(id))).toEqual(ring);
    expect(accused.filter((id) => !ring.includes(id)).length).toBeLessThanOrEqual(1);
  });

  it("holds what the ring gave each other and nothing else", () => {
    const { facts, ring } = simulateYear(2, RING_STYLES.camouflaged!);
    const byCause = new Map(facts.votes.map((vote) => [`helpful:${vote.id}`, vote]));
    const [found, ...others] = findCases(facts);
    expect(others).toEqual([]);
    const votes = found!.causes.flatMap((cause) => byCause.get(cause) ?? []);
    const inside = facts.votes.filter((v) => ring.includes(v.giver) && ring.includes(v.receiver));
    expect(new Set(votes)).toEqual(new Set(inside));
    const accepts = facts.accepts.filter((a) => ring.includes(a.asker) && ring.includes(a.author));
    expect(accepts.length).toBeGreaterThan(0);
    expect(found!.causes).toHaveLength(inside.length + 2 * accepts.length);
    const line = found!.evidence.find(({ key }) => key === "fairness.evidence.inside");
    expect(line!.params).toMatchObject({ members: 6, votes: inside.length });
    const [member] = found!.members;
    expect(member!.given).toBeGreaterThan(member!.givenInside);
  });

  it("says the same whichever way the rows lie", () => {
    const { facts } = simulateYear(3, RING_STYLES.sparse!);
    const turned = {
      ...facts,
      votes: facts.votes.toReversed(),
      accepts: facts.accepts.toReversed(),
    };
    const people = (cases: ReturnType<typeof findCases>) =>
      cases.map(({ kind, members }) => [kind, members.map((m) => m.memberId)]);
    expect(people(findCases(turned))).toEqual(people(findCases(facts)));
  });
});

/** A quiet community: members 1 to 60 vote for each other evenly in one space. */
function background(): VoteRow[] {
  return Array.from({ length: 900 }, (_, n) => ({
    id: n + 1,
    giver: 1 + (n % 60),
    receiver: 1 + ((n * 7 + Math.floor(n / 60) + 1) % 60),
    spaceId: 1,
    threadId: n + 1,
    at: START + n * 9 * 3_600_000,
    ownThread: false,
  })).filter(({ giver, receiver }) => giver !== receiver);
}

function factsOf(extra: Partial<VoteRow>[], more: Partial<VoteFacts> = {}): VoteFacts {
  const base = background();
  const votes = extra.map((vote, n): VoteRow => ({
    id: 10_000 + n,
    giver: 1,
    receiver: 2,
    spaceId: 1,
    threadId: 10_000 + n,
    at: START + 200 * DAY,
    ownThread: false,
    ...vote,
  }));
  const ids = new Set([...base, ...votes].flatMap(({ giver, receiver }) => [giver, receiver]));
  const joined = new Map([...ids].map((id) => [id, START - id * 5 * DAY]));
  return { votes: [...base, ...votes], accepts: [], joined, networks: new Map(), ...more };
}

const burst = (count: number, day: number) =>
  Array.from({ length: count }, (_, n) => ({ at: START + day * DAY + n * 20_000 }));

describe("bursts", () => {
  it("are nothing once, and a case when they come again and again", () => {
    expect(findCases(factsOf(burst(7, 200)))).toEqual([]);
    const often = [200, 207, 214, 221].flatMap((day) => burst(6, day));
    const [found] = findCases(factsOf(often));
    expect(found).toMatchObject({ kind: "burst" });
    expect(found!.causes).toHaveLength(24);
    expect(found!.evidence[0]!.params).toMatchObject({ bursts: 4, votes: 24, most: 6 });
  });

  it("in one thread are a reader of that thread", () => {
    const votes = [200, 207, 214, 221].flatMap((day) =>
      burst(6, day).map((vote) => ({ ...vote, threadId: 77_000 + day })),
    );
    expect(findCases(factsOf(votes))).toEqual([]);
  });
});

describe("new accounts", () => {
  const fans = (count: number, change: (n: number, account: number) => Partial<VoteRow>) =>
    Array.from({ length: count }, (_, account) =>
      Array.from({ length: 5 }, (_, n) => ({
        giver: 500 + account,
        at: START + 200 * DAY + n * 3_600_000,
        ...change(n, account),
      })),
    ).flat();
  const withFans = (votes: Partial<VoteRow>[]) => {
    const facts = factsOf(votes);
    for (const id of facts.joined.keys())
      if (id >= 500) facts.joined.set(id, START + 195 * DAY + id * 7_200_000);
    return facts;
  };

  it("whose votes all go to one member are a case", () => {
    const [found] = findCases(withFans(fans(6, () => ({}))));
    expect(found).toMatchObject({ kind: "new_accounts" });
    expect(found!.members.map(({ memberId }) => memberId)).toEqual([
      2, 500, 501, 502, 503, 504, 505,
    ]);
  });

  it("are none when they thank who answers them, vote around, or are old", () => {
    expect(findCases(withFans(fans(6, () => ({ ownThread: true }))))).toEqual([]);
    expect(findCases(withFans(fans(6, (n, a) => ({ receiver: 1 + ((n + a * 5) % 60) }))))).toEqual(
      [],
    );
    expect(findCases(factsOf(fans(6, () => ({}))))).toEqual([]);
  });
});

describe("accepted answers", () => {
  const accepts = Array.from({ length: 5 }, (_, n) => ({
    asker: n % 2 ? 1 : 2,
    author: n % 2 ? 2 : 1,
    threadId: 900 + n,
    postId: 1_900 + n,
  }));

  it("between two who share a network are a case when they are most of what either has", () => {
    const networks = new Map([["flat", [1, 2]]]);
    const [found] = findCases(factsOf([], { accepts, networks }));
    expect(found).toMatchObject({ kind: "accepting" });
    expect(found!.causes).toContain("accepting:900:1900");
    expect(found!.causes).toHaveLength(10);
  });

  it("are none among other answers, in an office, or without a shared network", () => {
    const office = new Map([["office", Array.from({ length: 20 }, (_, n) => n + 1)]]);
    expect(findCases(factsOf([], { accepts, networks: office }))).toEqual([]);
    expect(findCases(factsOf([], { accepts }))).toEqual([]);
    const busy = Array.from({ length: 30 }, (_, n) => ({
      asker: 10 + n,
      author: 2,
      threadId: 500 + n,
      postId: 1_500 + n,
    }));
    const networks = new Map([["flat", [1, 2]]]);
    expect(findCases(factsOf([], { accepts: [...accepts, ...busy], networks }))).toEqual([]);
  });
});

describe("surprise", () => {
  it("is the tail of the Poisson distribution", () => {
    // P(X ≥ 3) for mean 1 is 1 − 2.5/e.
    expect(Math.exp(logTail(3, 1))).toBeCloseTo(1 - 2.5 / Math.E, 10);
    expect(logTail(2, 5)).toBe(0);
    expect(logTail(400, 20)).toBeLessThan(-700);
    expect(Math.exp(logWays(500, 2))).toBeCloseTo((500 * 499) / 2, 4);
  });
});
