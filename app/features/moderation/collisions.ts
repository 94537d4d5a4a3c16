import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import type { Decided, OpenCase, Told } from "./load-decided.server.ts";

/** A claim ends so long after the last thing its holder did. */
export const CLAIM_MINUTES = 15;

/** Says what another decided first. */
export function decidedMeanwhile(ctx: Pick<Ctx, "t">, first: Told): ConflictError {
  const known = first.reverses === null ? first.verb : "reverse";
  return new ConflictError("decided_meanwhile", {
    key: "moderation.decidedMeanwhile",
    params: { name: first.name ?? ctx.t("common.formerMember"), verb: known },
  });
}

/** Whether somebody else has it in hand. */
export function heldByOther(
  ctx: Pick<Ctx, "actor" | "now">,
  { claimed_by: by, claimed_at: at }: Pick<OpenCase, "claimed_by" | "claimed_at">,
): boolean {
  if (by === null || at === null || by === ctx.actor.id) return false;
  return Date.parse(at) > ctx.now.getTime() - CLAIM_MINUTES * 60_000;
}

/** Says who has it in hand. */
export function claimedMeanwhile(ctx: Pick<Ctx, "t">, name: string | null): ConflictError {
  return new ConflictError("claimed", {
    key: "moderation.claimed",
    params: { name: name ?? ctx.t("common.formerMember") },
  });
}

/** Throws ConflictError when somebody decided first, or has the case in hand. */
export function assertFirst(
  ctx: Pick<Ctx, "actor" | "now" | "t">,
  decided: Decided,
  { caseId, lastSeen }: { caseId?: number | undefined; lastSeen?: number | null | undefined },
): void {
  const { given, last, cases } = decided;
  if (given?.closed && given.by) throw decidedMeanwhile(ctx, given.by);
  if (lastSeen !== undefined && last && last.id !== lastSeen) throw decidedMeanwhile(ctx, last);
  if (caseId === undefined) return;
  const own = cases.find(({ id }) => id === caseId);
  if (own && heldByOther(ctx, own)) throw claimedMeanwhile(ctx, own.claimed_name);
}

/** The subject isn't in a state for the verb: because of what was decided last, or at all. */
export function notPossible(ctx: Pick<Ctx, "t">, decided: Decided): ConflictError {
  return decided.last ? decidedMeanwhile(ctx, decided.last) : nothingToDo();
}

/** It is as the verb would have it, or can't be. */
export function nothingToDo(): ConflictError {
  return new ConflictError("not_possible", { key: "moderation.notPossible" });
}

/** What a verb that closes a case says about those who reported. */
export function agreesWithReports(verb: ModerationVerb): boolean {
  return ![
    "approve",
    "restore",
    "close",
    "unlock",
    "pin",
    "unpin",
    "mark_official",
    "unmark_duplicate",
  ].includes(verb);
}
