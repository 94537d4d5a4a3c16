import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Whether the signed-in member gets a mail about a new badge; `null` for a guest. */
export async function getBadgeMails({ db, community, actor }: Ctx): Promise<boolean | null> {
  if (actor.id === null) return null;
  const row = await db
    .selectFrom("member")
    .select("badge_mails")
    .where("community_id", "=", community.id)
    .where("id", "=", actor.id)
    .executeTakeFirst();
  return row?.badge_mails ?? null;
}

/** Turns mails about new badges on or off for the signed-in member. Throws SignInNeededError. */
export async function setBadgeMails(ctx: Ctx, on: boolean): Promise<void> {
  const actor = requireMember(ctx);
  await ctx.db
    .updateTable("member")
    .set({ badge_mails: on })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .execute();
}
