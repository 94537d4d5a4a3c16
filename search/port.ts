import type { ThreadKind } from "#db/schema-threads.ts";

export type DocumentStatus = "solved" | "official" | "answered" | "open" | "closed";

/** A thread as engines index it: only what everybody who may read its space may read. */
export type ThreadDocument = {
  threadId: number;
  /** Taken before the thread was read: of two, the higher one saw the later state, or the same. */
  version: number;
  language: string;
  title: string;
  opening: string;
  /** The accepted and the official answer. */
  accepted: string;
  /** The most helpful other answers. */
  answers: string;
  tags: { slug: string; name: string }[];
  spaceId: number;
  spaceSlug: string;
  kind: ThreadKind;
  status: DocumentStatus;
  solved: boolean;
  official: boolean;
  /** Helpful votes of the opening post and "same here". */
  helpful: number;
  authorId: number | null;
  createdAt: Date;
  activeAt: Date;
  /** Id in the place it was imported from. */
  externalId: string | null;
};

/** What an index is told of a thread: its document, or that there is none any more. */
export type DocumentChange =
  | { threadId: number; version: number; document: ThreadDocument }
  | { threadId: number; version: number; document: null };

export type SearchFilters = {
  kind?: string[];
  status?: string[];
  space?: string[];
  tag?: string[];
  language?: string[];
  /** Handle of who asked; finders get the member's id, as documents have it. */
  from?: string;
  after?: Date;
  before?: Date;
};

export type SearchScope = {
  communityId: number;
  /** The community's own language, for queries that don't tell theirs. */
  locale: string;
  /** Spaces the asker may read: nothing of others is looked at. */
  spaceIds: number[];
};

export type SearchInput = SearchScope & {
  query: string;
  filters?: SearchFilters;
  sort?: "best" | "new" | "helpful";
  /** The last word may go on. */
  typing?: boolean;
  limit: number;
  now: Date;
};

export type SimilarInput = SearchScope & {
  title: string;
  body?: string;
  /** Only threads from before this moment. */
  before?: Date;
  limit: number;
  now: Date;
};

/** A candidate: the caller checks it with `visibleTo` before anybody sees or counts it. */
export type Match = {
  threadId: number;
  score: number;
  /** How much of what was asked for is in it, 0 to 1, weighed by rarity; where that is known. */
  coverage?: number;
};

/** `text` is what its words alone are worth, `near` whether it asks the same or nearly so. */
export type SimilarMatch = Match & { text: number; near: Nearness };

/** `very`: worth stopping somebody who is about to post. */
export type Nearness = "very" | "near" | "far";

export type SearchResult = {
  matches: Match[];
  /** Folded words that matched may be marked with, stems and forms. */
  words: string[];
  /** The query with its typos set right, when that is what was found. */
  didYouMean: string | null;
  engine: "postgres" | "meilisearch";
  /** The engine that should have answered did not: what was just written may be missing. */
  behind: boolean;
};

/** What both engines do. */
export type SearchEngine = {
  name: "postgres" | "meilisearch";
  search: (input: SearchInput) => Promise<SearchResult>;
  similar: (input: SimilarInput) => Promise<SimilarMatch[]>;
  /** Takes changes in any order and any number of times: an older version changes nothing. */
  write: (communityId: number, changes: DocumentChange[]) => Promise<void>;
};
