import { settlePoints } from "#app/features/reputation/settle-points.server.ts";
import { settleRanks } from "#app/features/reputation/settle-ranks.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { voteHelpful } from "#app/features/threads/vote-helpful.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Db } from "../client.server.ts";
import { inTransaction } from "../transaction.server.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "./make.ts";

export type VotedScene = Awaited<ReturnType<typeof openVotedScene>>;

/** A community whose asker has six helpful votes for a question, and points and a rank by them. */
export async function openVotedScene(db: Db) {
  const community = await makeCommunity(db);
  const ctx = (actor: Actor, now = new Date()): Ctx => ({
    ...makeCtx(db, community, actor),
    now,
  });
  /** Brings everybody's points and ranks to what the rows say. */
  const settle = (now = new Date()): Promise<void> =>
    inTransaction(db, async (tx) => {
      await settlePoints(tx, community.id, { everything: true });
      await settleRanks(tx, community.id, { memberIds: null, now, tell: true });
    });
  const standing = ({ id }: TestMember) =>
    db
      .selectFrom("member")
      .select(["points", "rank"])
      .where("community_id", "=", community.id)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();

  const asker = await makeMember(db, community, { handle: `asker${community.id}` });
  const moderator = await makeMember(db, community, { role: "moderator" });
  const admin = await makeMember(db, community, { role: "admin" });
  const voters: TestMember[] = [];
  for (let index = 0; index < 6; index += 1) voters.push(await makeMember(db, community));
  const { postId } = await startThread(ctx(asker), {
    kind: "question",
    title: "Why does the hub blink?",
    body: "It blinks.",
    spaceSlug: "general",
    tags: [],
  });
  for (const voter of voters) await voteHelpful(ctx(voter), { postId, on: true });
  await settle();
  return { community, asker, moderator, admin, voters, postId, ctx, settle, standing };
}
