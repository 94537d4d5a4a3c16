import { beforeEach, describe, expect, it } from "vitest";
import type { Community } from "#app/lib/ctx.ts";
import { queryKey } from "#search/postgres/list-pinned.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity } from "#db/testing/make.ts";
import { queryConcepts } from "./query-concepts.server.ts";

const { db } = await cloneDatabase();
let community: Community;

beforeEach(async () => {
  community = await makeCommunity(db);
});

/** Which of the queries are about the same. */
async function groups(queries: string[], language = "en"): Promise<string[][]> {
  const concepts = await queryConcepts(
    db,
    community.id,
    queries.map((query, at) => ({
      key: queryKey(query),
      searches: queries.length - at,
      language,
    })),
  );
  const found = new Map<string, string[]>();
  for (const query of queries) {
    const about = concepts.get(queryKey(query))!.join(" ");
    found.set(about, [...(found.get(about) ?? []), query]);
  }
  return [...found.values()];
}

describe("what queries are about", () => {
  it("is the same with other endings, spelling mistakes, spaces and polite words", async () => {
    expect(
      await groups([
        "router password",
        "routers passwords",
        "ruoter password",
        "router pasword",
        "how to get the router password please",
        "wifi drops",
        "wi-fi drops",
        "Wi Fi dropping",
        "hub 3",
        "Hub-3",
        "HUB3",
      ]),
    ).toEqual([
      [
        "router password",
        "routers passwords",
        "ruoter password",
        "router pasword",
        "how to get the router password please",
      ],
      ["wifi drops", "wi-fi drops", "Wi Fi dropping"],
      ["hub 3", "Hub-3", "HUB3"],
    ]);
  });

  it("is another with another number or a word that is only short or alike", async () => {
    const all = ["hub 3", "hub 4", "tv red", "tv bed", "cat", "car", "error 404", "error 405"];
    expect(await groups(all)).toEqual(all.map((one) => [one]));
  });

  it("is the same by the brand’s synonyms, however they are chained or mistyped", async () => {
    await db
      .insertInto("search_synonym")
      .values([
        { community_id: community.id, words: "telly", means: "tv box", both_ways: true },
        { community_id: community.id, words: "decoder", means: "telly", both_ways: false },
      ])
      .execute();
    expect(
      await groups([
        "tv box broken",
        "telly broken",
        "decoder broken",
        "decodder broken",
        "tv broken",
      ]),
    ).toEqual([
      ["tv box broken", "telly broken", "decoder broken", "decodder broken"],
      ["tv broken"],
    ]);
  });

  it("leaves names alone that are never corrected, and stop words out", async () => {
    expect(await groups(["router blinks", "routex blinks"])).toHaveLength(1);
    await db
      .insertInto("search_word_rule")
      .values([
        { community_id: community.id, word: "routex", rule: "keep" },
        { community_id: community.id, word: "larkfield", rule: "stop" },
      ])
      .execute();
    expect(await groups(["router blinks", "routex blinks", "Larkfield router blinks"])).toEqual([
      ["router blinks", "Larkfield router blinks"],
      ["routex blinks"],
    ]);
  });

  it("works in other languages, and keeps all words where none says anything", async () => {
    expect(await groups(["Rechnung falsch", "Rechnungen falsch", "مشكلة الفاتورة"], "de")).toEqual([
      ["Rechnung falsch", "Rechnungen falsch"],
      ["مشكلة الفاتورة"],
    ]);
    expect(await groups(["how to", "what is"])).toHaveLength(2);
    expect(await groups(["网速慢", "网速 慢"], "zh")).not.toEqual([]);
  });
});
