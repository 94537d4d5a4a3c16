import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, TooManyError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { invitable } from "./invitable.server.ts";
import { dayOf, SENDS_A_DAY, STAFF_SENDS_A_DAY } from "./invite-limits.ts";
import { loadQuestion } from "./load-question.server.ts";

/** Throws TooManyError when the actor has sent as many today as there are for a day. */
async function assertInvitesLeft(tx: Tx, ctx: Ctx): Promise<void> {
  const { start, end } = dayOf(ctx.now);
  const { sent } = await tx
    .selectFrom("answer_invite")
    .select((eb) => eb.fn.countAll<number>().as("sent"))
    .where("community_id", "=", ctx.community.id)
    .where("invited_by", "=", ctx.actor.id)
    .where("created_at", ">=", start)
    .where("created_at", "<", end)
    .executeTakeFirstOrThrow();
  if (sent < (isStaff(ctx.actor.role) ? STAFF_SENDS_A_DAY : SENDS_A_DAY)) return;
  const seconds = Math.ceil((end.getTime() - ctx.now.getTime()) / 1_000);
  throw new TooManyError(seconds, "invites_a_day", {
    key: "error.invitesADay",
    params: { hours: Math.ceil(seconds / 3_600) },
  });
}

/**
 * Asks a member to answer a question; again changes nothing. By the asker or staff, of members who
 * agreed to be asked, and a few a day. Gives whether this invited them. Throws NotFoundError,
 * ForbiddenError, SignInNeededError, TooManyError, and ConflictError for a member who can't be
 * invited, without saying why.
 */
export async function inviteToAnswer(
  ctx: Ctx,
  input: { threadId: number; memberId: number },
): Promise<boolean> {
  const communityId = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    const question = await loadQuestion(tx, ctx, input.threadId);
    assertCan(ctx.actor, "thread.inviteToAnswer", question.subject);
    const actor = requireMember(ctx);
    // Both have a number a day: two at once wait for each other.
    await sql`
      select id from member where community_id = ${communityId}
        and id = any(${[actor.id, input.memberId]}::bigint[])
      order by id for no key update
    `.execute(tx);
    const known = await tx
      .selectFrom("answer_invite")
      .select("thread_id")
      .where("community_id", "=", communityId)
      .where("thread_id", "=", input.threadId)
      .where("member_id", "=", input.memberId)
      .executeTakeFirst();
    if (known) return false;
    await assertInvitesLeft(tx, ctx);
    const { rows } = await sql`
      select from member m where m.community_id = ${communityId} and m.id = ${input.memberId}
        and ${invitable(ctx, question)}
    `.execute(tx);
    if (rows.length === 0 || question.solved) {
      throw new ConflictError("not_invitable", { key: "error.notInvitable" });
    }
    await tx
      .insertInto("answer_invite")
      .values({
        community_id: communityId,
        thread_id: input.threadId,
        member_id: input.memberId,
        invited_by: actor.id,
        created_at: ctx.now,
      })
      .execute();
    await publish(tx, { communityId, actorId: actor.id, type: "answer.invited", payload: input });
    return true;
  });
}
