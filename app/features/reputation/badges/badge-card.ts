import type { TimeText } from "#app/i18n/format-time.ts";
import type { IconName } from "#app/ui/icon-name.ts";
import type { Track } from "./built-in-badges.ts";

export type BadgeFace = { icon: IconName } | { tag: string };

/** A badge as the catalogue shows it. */
export type BadgeCard = {
  key: string;
  href: string;
  name: string;
  /** What it asks. */
  say: string;
  face: BadgeFace;
  by: "rule" | "hand" | "formula";
  /** The reader's; 0 without one. */
  level: number;
  levels: number;
  holders: number;
  since: TimeText | null;
  /** The reader's way to the next level. */
  progress: { have: number; need: number } | null;
};

export type BadgeGroup = { key: Track | "tags"; cards: BadgeCard[] };

export type BadgeCatalog = {
  tab: "all" | "yours" | "close";
  groups: BadgeGroup[];
  counts: { all: number; yours: number; close: number };
  signedIn: boolean;
  manages: boolean;
};

/** A badge as it stands beside its holder. */
export type HeldBadge = {
  key: string;
  href: string;
  name: string;
  face: BadgeFace;
  level: number;
  levels: number;
  since: TimeText;
};
