import type { IconName } from "./icon-name.ts";

type Tone = "open" | "solved" | "official" | "issue" | "danger" | "idea" | "closed";
type Look = { icon: IconName; tone: Tone };

/** How each state of a thread or post looks: always an icon and a word, never colour alone. */
const LOOKS = {
  open: { icon: "open", tone: "open" },
  unanswered: { icon: "open", tone: "open" },
  solved: { icon: "solved", tone: "solved" },
  official: { icon: "official", tone: "official" },
  issue: { icon: "issue", tone: "issue" },
  fixed: { icon: "wrench", tone: "solved" },
  idea: { icon: "idea", tone: "idea" },
  review: { icon: "idea", tone: "idea" },
  planned: { icon: "planned", tone: "idea" },
  shipped: { icon: "solved", tone: "solved" },
  discussion: { icon: "message", tone: "open" },
  announce: { icon: "announce", tone: "official" },
  closed: { icon: "lock", tone: "closed" },
  locked: { icon: "lock", tone: "closed" },
  hidden: { icon: "hide", tone: "closed" },
  removed: { icon: "trash", tone: "danger" },
  pinned: { icon: "pin", tone: "official" },
} as const satisfies Record<string, Look>;

export type StateKey = keyof typeof LOOKS;

/** The icon of a state and the class that sets its colours. */
export function stateLook(state: StateKey): { icon: IconName; className: string } {
  const { icon, tone } = LOOKS[state];
  return { icon, className: `pl-is-${tone}` };
}
