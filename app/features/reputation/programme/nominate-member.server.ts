import { handleKey } from "#app/features/members/handle.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { addTerm, changeTerm, lockMember, openTerm } from "./change-term.server.ts";
import { loadProgramme } from "./load-programme.server.ts";

async function findByHandle(tx: Tx, ctx: Ctx, handle: string): Promise<number> {
  const row = await tx
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  if (!row) throw new InvalidError({ handle: { key: "programme.noSuchMember" } });
  return row.id;
}

/** Throws ConflictError while the programme is off. */
export async function assertOn(tx: Tx, ctx: Ctx): Promise<void> {
  const { active } = await loadProgramme(tx, ctx.community.id);
  if (!active) throw new ConflictError("programme_off", { key: "programme.isOff" });
}

/** Locks a member who may be in the programme: no staff, nobody who is leaving. Throws InvalidError. */
async function lockFit(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const member = await lockMember(tx, ctx, memberId);
  if (isStaff(member.role) || member.erase_at !== null || member.email_verified_at === null) {
    throw new InvalidError({ handle: { key: "programme.notFit" } });
  }
}

/**
 * Proposes a member for the programme, with a reason that staff read; gives the term's id. By staff,
 * super users and members of the third rank on. Throws InvalidError (handle), ConflictError when they
 * are nominated, invited or in it already or the programme is off, ForbiddenError,
 * SignInNeededError.
 */
export async function nominateMember(
  ctx: Ctx,
  input: { handle: string; reason: string },
): Promise<number> {
  const actor = requireMember(ctx);
  // Before anything is looked up, so that only who may nominate learns what is there.
  assertCan(actor, "programme.nominate", { memberId: 0 });
  return inTransaction(ctx.db, async (tx) => {
    await assertOn(tx, ctx);
    const memberId = await findByHandle(tx, ctx, input.handle);
    if (memberId === actor.id) throw new InvalidError({ handle: { key: "programme.notOneself" } });
    await lockFit(tx, ctx, memberId);
    if (await openTerm(tx, ctx, memberId)) {
      throw new ConflictError("nominated", { key: "programme.already" });
    }
    return addTerm(tx, ctx, {
      memberId,
      to: "nominated",
      nominated_by: actor.id,
      reason: input.reason,
    });
  });
}

/**
 * Invites a member, nominated or not, and tells them by mail; gives the term's id. Also super users
 * whose role staff gave them without a term. Throws InvalidError, ConflictError when they are invited
 * or in it already or the programme is off, ForbiddenError, SignInNeededError.
 */
export async function inviteMember(
  ctx: Ctx,
  input: { handle: string; reason: string },
): Promise<number> {
  assertCan(ctx.actor, "programme.manage", null);
  return inTransaction(ctx.db, async (tx) => {
    await assertOn(tx, ctx);
    const memberId = await findByHandle(tx, ctx, input.handle);
    await lockFit(tx, ctx, memberId);
    const term = await openTerm(tx, ctx, memberId);
    if (!term) {
      const { reason } = input;
      return addTerm(tx, ctx, { memberId, to: "invited", invited_at: ctx.now, reason });
    }
    if (term.state !== "nominated") {
      throw new ConflictError("invited", { key: "programme.already" });
    }
    const set = { invited_at: ctx.now };
    await changeTerm(tx, ctx, { term, to: "invited", reason: input.reason, set });
    return term.id;
  });
}
