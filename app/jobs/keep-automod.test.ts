import { expect, it } from "vitest";
import { openScreened } from "#app/features/threads/testing/open-screened.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { learnAutomod, lookAgainAtPosts } from "./keep-automod.server.ts";

const { db } = await cloneDatabase();

it("what a broken check let pass is looked at in each community", async () => {
  const scenes = [await openScreened(db), await openScreened(db)];
  for (const { community, ask, other, set } of scenes) {
    const { postId } = await ask(other);
    const broken = { post_id: postId, member_id: other.id, surface: "opening" as const };
    await db
      .insertInto("screening")
      .values({ ...broken, community_id: community.id, findings: "[]", failed: ["shouting"] })
      .execute();
    await set();
  }
  await lookAgainAtPosts(db);
  const left = await db
    .selectFrom("screening")
    .select("id")
    .where("looked_again_at", "is", null)
    .execute();
  expect(left).toEqual([]);
});

it("the night reads domains and removes what is old", async () => {
  const scene = await openScreened(db);
  const { threadId } = await scene.ask(scene.staff);
  await scene.answer(threadId, "The page https://cables.test-brand.com/list has one for each box");
  const long = new Date(Date.now() - 400 * 86_400_000);
  await db.updateTable("post_print").set({ created_at: long }).execute();
  await db.updateTable("screening").set({ created_at: long }).execute();
  await learnAutomod(db);
  expect(await db.selectFrom("link_domain").select("domain").execute()).toEqual([
    { domain: "test-brand.com" },
  ]);
  for (const table of ["post_print", "post_print_key", "screening"] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});
