import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";

/** A community with somebody of each kind, who can ask and answer, and looks at what is stored. */
export async function openScene(db: Db) {
  const community = await makeCommunity(db);
  const asker = await makeMember(db, community, { name: "Ada Asker" });
  const helper = await makeMember(db, community, { name: "Hal Helper" });
  const other = await makeMember(db, community);
  const superUser = await makeMember(db, community, { role: "super_user" });
  const staff = await makeMember(db, community, { role: "moderator" });
  await db
    .insertInto("tag")
    .values({ community_id: community.id, slug: "wifi", name: "Wi-Fi" })
    .execute();
  let serial = 0;

  const as = (actor: TestMember, now?: Date): Ctx => ({
    ...makeCtx(db, community, actor),
    ...(now ? { now } : {}),
  });

  const ask = (overrides: Partial<Parameters<typeof startThread>[1]> = {}) => {
    serial += 1;
    return startThread(as(asker), {
      kind: "question",
      title: `Why does it drop every evening ${serial}`,
      body: `It drops **again** (${serial}).`,
      spaceSlug: "general",
      ...overrides,
    });
  };

  const answer = (threadId: number, actor = helper, at?: Date) => {
    serial += 1;
    return postAnswer(as(actor, at), { threadId, body: `Turn smart channel off, try ${serial}.` });
  };

  const threadRow = (id: number) =>
    db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const postRow = (id: number) =>
    db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  /** Types of the facts about a thread, in the order they were written. */
  const facts = async (threadId: number): Promise<string[]> => {
    const rows = await db
      .selectFrom("event")
      .select(["type", "payload", "actor_id"])
      .orderBy("created_at")
      .orderBy(sql`ctid`)
      .execute();
    return rows
      .filter((row) => (row.payload as { threadId?: number }).threadId === threadId)
      .map((row) => row.type);
  };

  return {
    community,
    asker,
    helper,
    other,
    superUser,
    staff,
    as,
    ask,
    answer,
    threadRow,
    postRow,
    facts,
  };
}
