import type { MessageKey } from "#app/i18n/translate.ts";
import type { IconName } from "#app/ui/icon-name.ts";
import type { ReviewKind } from "#db/schema-review.ts";

type Words = {
  title: MessageKey;
  question: MessageKey;
  approve: MessageKey;
  refuse: MessageKey;
  icon: IconName;
};

/** What reviewers are asked of each kind. */
export const REVIEW_WORDS: Record<ReviewKind, Words> = {
  first_post: {
    title: "review.kind.first_post",
    question: "review.question.first_post",
    approve: "review.keep",
    refuse: "review.hide",
    icon: "user",
  },
  held: {
    title: "review.kind.held",
    question: "review.question.held",
    approve: "review.show",
    refuse: "review.hide",
    icon: "clock",
  },
  edit: {
    title: "review.kind.edit",
    question: "review.question.edit",
    approve: "review.keepEdit",
    refuse: "review.undoEdit",
    icon: "edit",
  },
  duplicate: {
    title: "review.kind.duplicate",
    question: "review.question.duplicate",
    approve: "review.same",
    refuse: "review.notSame",
    icon: "same",
  },
  close: {
    title: "review.kind.close",
    question: "review.question.close",
    approve: "review.close",
    refuse: "review.leaveOpen",
    icon: "lock",
  },
};
