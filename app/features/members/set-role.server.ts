import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { requireMember } from "./require-member.ts";
import { endAllSessions } from "./sessions/end-all-sessions.server.ts";

/**
 * Gives a member a role and signs them out, so that nothing opened under the old role goes on.
 * Admins only, never for oneself: with that, an admin always remains. Throws ForbiddenError,
 * NotFoundError.
 */
export async function setRole(
  ctx: Ctx,
  input: { memberId: number; role: MemberRole },
): Promise<void> {
  const actor = requireMember(ctx);
  if (actor.role !== "admin") throw new ForbiddenError();
  if (actor.id === input.memberId) {
    throw new ForbiddenError("own_role", { key: "account.ownRole" });
  }
  await inTransaction(ctx.db, async (tx) => {
    // In id order and before the change: two admins who demote each other at once can't both.
    const admins = await tx
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", ctx.community.id)
      .where("role", "=", "admin")
      .orderBy("id")
      .forUpdate()
      .execute();
    if (!admins.some((admin) => admin.id === actor.id)) throw new ForbiddenError();
    const changed = await tx
      .updateTable("member")
      .set({ role: input.role })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", input.memberId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new NotFoundError();
    await endAllSessions(tx, ctx.community.id, input.memberId);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "member.role_changed",
      payload: { memberId: input.memberId },
    });
  });
}
