import { isStaff, type MemberRole } from "./roles.ts";

/** What a rank can unlock. */
export const POWERS = [
  "post.links",
  "post.images",
  "post.editOthers",
  "thread.retag",
  "thread.markDuplicate",
  "thread.move",
  "thread.pin",
  "post.voteHide",
  "desk.review",
] as const;

export type Power = (typeof POWERS)[number];

/** A rank as what decides about powers needs it. */
export type RankPowers = { key: string; powers: readonly Power[] };

const ALL: ReadonlySet<Power> = new Set(POWERS);

/**
 * What a member may do: by their rank; super users what the highest rank unlocks, too; staff
 * everything.
 */
export function powersOf(role: MemberRole, held: RankPowers, highest: RankPowers): Set<Power> {
  if (isStaff(role)) return new Set(ALL);
  return new Set(role === "super_user" ? [...held.powers, ...highest.powers] : held.powers);
}
