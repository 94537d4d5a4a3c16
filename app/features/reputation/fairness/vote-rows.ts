import type { VoteCaseKind } from "#db/schema-reputation.ts";

/** A helpful vote of one member for another's post; times in milliseconds. */
export type VoteRow = {
  id: number;
  giver: number;
  receiver: number;
  spaceId: number;
  threadId: number;
  at: number;
  /** In a thread that the giver started: a thank-you rather than a choice of whom to read. */
  ownThread: boolean;
};

/** An answer accepted by the asker. */
export type AcceptRow = { asker: number; author: number; threadId: number; postId: number };

/** Everything the search for unfair votes looks at. */
export type VoteFacts = {
  votes: VoteRow[];
  accepts: AcceptRow[];
  /** When each member joined. */
  joined: Map<number, number>;
  /** Members seen on each network, by their sessions. */
  networks: Map<string, number[]>;
};

/** A message key with its figures: what was seen, in words that name nobody. */
export type Evidence = { key: EvidenceKey; params: Record<string, number> };

export const EVIDENCE_KEYS = [
  "fairness.evidence.inside",
  "fairness.evidence.share",
  "fairness.evidence.bursts",
  "fairness.evidence.joined",
  "fairness.evidence.network",
  "fairness.evidence.accepted",
  "fairness.evidence.newAccounts",
] as const;
export type EvidenceKey = (typeof EVIDENCE_KEYS)[number];

/** What one look at the votes says of some members. */
export type Signal = {
  kind: VoteCaseKind;
  members: number[];
  /** Enough without another kind of evidence. */
  strong: boolean;
  evidence: Evidence[];
  /** What is held for it, as causes of points. */
  causes: string[];
};

/** One decimal, at least 0.1: as much as a reader wants of an expectation. */
export function figure(value: number): number {
  return Math.max(0.1, Math.round(value * 10) / 10);
}

export const DAY = 86_400_000;
