import { expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { buildExport } from "./build-export.server.ts";
import { eraseMember } from "./erase-member.server.ts";

const { db } = await cloneDatabase();

it("what reputation says of a member is in their export and goes with them; decisions stay", async () => {
  const community = await makeCommunity(db);
  const leaving = await makeMember(db, community, { role: "moderator" });
  const stays = await makeMember(db, community);
  const ctx = makeCtx(db, community);
  const at = community.id;
  const { id: threadId } = await db
    .insertInto("thread")
    .values({
      community_id: at,
      kind: "question",
      space_id: community.spaces.general,
      title: "A question",
      slug: "q",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: caseId } = await db
    .insertInto("vote_case")
    .values({
      community_id: at,
      kind: "ring",
      evidence: "[]",
      state: "upheld",
      decided_by: leaving.id,
      decided_at: new Date(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const figures = { given_inside: 1, given: 2, received_inside: 3, received: 4 };
  for (const { id } of [leaving, stays]) {
    await db
      .insertInto("vote_case_member")
      .values({ community_id: at, case_id: caseId, member_id: id, ...figures })
      .execute();
  }
  await db
    .insertInto("expertise")
    .values({
      community_id: at,
      member_id: leaving.id,
      tag_id: null,
      space_id: community.spaces.general,
      score: 5,
      answers: 1,
      accepted: 1,
      helpful: 0,
    })
    .execute();
  const invites = [
    { member_id: leaving.id, invited_by: stays.id },
    { member_id: stays.id, invited_by: leaving.id },
  ];
  for (const invite of invites) {
    await db
      .insertInto("answer_invite")
      .values({ community_id: at, thread_id: threadId, ...invite })
      .execute();
  }
  const { id: exportId } = await db
    .insertInto("member_export")
    .values({ community_id: at, member_id: leaving.id, expires_at: new Date() })
    .returning("id")
    .executeTakeFirstOrThrow();
  await buildExport(ctx, {
    id: crypto.randomUUID(),
    communityId: at,
    type: "member.export_asked",
    payload: { memberId: leaving.id, exportId },
    actorId: leaving.id,
    createdAt: new Date(),
  });
  const { body } = await db
    .selectFrom("member_export")
    .select("body")
    .where("id", "=", exportId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(body!)).toMatchObject({
    vote_case_member: [{ case_id: caseId, received_inside: 3 }],
    vote_case_decided_by: [{ id: caseId }],
    expertise: [{ score: 5 }],
    answer_invite: [{ invited_by: stays.id }],
    answer_invite_invited_by: [{ member_id: stays.id }],
    account: { open_to_invites: false, on_leaderboards: true },
  });

  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", leaving.id)
    .execute();
  expect(await eraseMember(ctx, leaving.id)).toBe(true);
  const of = async (table: "vote_case_member" | "answer_invite" | "expertise") =>
    (await db.selectFrom(table).select("member_id").where("community_id", "=", at).execute()).map(
      (row) => row.member_id,
    );
  expect(await of("vote_case_member")).toEqual([stays.id]);
  expect(await of("answer_invite")).toEqual([stays.id]);
  expect(await of("expertise")).toEqual([]);
  const kept = await db.selectFrom("vote_case").select(["state", "decided_by"]).execute();
  expect(kept).toEqual([{ state: "upheld", decided_by: null }]);
});
