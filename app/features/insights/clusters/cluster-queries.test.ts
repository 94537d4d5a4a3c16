import { describe, expect, it } from "vitest";
import { clusterQueries, type QueryToCluster } from "./cluster-queries.ts";

const query = (key: string, more: Partial<QueryToCluster> = {}): QueryToCluster => ({
  key,
  concepts: key.split(" ").sort(),
  searches: 1,
  shown: [],
  caseId: null,
  ...more,
});
const keysOf = (queries: QueryToCluster[]) => clusterQueries(queries).map(({ keys }) => keys);

/** Numbers that look random and are the same in every run (mulberry32). */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe("clustering queries", () => {
  it("puts the same words together, named after the most common query", () => {
    expect(
      keysOf([
        query("slow wifi", { searches: 2 }),
        query("wifi slow", { searches: 9 }),
        query("cancel contract"),
      ]),
    ).toEqual([["wifi slow", "slow wifi"], ["cancel contract"]]);
  });

  it("parts queries that share one word of two", () => {
    expect(
      keysOf([query("wifi slow"), query("wifi password"), query("router reset")]),
    ).toHaveLength(3);
  });

  it("takes queries together that share a word and most of their results", () => {
    const shown = [1, 2, 3, 4, 5];
    const some = [query("internet slow", { shown }), query("wifi slow", { shown: [5, 4, 3, 2] })];
    expect(keysOf(some)).toHaveLength(1);
    expect(keysOf([some[0]!, query("wifi slow", { shown: [1, 2] })])).toHaveLength(2);
    expect(keysOf([some[0]!, query("wifi drops", { shown })])).toHaveLength(2);
  });

  it("keeps a case’s queries together, lets others join it, and parts two cases", () => {
    const found = clusterQueries([
      query("hub light red", { caseId: 7, searches: 0 }),
      query("blinking", { caseId: 7 }),
      query("red hub light", { searches: 50 }),
      query("light hub red", { caseId: 8 }),
      query("something else"),
    ]);
    expect(found.map(({ caseId, keys }) => [caseId, keys])).toEqual([
      [7, ["red hub light", "blinking", "hub light red"]],
      [8, ["light hub red"]],
      [null, ["something else"]],
    ]);
  });

  it("gives the same clusters in whatever order the queries come", () => {
    const words = ["wifi", "slow", "router", "reset", "bill", "red", "light", "hub", "night", "tv"];
    for (let seed = 1; seed <= 40; seed += 1) {
      const pick = picker(seed);
      const keys = new Set(
        Array.from({ length: 60 }, () =>
          Array.from({ length: 1 + pick(4) }, () => words[pick(words.length)]!).join(" "),
        ),
      );
      const queries = [...keys].map((key) =>
        query(key, {
          concepts: [...new Set(key.split(" "))].sort(),
          searches: pick(5),
          shown: Array.from({ length: pick(6) }, () => pick(8)),
          caseId: pick(6) === 0 ? 1 + pick(3) : null,
        }),
      );
      const mixed = queries
        .map((one) => ({ one, at: pick(1_000_000) }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(clusterQueries(mixed)).toEqual(clusterQueries(queries));
      expect(
        clusterQueries(queries)
          .flatMap((cluster) => cluster.keys)
          .sort(),
      ).toEqual([...keys].sort());
    }
  });
});
