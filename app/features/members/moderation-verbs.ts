/** What can be decided about a post, a thread or a member. */
export const MODERATION_VERBS = [
  "approve",
  "hide",
  "remove",
  "restore",
  "edit",
  "mask",
  "move",
  "retag",
  "lock",
  "unlock",
  "pin",
  "unpin",
  "mark_duplicate",
  "unmark_duplicate",
  "merge",
  "split",
  "convert",
  "mark_official",
  "unmark_official",
  "close",
  "message",
  "warn",
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "erase_address",
] as const;
export type ModerationVerb = (typeof MODERATION_VERBS)[number];

export const SANCTION_VERBS = ["warn", "silence", "suspend", "ban"] as const;
export type SanctionVerb = (typeof SANCTION_VERBS)[number];

/** True for what is done to a member, not to what they wrote. */
export function isSanction(verb: ModerationVerb): verb is SanctionVerb {
  return (SANCTION_VERBS as readonly string[]).includes(verb);
}
