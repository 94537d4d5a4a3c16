import type { Actor } from "#app/lib/ctx.ts";
import { isStaff, ROLES, type Role } from "#app/lib/roles.ts";
import type { ModerationVerb } from "./moderation-verbs.ts";

/** Where a case's subject stands; `null`: nowhere, it is a member. */
export type CasePlace = { spaceId: number | null };

export type DecidedSubject = CasePlace & {
  verb: ModerationVerb;
  /** The member, or who wrote it; `null` when nobody here did. */
  aboutId: number | null;
  aboutRole: Role | null;
  /** They moderate the space it stands in. */
  aboutModerates: boolean;
};

/** Whoever moderates a space has no say over members as such, beyond a word about what they wrote there. */
const NOT_IN_SPACES: ReadonlySet<ModerationVerb> = new Set([
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "erase_address",
]);

/** Roles in their order, moderators of the space between super users and moderators. */
function standing(role: Role, moderatesHere: boolean): number {
  const place = ROLES.indexOf(role);
  return moderatesHere ? Math.max(place, ROLES.indexOf("moderator") - 0.5) : place;
}

/** Staff see every case, moderators of a space what stands there. */
export function seesCase(actor: Actor, { spaceId }: CasePlace): boolean {
  if (actor.kind !== "member") return false;
  if (isStaff(actor.role)) return true;
  return spaceId !== null && actor.moderates?.has(spaceId) === true;
}

/** Nobody decides about themselves, nor about anybody of the same or a higher standing. */
export function decides(actor: Actor, subject: DecidedSubject): boolean {
  if (!seesCase(actor, subject)) return false;
  const inSpace = !isStaff(actor.role);
  if (inSpace && NOT_IN_SPACES.has(subject.verb)) return false;
  if (subject.aboutId === null) return true;
  if (subject.aboutId === actor.id) return false;
  const about = standing(subject.aboutRole ?? "guest", subject.aboutModerates);
  return standing(actor.role, inSpace) > about;
}
