import { expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { acceptAnswer } from "./accept-answer.server.ts";
import { getProfile } from "./get-profile.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { listThreads } from "./list-threads.server.ts";
import { listTopHelpers } from "./list-top-helpers.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { startThread } from "./start-thread.server.ts";

const { db } = await cloneDatabase();

it("every view of an author says their role and rank", async () => {
  const community = await makeCommunity(db);
  const asker = await makeMember(db, community);
  const helper = await makeMember(db, community, { role: "super_user" });
  const { threadId } = await startThread(makeCtx(db, community, asker), {
    kind: "question",
    title: "Who is who here?",
    body: "Tell me.",
    spaceSlug: "general",
    tags: [],
  });
  const { postId } = await postAnswer(makeCtx(db, community, helper), { threadId, body: "Me." });
  await acceptAnswer(makeCtx(db, community, asker), { postId, replaces: null });
  await db
    .updateTable("member")
    .set({ rank: 3, accepted_count: 1 })
    .where("id", "=", helper.id)
    .execute();
  await db.updateTable("member").set({ rank: 2 }).where("id", "=", asker.id).execute();

  const guest = makeCtx(db, community);
  const page = await getThreadPage(guest, { threadId });
  expect(page.opening.author).toMatchObject({ role: "member", rank: 2 });
  expect(page.accepted?.author).toMatchObject({ role: "super_user", rank: 3 });
  const { threads } = await listThreads(guest, { list: "latest" });
  expect(threads[0]?.author).toMatchObject({ role: "member", rank: 2 });
  expect(await listTopHelpers(guest)).toMatchObject([{ role: "super_user", rank: 3 }]);
  const profile = await getProfile(guest, { handle: helper.handle });
  expect(profile.member).toMatchObject({ role: "super_user", rank: 3 });
});
