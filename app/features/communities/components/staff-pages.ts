/** The staff's work by its parts, in the order of their tabs. */
export const STAFF_PARTS = [
  { part: "desk", label: "staff.partDesk" },
  { part: "rules", label: "staff.partRules" },
  { part: "search", label: "staff.partSearch" },
  { part: "recognition", label: "staff.partRecognition" },
  { part: "site", label: "staff.partSite" },
] as const;

type StaffPage = {
  part: (typeof STAFF_PARTS)[number]["part"];
  href: string;
  label: string;
  /** The name of the permission without which it isn't shown; each page asks for itself again. */
  needs?: string;
};

/** Every page of the staff that has a tab; addresses below one of them belong to it. */
export const STAFF_PAGES = [
  { part: "desk", href: "/staff/desk", label: "desk.tab" },
  { part: "desk", href: "/staff/replies", label: "replies.tab" },
  { part: "desk", href: "/staff/escalations", label: "escalation.tab" },
  { part: "desk", href: "/staff/review", label: "review.tab" },
  { part: "desk", href: "/staff/decisions", label: "statements.tab" },
  { part: "desk", href: "/staff/hours/report", label: "clocks.tabReport" },
  { part: "rules", href: "/staff/automod", label: "automod.tab" },
  { part: "rules", href: "/staff/hours", label: "clocks.tabHours", needs: "clocks" },
  { part: "rules", href: "/staff/escalation", label: "escalation.tabSettings", needs: "clocks" },
  { part: "desk", href: "/staff/looks", label: "masking.looksTab", needs: "clocks" },
  { part: "search", href: "/staff/search", label: "staff.tabLookedFor" },
  { part: "search", href: "/staff/search/words", label: "staff.tabWords" },
  { part: "search", href: "/staff/search/pins", label: "staff.tabPins" },
  { part: "recognition", href: "/staff/points", label: "rulesDesk.tabPoints" },
  { part: "recognition", href: "/staff/ranks", label: "rulesDesk.tabRanks" },
  { part: "recognition", href: "/staff/votes", label: "rulesDesk.tabVotes" },
  { part: "recognition", href: "/staff/programme", label: "programme.tab" },
  { part: "recognition", href: "/staff/impact", label: "impact.staffTab", needs: "calls" },
  { part: "site", href: "/staff/origins", label: "staff.tabOrigins", needs: "origins" },
] as const satisfies readonly StaffPage[];
