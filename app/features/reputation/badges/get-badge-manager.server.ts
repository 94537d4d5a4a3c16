import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { BadgeFace } from "./badge-card.ts";
import { badgeTexts } from "./badge-texts.ts";
import { loadBadges } from "./load-badges.server.ts";

export type ManagedBadge = {
  key: string;
  /** As readers see it. */
  name: string;
  say: string;
  /** The brand's own name, as it is typed. */
  own: string;
  /** Without a name of its own. */
  usual: string;
  active: boolean;
  face: BadgeFace;
  /** Whether it can have another name. */
  named: boolean;
};

/** Every badge as the brand's admins arrange it. Throws ForbiddenError, SignInNeededError. */
export async function getBadgeManager(ctx: Ctx): Promise<ManagedBadge[]> {
  assertCan(ctx.actor, "badge.define", null);
  const badges = await loadBadges(ctx.db, ctx.community.id);
  return badges.map((badge) => ({
    key: badge.key,
    ...badgeTexts(ctx.t, badge),
    own: badge.own ?? "",
    usual: badgeTexts(ctx.t, { ...badge, own: null }).name,
    active: badge.active,
    face: { icon: badge.icon },
    named: badge.key !== "tag",
  }));
}
