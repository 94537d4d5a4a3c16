import type { ColumnType, Generated } from "kysely";
import type { Json, MaybeStamp, Stamp } from "./column-types.ts";

/** No row of a community: the product's own settings. */
export type AutomodSettingsTable = {
  community_id: number;
  /** As `checkSettings` of automod reads it. */
  settings: Json<unknown>;
  /** Raised by every change. */
  version: Generated<number>;
  updated_by: number | null;
  updated_at: Stamp;
};

export type AutomodModelTable = {
  community_id: number;
  model: Json<unknown>;
  trained_at: Stamp;
  spam_count: number;
  ham_count: number;
};

export type ScreeningSurface = "opening" | "answer" | "reply" | "profile" | "message";

/** What automod said of what it didn't just let pass. */
export type ScreeningTable = {
  community_id: number;
  id: Generated<number>;
  /** `null`: of a profile, or a text that was never stored. */
  post_id: number | null;
  member_id: number | null;
  surface: ScreeningSurface;
  /** `null`: published, and to be looked at again. */
  verdict: "nudge" | "hold" | "reject" | null;
  /** Each with `check`, `verdict`, `toAuthor`, `toStaff` and `spans`. */
  findings: Json<unknown>;
  /** Checks that broke. */
  failed: Generated<string[]>;
  created_at: Stamp;
  looked_again_at: MaybeStamp;
};

/** Fingerprint of a recent post. */
export type PostPrintTable = {
  community_id: number;
  post_id: number;
  author_id: number | null;
  prints: ColumnType<number[], number[], number[]>;
  created_at: Stamp;
};

/** By which alike texts are found. */
export type PostPrintKeyTable = { community_id: number; key: number; post_id: number };

export type LinkDomainTable = { community_id: number; domain: string; created_at: Stamp };

/** Up to which post the domains are known. */
export type LinkDomainReadingTable = { community_id: number; post_id: number };

export type AutomodTables = {
  automod_settings: AutomodSettingsTable;
  automod_model: AutomodModelTable;
  screening: ScreeningTable;
  post_print: PostPrintTable;
  post_print_key: PostPrintKeyTable;
  link_domain: LinkDomainTable;
  link_domain_reading: LinkDomainReadingTable;
};
