import type { ColumnType, Generated } from "kysely";
import type { Stamp, MaybeStamp } from "./column-types.ts";

/** Which generation of the search index is asked, and which one is being built. */
export type SearchIndexTable = {
  community_id: number;
  live: number;
  building: number | null;
  building_since: MaybeStamp;
  analysis_version: number;
};

export type SearchDocumentTable = {
  community_id: number;
  generation: number;
  thread_id: number;
  version: number;
  content_hash: string;
  language: string;
  kind: string;
  status: string;
  space_id: number;
  author_key: string;
  tags: string[];
  external_id: string | null;
  solved: boolean;
  official: boolean;
  helpful: number;
  created_at: Stamp;
  active_at: Stamp;
  title_keys: number[];
  title_signature: Buffer;
};

export type SearchTextTable = {
  community_id: number;
  generation: number;
  thread_id: number;
  keys: number[];
  signature: Buffer;
  title_terms: string[];
  terms: string[];
  forms: string[];
};

export type SearchWordTable = {
  community_id: number;
  generation: number;
  word: string;
  titles: Generated<number>;
  documents: Generated<number>;
  forms: Generated<number>;
  near: Generated<number[]>;
};

export type SearchRelatedTable = {
  community_id: number;
  generation: number;
  term: string;
  related: string[];
  similarity: number[];
};

export type SearchOutboxTable = { community_id: number; thread_id: number; version: number };

export type SearchSynonymTable = {
  community_id: number;
  id: Generated<number>;
  words: string;
  means: string;
  both_ways: Generated<boolean>;
  updated_by: number | null;
  updated_at: Stamp;
};

export type SearchWordRuleTable = {
  community_id: number;
  word: string;
  rule: "keep" | "stop";
  updated_by: number | null;
  updated_at: Stamp;
};

/** A new version with each change of a community's synonyms and word rules. */
export type SearchWordsVersionTable = { community_id: number; version: string };

export type SearchPinTable = {
  community_id: number;
  query_key: string;
  thread_id: number;
  position: Generated<number>;
  /** As staff wrote it. */
  query: Generated<string>;
  updated_by: number | null;
  updated_at: Stamp;
};

export type SearchLogTable = {
  community_id: number;
  id: Generated<number>;
  token_hash: string;
  /** As typed, without personal details. */
  query: string;
  query_key: string;
  language: string;
  source: "page" | "box" | "ask" | "api";
  total: number;
  shown: number[];
  clicked: Generated<number[]>;
  solved: Generated<boolean>;
  asked: Generated<boolean>;
  hour: ColumnType<Date, Date, Date>;
};

/** Counts of a query that was searched several times, by a hash of its words. */
export type SearchWeekTable = {
  community_id: number;
  key_hash: string;
  /** Its Monday, `2026-11-23`. */
  week: ColumnType<string, string, string>;
  searches: number;
  found: number;
  succeeded: number;
};

/** Queries that staff have taken up together. */
export type SearchCaseTable = {
  community_id: number;
  id: Generated<number>;
  name: string;
  state: Generated<"open" | "answered" | "solved">;
  assignee_id: number | null;
  thread_id: number | null;
  answered_at: MaybeStamp;
  solved_at: MaybeStamp;
  /** The last kept search before it was marked as solved. */
  solved_log_id: number | null;
  before_searches: Generated<number>;
  before_succeeded: Generated<number>;
  created_at: Stamp;
};

export type SearchCaseQueryTable = { community_id: number; query_key: string; case_id: number };

/** The search index, the brand’s words, and what people look for. */
export type SearchTables = {
  search_index: SearchIndexTable;
  search_document: SearchDocumentTable;
  search_text: SearchTextTable;
  search_word: SearchWordTable;
  search_related: SearchRelatedTable;
  search_outbox: SearchOutboxTable;
  search_synonym: SearchSynonymTable;
  search_word_rule: SearchWordRuleTable;
  search_words_version: SearchWordsVersionTable;
  search_pin: SearchPinTable;
  search_log: SearchLogTable;
  search_week: SearchWeekTable;
  search_case: SearchCaseTable;
  search_case_query: SearchCaseQueryTable;
};
