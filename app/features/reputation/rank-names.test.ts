import { expect, it } from "vitest";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx } from "#db/testing/make.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import { rankNames } from "./rank-names.server.ts";

const { db, pool } = await cloneDatabase();

it("are ours in the reader's language until the brand gives its own", async () => {
  const ours = await makeCommunity(db);
  const brand = await makeCommunity(db);
  await db
    .insertInto("rank_list")
    .values({
      community_id: brand.id,
      version: 1,
      ranks: JSON.stringify([{ key: "newcomer", name: "Spark", formula: "", powers: [] }]),
    })
    .execute();
  const names = await rankNames(makeCtx(db, ours));
  expect(names).toEqual(DEFAULT_RANKS.map(({ name }) => name));
  expect(await rankNames(makeCtx(db, brand))).toEqual(["Spark"]);
  const german = translatorOf("de");
  expect(rankName(german, { key: "newcomer", name: "Newcomer" })).not.toBe("Newcomer");
  expect(rankName(german, { key: "newcomer", name: "Spark" })).toBe("Spark");
});

it("are read once for the pages of a moment", async () => {
  const community = await makeCommunity(db);
  await rankNames(makeCtx(db, community));
  let taken = 0;
  pool.on("acquire", () => (taken += 1));
  for (let page = 0; page < 20; page += 1) await rankNames(makeCtx(db, community));
  expect(taken).toBe(0);
});
