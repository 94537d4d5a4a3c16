import type { MessageKey, Translate } from "#app/i18n/translate.ts";
import type { StateKey } from "#app/ui/state.ts";
import type { ThreadStateKey } from "../thread-view.ts";

const LOOKS: Record<ThreadStateKey, StateKey> = {
  held: "hidden",
  hidden: "hidden",
  deleted: "removed",
  solved: "solved",
  official: "official",
  locked: "closed",
  no_answer: "unanswered",
  open: "open",
  discussion: "discussion",
  announcement: "announce",
  idea_new: "idea",
  idea_under_review: "review",
  idea_planned: "planned",
  idea_shipped: "shipped",
  idea_declined: "closed",
};

/** A thread's state as a mark and a word. */
export function stateOf(t: Translate, key: ThreadStateKey): { key: StateKey; label: string } {
  return { key: LOOKS[key], label: t(`state.${key}` as MessageKey) };
}
