import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";

/**
 * Lets a member moderate a space, or no longer; again changes nothing. It holds from their next
 * request on. Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function setSpaceModerator(
  ctx: Ctx,
  input: { memberId: number; spaceId: number; on: boolean },
): Promise<void> {
  assertCan(ctx.actor, "desk.appoint", null);
  const row = {
    community_id: ctx.community.id,
    space_id: input.spaceId,
    member_id: input.memberId,
  };
  if (![row.space_id, row.member_id].every(Number.isSafeInteger)) throw new NotFoundError();
  await inTransaction(ctx.db, async (tx) => {
    if (!input.on) {
      await tx
        .deleteFrom("space_moderator")
        .where("community_id", "=", row.community_id)
        .where("space_id", "=", row.space_id)
        .where("member_id", "=", row.member_id)
        .execute();
      return;
    }
    const found = await tx
      .selectFrom("member")
      .innerJoin("space", "space.community_id", "member.community_id")
      .select("member.id")
      .where("member.community_id", "=", row.community_id)
      .where("member.id", "=", row.member_id)
      .where("space.id", "=", row.space_id)
      .executeTakeFirst();
    if (!found) throw new NotFoundError();
    await tx
      .insertInto("space_moderator")
      .values({ ...row, created_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
