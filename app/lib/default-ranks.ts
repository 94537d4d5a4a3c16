import { POWERS, type Power } from "./powers.ts";

export type DefaultRank = { key: string; name: string; formula: string; powers: Power[] };

/** The ranks of a community that published none. */
export const DEFAULT_RANKS: DefaultRank[] = [
  { key: "newcomer", name: "Newcomer", formula: "", powers: [] },
  {
    key: "neighbour",
    name: "Neighbour",
    formula: "points >= 50",
    powers: ["post.links", "post.images"],
  },
  {
    key: "regular",
    name: "Regular",
    formula: "points_year >= 250 && days_active_year >= 7",
    powers: ["post.links", "post.images", "thread.retag", "post.voteHide"],
  },
  {
    key: "guide",
    name: "Guide",
    formula: "points_year >= 1000 && accepted >= 10 && days_active_year >= 30",
    powers: [
      "post.links",
      "post.images",
      "thread.retag",
      "post.voteHide",
      "post.editOthers",
      "thread.markDuplicate",
      "desk.review",
    ],
  },
  {
    key: "lamplighter",
    name: "Lamplighter",
    formula: "points_year >= 3000 && accepted_year >= 25 && spaces >= 2 && days_active_year >= 60",
    powers: [...POWERS],
  },
];
