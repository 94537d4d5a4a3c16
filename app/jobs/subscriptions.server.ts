import type { AppEvent, EventType } from "#app/events/catalog.ts";
import { screenNewcomer } from "#app/features/automod/screening/screen-newcomer.server.ts";
import { judgeReviews } from "#app/features/moderation/review/judge-reviews.server.ts";
import {
  queueEdit,
  queueFirstPost,
  queueHeld,
} from "#app/features/moderation/review/queue-review.server.ts";
import { openHeldCase } from "#app/features/moderation/open-held-case.server.ts";
import { runTrial } from "#app/features/moderation/dry-run/run-trial.server.ts";
import { settleClockAfter } from "#app/features/moderation/clocks/settle-clock-after.server.ts";
import { closeAnswered } from "#app/features/moderation/queues/fill-unanswered.server.ts";
import {
  clearVoters,
  suspectRepeated,
  suspectVoters,
} from "#app/features/moderation/queues/watch-members.server.ts";
import { watchSameHere } from "#app/features/moderation/queues/watch-same-here.server.ts";
import { noteAsked } from "#app/features/insights/log/note-asked.server.ts";
import { mailAnswerAccepted } from "#app/features/notifications/mail-answer-accepted.server.ts";
import {
  mailAppealDecided,
  mailAppealGot,
} from "#app/features/notifications/mail-appeal.server.ts";
import { mailClocks } from "#app/features/notifications/mail-clocks.server.ts";
import {
  mailDecision,
  mailSanction,
  TELL_AFTER,
} from "#app/features/notifications/mail-decision.server.ts";
import {
  mailReportGot,
  mailReportOutcomes,
} from "#app/features/notifications/mail-report.server.ts";
import { mailBadge } from "#app/features/notifications/mail-badge.server.ts";
import { mailAnswerInvited } from "#app/features/notifications/mail-answer-invited.server.ts";
import { mailIdeaStatus } from "#app/features/notifications/mail-idea-status.server.ts";
import { mailErasureAsked } from "#app/features/notifications/mail-erasure-asked.server.ts";
import { mailNewAnswer } from "#app/features/notifications/mail-new-answer.server.ts";
import { mailPasswordChanged } from "#app/features/notifications/mail-password-changed.server.ts";
import { mailPasswordReset } from "#app/features/notifications/mail-password-reset.server.ts";
import { mailRankChanged } from "#app/features/notifications/mail-rank-changed.server.ts";
import {
  mailProgramme,
  mailProgrammeEnding,
} from "#app/features/notifications/mail-programme.server.ts";
import { mailVerification } from "#app/features/notifications/mail-verification.server.ts";
import { buildExport } from "#app/features/portability/build-export.server.ts";
import { recountMembers } from "#app/features/threads/recount-members.server.ts";
import { noteDomains } from "#app/features/threads/screening/note-domains.server.ts";
import { screenImported } from "#app/features/threads/screening/screen-imported.server.ts";
import { recountPlaces } from "#app/features/threads/recount-places.server.ts";
import { endTermAfter } from "#app/features/reputation/programme/end-term-after.server.ts";
import { settleBadgesAfter } from "#app/features/reputation/badges/settle-badges-after.server.ts";
import { settleExpertiseAfter } from "#app/features/reputation/expertise/settle-expertise-after.server.ts";
import { settleDecided } from "#app/features/reputation/settle-decided.server.ts";
import { settleAfter } from "#app/features/reputation/settle-after.server.ts";
import { indexImported } from "#app/features/threads/searching/index-imported.server.ts";
import { indexThread } from "#app/features/threads/searching/index-thread.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type Subscriber = {
  name: string;
  /** May run twice for the same fact and calls no command that made it. */
  run: (ctx: Ctx, event: AppEvent) => Promise<void>;
  /** Reads the thread as it is now: several facts of one thread that still wait are one job. */
  oncePerThread?: true;
  /** Seconds after which it runs, for what may be taken back until then. */
  after?: number;
};

type Subscription = {
  [T in EventType]: {
    name: string;
    run: (ctx: Ctx, event: Extract<AppEvent, { type: T }>) => Promise<void>;
    oncePerThread?: true;
    after?: number;
  }[];
};

const domains = { name: "note_domains", run: noteDomains } as const;
const indexing = { name: "index_thread", run: indexThread, oncePerThread: true } as const;

