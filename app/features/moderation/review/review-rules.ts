import type { Actor } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { ReviewKind, ReviewVerdict } from "#db/schema-review.ts";

export const REVIEW_KINDS = [
  "first_post",
  "held",
  "edit",
  "duplicate",
  "close",
] as const satisfies readonly ReviewKind[];

/** The keys that stand for the answers, by keyboard. */
export const REVIEW_ANSWERS = ["approve", "refuse", "skip"] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

export type ReviewSetting = {
  enabled: boolean;
  /** `review`: whose rank unlocks it; `super_user`; `rank:2` and higher. */
  minimum: string;
  needed: number;
  share: number;
  knownShare: number;
};

export type ReviewSettings = Record<ReviewKind, ReviewSetting>;

const USUAL: ReviewSetting = {
  enabled: true,
  minimum: "review",
  needed: 3,
  share: 100,
  knownShare: 10,
};

/** Held posts are handed over one by one until staff say otherwise. */
export const DEFAULT_REVIEW: ReviewSettings = {
  first_post: USUAL,
  held: { ...USUAL, share: 0 },
  edit: USUAL,
  duplicate: USUAL,
  close: USUAL,
};

/** First posts of a newcomer that are looked at. */
export const FIRST_POSTS = 3;
/** Staff's decisions are given as known cases after so many days. */
export const KNOWN_AFTER_DAYS = 7;
/** Known cases that are looked at, the newest first; fewer than `TESTS_NEEDED` say nothing. */
export const TESTS_SEEN = 10;
export const TESTS_NEEDED = 5;
/** With a smaller share of right answers the queue is closed for `CLOSED_DAYS`. */
export const TESTS_SHARE = 0.6;
export const CLOSED_DAYS = 7;

const MOST_WEIGHT = 1.5;

/**
 * What a reviewer's vote weighs: 2 × (right + 1) / (right + wrong + 2), as reports do, at most 1.5, so
 * that no two votes of the settings' fewest are one.
 */
export function reviewWeight({ right, wrong }: { right: number; wrong: number }): number {
  const weight = (2 * (right + 1)) / (right + wrong + 2);
  return Math.min(MOST_WEIGHT, Math.round(weight * 1_000) / 1_000);
}

/** Whether a reviewer failed too many of the known cases. */
export function failsTests({ right, wrong }: { right: number; wrong: number }): boolean {
  const tests = right + wrong;
  return tests >= TESTS_NEEDED && right / tests < TESTS_SHARE;
}

/**
 * What votes come to: a verdict whose votes weigh what is needed; `staff` as soon as both have half of
 * that, so that a verdict is never carried against many; `null` while more votes are needed.
 */
export function tally(
  votes: readonly { verdict: ReviewVerdict; weight: number }[],
  needed: number,
): ReviewVerdict | "staff" | null {
  const sum = (verdict: ReviewVerdict) =>
    votes.reduce((total, vote) => total + (vote.verdict === verdict ? vote.weight : 0), 0);
  const [approve, refuse] = [sum("approve"), sum("refuse")];
  if (Math.min(approve, refuse) >= needed / 2) return "staff";
  if (approve >= needed) return "approve";
  return refuse >= needed ? "refuse" : null;
}

/** Whether a member reviews things of a kind. Staff have the desk. */
export function mayReview(actor: Actor, { enabled, minimum }: ReviewSetting): boolean {
  if (!enabled || actor.kind !== "member" || !actor.verified || actor.silenced) return false;
  if (isStaff(actor.role)) return false;
  if (actor.role === "super_user") return true;
  if (minimum === "review") return actor.powers.has("desk.review");
  const rank = /^rank:(\d+)$/.exec(minimum)?.[1];
  return rank !== undefined && actor.rank.index >= Number(rank);
}

/** The kinds that a member reviews. */
export function kindsFor(actor: Actor, settings: ReviewSettings): ReviewKind[] {
  return REVIEW_KINDS.filter((kind) => mayReview(actor, settings[kind]));
}
