import { handleKey } from "#app/features/members/handle.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadBadges } from "./load-badges.server.ts";
import { tellGranted } from "./tell-granted.server.ts";

export type GiveBadge = {
  badgeKey: string;
  /** Of who gets it. */
  handle: string;
  /** On one line; everybody can read it. */
  reason: string;
};

/**
 * Gives a member a badge that is given by hand, and tells them; gives the grant's id. Throws
 * NotFoundError for a badge that isn't shown, ConflictError when it is given by a rule or held
 * already, InvalidError (handle), ForbiddenError, SignInNeededError.
 */
export async function giveBadge(ctx: Ctx, input: GiveBadge): Promise<number> {
  // Before anything is looked up, so that only staff learn what is there.
  assertCan(ctx.actor, "badge.give", { memberId: 0 });
  const actor = requireMember(ctx);
  const badges = await loadBadges(ctx.db, ctx.community.id);
  const badge = badges.find(({ key, active }) => key === input.badgeKey && active);
  if (!badge) throw new NotFoundError();
  if (badge.by !== "hand") throw new ConflictError("not_by_hand", { key: "badges.notByHand" });
  return inTransaction(ctx.db, async (tx) => {
    const member = await tx
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", ctx.community.id)
      .where("handle_key", "=", handleKey(input.handle))
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!member) throw new InvalidError({ handle: { key: "badges.noSuchMember" } });
    if (member.id === actor.id) throw new ForbiddenError("own_badge", { key: "badges.ownBadge" });
    const grant = await tx
      .insertInto("badge_grant")
      .values({
        community_id: ctx.community.id,
        member_id: member.id,
        badge_key: badge.key,
        earned_at: ctx.now,
        created_at: ctx.now,
        by_hand: true,
        granted_by: actor.id,
        reason: input.reason,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["community_id", "member_id", "badge_key", "level"])
          .where("revoked_at", "is", null)
          .doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (!grant) throw new ConflictError("badge_held", { key: "badges.alreadyHeld" });
    const granted = { memberId: member.id, badgeKey: badge.key, level: 1, earnedAt: ctx.now };
    await tellGranted(tx, ctx.community.id, [granted]);
    return grant.id;
  });
}

export type TakeBadge = { grantId: number; reason: string };

/**
 * Takes back a badge that was given by hand; who, when and why stays with the grant. Throws
 * NotFoundError, ConflictError for a badge by rule, ForbiddenError, SignInNeededError.
 */
export async function takeBadge(ctx: Ctx, { grantId, reason }: TakeBadge): Promise<void> {
  if (ctx.actor.kind === "guest") throw new SignInNeededError();
  assertCan(ctx.actor, "badge.give", { memberId: 0 });
  await inTransaction(ctx.db, async (tx) => {
    const grant = await tx
      .selectFrom("badge_grant")
      .select(["id", "member_id", "by_hand"])
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", grantId)
      .where("revoked_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!grant) throw new NotFoundError();
    if (!grant.by_hand) throw new ConflictError("not_by_hand", { key: "badges.notByHand" });
    assertCan(ctx.actor, "badge.give", { memberId: grant.member_id });
    await tx
      .updateTable("badge_grant")
      .set({ revoked_at: ctx.now, revoked_by: ctx.actor.id, revoke_reason: reason })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", grant.id)
      .execute();
  });
}