/** What follows from what: every fact and who hears of it. */
const subscriptions: Subscription = {
  "member.joined": [
    { name: "mail_verification", run: mailVerification },
    { name: "screen_newcomer", run: screenNewcomer },
  ],
  "member.verification_asked": [{ name: "mail_verification", run: mailVerification }],
  "member.email_changed": [{ name: "mail_verification", run: mailVerification }],
  "member.password_reset_asked": [{ name: "mail_password_reset", run: mailPasswordReset }],
  "member.password_changed": [{ name: "mail_password_changed", run: mailPasswordChanged }],
  "member.role_changed": [
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "end_term", run: endTermAfter },
  ],
  "member.rank_changed": [{ name: "mail_rank_changed", run: mailRankChanged }],
  "member.export_asked": [{ name: "build_export", run: buildExport }],
  "member.erasure_asked": [{ name: "mail_erasure_asked", run: mailErasureAsked }],
  "thread.started": [
    indexing,
    domains,
    { name: "note_asked", run: noteAsked },
    { name: "queue_review", run: queueFirstPost },
    { name: "recount_places", run: recountPlaces },
    { name: "recount_members", run: recountMembers },
  ],
  "thread.locked": [indexing],
  "thread.unlocked": [indexing],
  "thread.state_changed": [
    indexing,
    { name: "recount_places", run: recountPlaces },
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "thread.retagged": [
    indexing,
    { name: "recount_places", run: recountPlaces },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "thread.moved": [
    indexing,
    { name: "recount_places", run: recountPlaces },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "thread.duplicate_changed": [indexing, { name: "settle_points", run: settleAfter }],
  "thread.pin_changed": [],
  "thread.reshaped": [
    indexing,
    { name: "recount_places", run: recountPlaces },
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "fix.reported": [],
  "idea.status_changed": [
    indexing,
    { name: "mail_idea_status", run: mailIdeaStatus },
    { name: "settle_badges", run: settleBadgesAfter },
  ],
  "idea.merged": [
    { name: "index_thread", run: indexThread },
    { name: "recount_places", run: recountPlaces },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "answer.published": [
    indexing,
    domains,
    { name: "mail_new_answer", run: mailNewAnswer },
    { name: "close_answered", run: closeAnswered },
    { name: "queue_review", run: queueFirstPost },
    { name: "recount_members", run: recountMembers },
    { name: "settle_badges", run: settleBadgesAfter },
  ],
  "reply.published": [domains, { name: "queue_review", run: queueFirstPost }],
  "answer.accepted": [
    indexing,
    { name: "mail_answer_accepted", run: mailAnswerAccepted },
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "answer.unaccepted": [
    indexing,
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "answer.official_changed": [
    indexing,
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "post.edited": [
    indexing,
    domains,
    { name: "queue_review", run: queueEdit },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "post.state_changed": [
    indexing,
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "post.held": [{ name: "open_held_case", run: openHeldCase }],
  "post.flagged": [{ name: "open_held_case", run: openHeldCase }],
  "member.profile_flagged": [{ name: "open_held_case", run: openHeldCase }],
  "vote.changed": [
    indexing,
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "same_here.changed": [
    indexing,
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "watch_same_here", run: watchSameHere, oncePerThread: true },
  ],
  "reputation.rules_changed": [],
  "badge.granted": [{ name: "mail_badge", run: mailBadge }],
  "vote_case.opened": [
    { name: "settle_expertise", run: settleExpertiseAfter },
    { name: "suspect_voters", run: suspectVoters },
  ],
  "vote_case.decided": [
    { name: "settle_expertise", run: settleExpertiseAfter },
    { name: "clear_voters", run: clearVoters },
  ],
  "answer.invited": [{ name: "mail_answer_invited", run: mailAnswerInvited }],
  "programme.changed": [{ name: "mail_programme", run: mailProgramme }],
  "programme.ending": [{ name: "mail_programme_ending", run: mailProgrammeEnding }],
  "import.finished": [
    { name: "index_imported", run: indexImported },
    { name: "screen_imported", run: screenImported },
    { name: "recount_places", run: recountPlaces },
    { name: "recount_members", run: recountMembers },
    { name: "settle_points", run: settleAfter },
    { name: "settle_badges", run: settleBadgesAfter },
    { name: "settle_expertise", run: settleExpertiseAfter },
  ],
  "report.made": [{ name: "mail_report_got", run: mailReportGot }],
  "case.opened": [
    { name: "settle_clock", run: settleClockAfter },
    { name: "queue_review", run: queueHeld },
  ],
  "automod.tried": [{ name: "run_trial", run: runTrial }],
  "decision.made": [
    { name: "settle_decided", run: settleDecided },
    { name: "suspect_repeated", run: suspectRepeated },
    { name: "judge_reviews", run: judgeReviews },
    { name: "mail_sanction", run: mailSanction },
    { name: "mail_decision", run: mailDecision, after: TELL_AFTER },
    { name: "mail_report_outcomes", run: mailReportOutcomes, after: TELL_AFTER },
  ],
  "appeal.made": [{ name: "mail_appeal_got", run: mailAppealGot }],
  "appeal.decided": [{ name: "mail_appeal_decided", run: mailAppealDecided }],
  "review.settled": [],
  "clock.told": [{ name: "mail_clocks", run: mailClocks }],
};

/** The subscribers of a fact, in no particular order of running. */
export function subscribersOf(type: EventType): Subscriber[] {
  return (subscriptions[type] ?? []) as Subscriber[];
}
