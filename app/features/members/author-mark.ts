import type { MemberRole } from "#app/lib/roles.ts";

/** What stands beside a member's name: staff show their role, everybody else their rank. */
export type AuthorMark = {
  role: MemberRole;
  /** Their place in the community's list of ranks, from 0; the page knows the names. */
  rank: number;
};
