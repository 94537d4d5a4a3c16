import { moderatedSpaces } from "#app/features/members/standing.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadCase } from "./load-case.server.ts";

/** Somebody who may see the case. Throws InvalidError (memberId). */
async function assertWorks(tx: Tx, ctx: Ctx, memberId: number, spaceId: number | null) {
  const member = await tx
    .selectFrom("member as m")
    .select(["m.role", moderatedSpaces("m").as("spaces")])
    .where("m.community_id", "=", ctx.community.id)
    .where("m.id", "=", memberId)
    .executeTakeFirst();
  const works =
    member && (isStaff(member.role) || (spaceId !== null && member.spaces.includes(spaceId)));
  if (!works) throw new InvalidError({ memberId: { key: "moderation.assignee" } });
}

/**
 * Gives a case to somebody of the desk, or with `null` back to all; also its priority. Throws
 * InvalidError (memberId, priority), NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function assignCase(
  ctx: Ctx,
  input: { caseId: number; memberId?: number | null; priority?: number },
): Promise<void> {
  const { memberId, priority } = input;
  if (priority !== undefined && ![0, 1, 2, 3].includes(priority)) {
    throw new InvalidError({ priority: { key: "error.invalid" } });
  }
  await inTransaction(ctx.db, async (tx) => {
    const row = await loadCase(tx, ctx, input.caseId, { lock: true });
    if (typeof memberId === "number") await assertWorks(tx, ctx, memberId, row.space_id);
    await tx
      .updateTable("moderation_case")
      .set({
        ...(memberId === undefined ? {} : { assigned_to: memberId }),
        ...(priority === undefined ? {} : { priority }),
        // Set in any case, so that there is something to set.
        queue: row.queue,
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", row.id)
      .execute();
  });
}
