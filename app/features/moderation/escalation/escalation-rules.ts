/** Of the messages, both ways. */
export const ESCALATION_VERSION = 1;

export const SIGNATURE_HEADERS = {
  timestamp: "porchlight-timestamp",
  signature: "porchlight-signature",
  key: "idempotency-key",
} as const;

/** Seconds that a message's time may differ from ours. */
export const REPLAY_WINDOW = 300;
/** A delivery is tried so often: the last time some hours after the first. */
export const MOST_TRIES = 9;
/** Milliseconds for a try, and after which one that ended without a word is begun again. */
export const TRY_TIMEOUT = 10_000;
export const TRY_LOST_AFTER = 60_000;

export const ESCALATION_LIMITS = { note: 2_000, answer: 20_000, reference: 100 } as const;

/** Of a post, as much as a ticket needs. */
export const TEXT_LENGTH = 5_000;
export const EXCERPT_LENGTH = 300;
