/** Roles a member can hold, weakest first. */
export const MEMBER_ROLES = ["member", "super_user", "moderator", "admin"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A member's role, or `guest` for somebody who isn't signed in. */
export const ROLES = ["guest", ...MEMBER_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** True when `role` is at least `needed`. */
export function atLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The roles whose requirement `role` meets: `["guest", …, role]`. */
export function rolesUpTo(role: Role): Role[] {
  return ROLES.slice(0, ROLES.indexOf(role) + 1);
}

/** Staff answer for the brand: moderators and admins. */
export function isStaff(role: Role): boolean {
  return atLeast(role, "moderator");
}
