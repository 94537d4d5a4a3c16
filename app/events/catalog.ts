/** It came with an edit, against advice, was found when a broken check worked again, or in an import. */
export type FlaggedWhy = "edit" | "advice" | "again" | "import";

/**
 * Every fact that can happen, with what it carries: ids only, never text or secrets, so that a
 * subscriber reads the present state and an old fact cannot bring back what was removed.
 */
export type EventPayloads = {
  "member.joined": { memberId: number };
  "member.email_changed": { memberId: number };
  "member.verification_asked": { memberId: number };
  "member.password_reset_asked": { memberId: number };
  "member.password_changed": { memberId: number };
  "member.role_changed": { memberId: number };
  "member.rank_changed": { memberId: number };
  "member.export_asked": { memberId: number; exportId: number };
  "member.erasure_asked": { memberId: number };
  "thread.started": { threadId: number };
  "thread.locked": { threadId: number };
  "thread.unlocked": { threadId: number };
  "thread.state_changed": { threadId: number };
  /** The tags that it lost or got. */
  "thread.retagged": { threadId: number; tagIds: number[] };
  /** From the first space to the second. */
  "thread.moved": { threadId: number; spaceIds: [number, number] };
  "thread.duplicate_changed": { threadId: number };
  "thread.pin_changed": { threadId: number };
  /** Its kind changed, or posts came or went with a merge or split; told of each thread. */
  "thread.reshaped": { threadId: number };
  "fix.reported": { threadId: number; postId: number };
  "idea.status_changed": { threadId: number; changeId: number };
  "idea.merged": { threadId: number; intoId: number };
  "answer.published": { threadId: number; postId: number };
  "reply.published": { threadId: number; postId: number };
  "answer.accepted": { threadId: number; postId: number };
  "answer.unaccepted": { threadId: number; postId: number };
  "answer.official_changed": { threadId: number; postId: number };
  "post.edited": { threadId: number; postId: number };
  "post.state_changed": { threadId: number; postId: number };
  /** Staff look at it before anybody else sees it. */
  "post.held": { threadId: number; postId: number; screeningId: number };
  /** It shows, and automod wants staff to look at it. */
  "post.flagged": { threadId: number; postId: number; screeningId: number; why: FlaggedWhy };
  "member.profile_flagged": { memberId: number; screeningId: number };
  "vote.changed": { threadId: number; postId: number };
  "same_here.changed": { threadId: number };
  "reputation.rules_changed": { version: number };
  /** `badgeKey` is `tag:ID` for the badge of a tag. */
  "badge.granted": { memberId: number; badgeKey: string; level: number };
  "vote_case.opened": { caseId: number };
  "vote_case.decided": { caseId: number };
  "answer.invited": { threadId: number; memberId: number };
  "programme.changed": { memberId: number; termId: number; changeId: number };
  "programme.ending": { memberId: number; termId: number };
  "import.finished": { source: string };
  "report.made": { reportId: number; caseId: number };
  "case.opened": { caseId: number };
  /** What other settings would have done was asked for. */
  "automod.tried": { trialId: number };
  "decision.made": { decisionId: number };
  "appeal.made": { appealId: number };
  "appeal.decided": { appealId: number };
  /** Members agreed. */
  "review.settled": { itemId: number };
  "clock.told": { kind: "warning" | "breach"; caseIds: number[] };
};

export type EventType = keyof EventPayloads;

/** A fact as subscribers get it. */
export type AppEvent<T extends EventType = EventType> = {
  [K in T]: {
    id: string;
    communityId: number;
    type: K;
    payload: EventPayloads[K];
    actorId: number | null;
    createdAt: Date;
  };
}[T];
