/** Decisions that whoever they are about is told of; the others change nothing for them. */
export const TOLD_VERBS = [
  "hide",
  "remove",
  "edit",
  "mask",
  "restore",
  "move",
  "lock",
  "mark_duplicate",
  "merge",
  "split",
  "convert",
  "warn",
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "erase_address",
  "message",
] as const;

/** Decisions about the member as such are told at once; no undoing takes them back unseen. */
const AT_ONCE: ReadonlySet<string> = new Set(["warn", "silence", "suspend", "ban"]);

/** Whether whoever it is about is told of such a decision. */
export function isTold(verb: string): boolean {
  return (TOLD_VERBS as readonly string[]).includes(verb);
}

/** A word from the team, which decides nothing: there is nothing to appeal. */
export function isMessage(verb: string): boolean {
  return verb === "message";
}

/** Whether such a decision is told at once, not after the time in which it may be undone. */
export function isToldAtOnce(verb: string): boolean {
  return AT_ONCE.has(verb);
}
