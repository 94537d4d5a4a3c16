import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type OwnChoices = {
  /** May be suggested and invited to answer open questions; off until the member says so. */
  openToInvites: boolean;
  onLeaderboards: boolean;
  /** A mail about each new badge; off until the member says so. */
  badgeMails: boolean;
  /** A mail about each month; off until the member says so. */
  monthMails: boolean;
  /** Other sites may show their badge; off until the member says so. */
  openBadge: boolean;
};

/** What the actor chose. Throws SignInNeededError. */
export async function getOwnChoices(ctx: Ctx): Promise<OwnChoices> {
  const actor = requireMember(ctx);
  return ctx.db
    .selectFrom("member")
    .select(["open_to_invites as openToInvites", "on_leaderboards as onLeaderboards"])
    .select(["badge_mails as badgeMails", "month_mails as monthMails", "open_badge as openBadge"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .executeTakeFirstOrThrow();
}

/** Sets the actor's choices; what isn't given stays. Throws SignInNeededError. */
export async function setOwnChoices(ctx: Ctx, choices: Partial<OwnChoices>): Promise<void> {
  const actor = requireMember(ctx);
  if (Object.values(choices).every((choice) => choice === undefined)) return;
  await ctx.db
    .updateTable("member")
    .set({
      open_to_invites: choices.openToInvites,
      on_leaderboards: choices.onLeaderboards,
      badge_mails: choices.badgeMails,
      month_mails: choices.monthMails,
      open_badge: choices.openBadge,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .execute();
}
