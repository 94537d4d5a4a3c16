import { sql } from "kysely";
import { acceptAnswer } from "#app/features/threads/accept-answer.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import {
  makeCommunity,
  makeCtx,
  makeMember,
  makeSpace,
  type TestMember,
} from "#db/testing/make.ts";
import { readTargets } from "../read-targets.server.ts";

/** A community with staff, moderators of a space and members who ask, answer, accept and vote. */
export async function openDesk(db: Db) {
  const community = await makeCommunity(db);
  const place = await makeSpace(db, community.id, { slug: "billing" });
  const admin = await makeMember(db, community, { role: "admin", name: "Ada Admin" });
  const staff = await makeMember(db, community, { role: "moderator", name: "Mo Moderator" });
  const second = await makeMember(db, community, { role: "moderator", name: "Sam Second" });
  const superUser = await makeMember(db, community, { role: "super_user" });
  const asker = await makeMember(db, community, { name: "Ann Asker" });
  const helper = await makeMember(db, community, { name: "Hal Helper" });
  const other = await makeMember(db, community, { name: "Olu Other" });
  const plain = await makeMember(db, community, { name: "Local Moderator" });
  await db
    .insertInto("space_moderator")
    .values({ community_id: community.id, space_id: community.spaces.general, member_id: plain.id })
    .execute();
  const local: TestMember = { ...plain, moderates: new Set([community.spaces.general]) };
  for (const slug of ["wifi", "router", "bill"]) {
    await db.insertInto("tag").values({ community_id: community.id, slug, name: slug }).execute();
  }
  let serial = 0;

  const as = (actor: Ctx["actor"], now?: Date): Ctx => ({
    ...makeCtx(db, community, actor),
    ...(now ? { now } : {}),
  });

  const ask = async (overrides: Partial<Parameters<typeof startThread>[1]> = {}, by = asker) => {
    serial += 1;
    return startThread(as(by), {
      kind: "question",
      title: `Why does it drop every evening ${serial}`,
      body: `It drops **again** (${serial}).`,
      spaceSlug: "general",
      tags: ["wifi"],
      ...overrides,
    });
  };

  const answer = (threadId: number, by = helper) => {
    serial += 1;
    return postAnswer(as(by), { threadId, body: `Turn smart channel off, try ${serial}.` });
  };

  /** A question with an accepted answer that was voted for, another answer, and replies. */
  const talk = async () => {
    const { threadId, postId } = await ask();
    const good = await answer(threadId);
    const also = await answer(threadId, other);
    await postReply(as(other), { parentId: good.postId, body: "That worked for me too." });
    await postReply(as(helper), { parentId: also.postId, body: "So did that." });
    await acceptAnswer(as(asker), { postId: good.postId, replaces: null });
    for (const voter of [asker, other])
      await voteHelpful(as(voter), { postId: good.postId, on: true });
    await voteHelpful(as(helper), { postId: also.postId, on: true });
    return { threadId, postId, good: good.postId, also: also.postId };
  };

  /** Everything that decisions may change, as it is. */
  const everything = async (): Promise<Changes> => {
    const { rows } = await sql<{ target: string }>`
      select 'post:' || id as target from post where community_id = ${community.id}
      union all select 'thread:' || id from thread where community_id = ${community.id}
      union all select 'marks:' || id from thread where community_id = ${community.id}
      union all select 'address:' || id from member where community_id = ${community.id}
      union all select 'sanction:' || id from sanction where community_id = ${community.id}
      union all select 'case:' || id from moderation_case where community_id = ${community.id}
      union all select 'report:' || id from report where community_id = ${community.id}
    `.execute(db);
    return readTargets(
      db,
      community.id,
      rows.map(({ target }) => target),
    );
  };

  const pointsOf = async (member: { id: number }) =>
    (
      await db
        .selectFrom("member")
        .select("points")
        .where("community_id", "=", community.id)
        .where("id", "=", member.id)
        .executeTakeFirstOrThrow()
    ).points;

  return {
    community,
    place,
    admin,
    staff,
    second,
    superUser,
    asker,
    helper,
    other,
    local,
    as,
    ask,
    answer,
    talk,
    everything,
    pointsOf,
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
