import { sql } from "kysely";
import { expect, it } from "vitest";
import { DEFAULT_RULES } from "#app/features/reputation/point-rules.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { settleRanks } from "./nightly-reputation.server.ts";

const { db } = await cloneDatabase();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

type Home = Awaited<ReturnType<typeof makeCommunity>>;

/** Questions of a member, one a day from so many days ago, each found helpful by three. */
async function write(community: Home, author: TestMember, days: number[]): Promise<void> {
  for (const day of days) {
    const ctx = { ...makeCtx(db, community, author), now: ago(day) };
    const { postId } = await startThread(ctx, {
      kind: "question",
      title: `Why does the lamp blink, ${day} days ago?`,
      body: "It blinks.",
      spaceSlug: "general",
    });
    await db
      .insertInto("vote")
      .values(
        [1, 2, 3].map((n) => ({
          community_id: community.id,
          post_id: postId,
          source: `test:${postId}:${n}`,
          created_at: ago(day),
        })),
      )
      .execute();
  }
}

const rankOf = async ({ id }: TestMember) =>
  (await db.selectFrom("member").select("rank").where("id", "=", id).executeTakeFirstOrThrow())
    .rank;

const facts = (community: Home) =>
  db
    .selectFrom("event")
    .select(["type", "payload"])
    .where("community_id", "=", community.id)
    .where("type", "=", "member.rank_changed")
    .orderBy("created_at")
    .execute();

it("the night gives and takes ranks of every community by what time did, tells it, and rests", async () => {
  const [here, there] = [await makeCommunity(db), await makeCommunity(db)];
  const busy = await makeMember(db, here);
  const elsewhere = await makeMember(db, there);
  const week = Array.from({ length: 10 }, (_, day) => day + 1);
  await write(here, busy, week);
  await write(there, elsewhere, week);
  await settleRanks(db);
  expect([await rankOf(busy), await rankOf(elsewhere)]).toEqual([2, 2]);
  const told = [{ type: "member.rank_changed", payload: { memberId: busy.id } }];
  expect(await facts(here)).toEqual(told);
  await settleRanks(db);
  expect(await facts(here)).toEqual(told);

  // A year goes by without a word.
  for (const table of ["post", "vote"] as const) {
    await sql`
      update ${sql.table(table)} set created_at = created_at - interval '400 days'
      where community_id = ${here.id}
    `.execute(db);
  }
  await settleRanks(db);
  expect([await rankOf(busy), await rankOf(elsewhere)]).toEqual([1, 2]);
  expect(await facts(here)).toEqual([...told, ...told]);
  const moves = await db
    .selectFrom("rank_change")
    .select(["from_rank", "to_rank"])
    .where("community_id", "=", here.id)
    .orderBy("id")
    .execute();
  expect(moves).toEqual([
    { from_rank: 0, to_rank: 2 },
    { from_rank: 2, to_rank: 1 },
  ]);
  const { points } = await db
    .selectFrom("member")
    .select("points")
    .where("id", "=", busy.id)
    .executeTakeFirstOrThrow();
  expect(points).toBe(week.length * 3 * DEFAULT_RULES.helpful.points);
});
