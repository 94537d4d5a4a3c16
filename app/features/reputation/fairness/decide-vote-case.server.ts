import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { settleMembers } from "./settle-members.server.ts";

export type DecideVoteCase = {
  caseId: number;
  verdict: "upheld" | "dismissed";
  /** Why, for the others of the staff. */
  note: string;
};

/**
 * Staff's word on a case. Dismissed, everything it held counts again, to the same totals as before;
 * upheld, it stays held. Either may follow the other; the same again changes nothing. A moderator
 * decides on no case that is about them. Gives whether the verdict changed. Throws NotFoundError,
 * ForbiddenError, SignInNeededError.
 */
export async function decideVoteCase(ctx: Ctx, input: DecideVoteCase): Promise<boolean> {
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    // The nightly look takes the same lock.
    await sql`select id from community where id = ${communityId} for no key update`.execute(tx);
    const { rows: members } = await sql<{ id: number }>`
      select member_id as id from vote_case_member
      where community_id = ${communityId} and case_id = ${input.caseId}
    `.execute(tx);
    const ids = members.map(({ id }) => id);
    assertCan(ctx.actor, "fairness.decide", { memberIds: ids });
    const actor = requireMember(ctx);
    const found = await tx
      .selectFrom("vote_case")
      .select("state")
      .where("community_id", "=", communityId)
      .where("id", "=", input.caseId)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw new NotFoundError();
    if (found.state === input.verdict) return false;
    await tx
      .updateTable("vote_case")
      .set({
        state: input.verdict,
        decided_by: actor.id,
        decided_at: ctx.now,
        note: input.note.trim(),
      })
      .where("community_id", "=", communityId)
      .where("id", "=", input.caseId)
      .execute();
    await tx
      .updateTable("held_cause")
      .set({ lifted: input.verdict === "dismissed" })
      .where("community_id", "=", communityId)
      .where("case_id", "=", input.caseId)
      .execute();
    await settleMembers(tx, ctx, ids);
    await publish(tx, {
      communityId,
      actorId: actor.id,
      type: "vote_case.decided",
      payload: { caseId: input.caseId },
    });
    return true;
  });
}
