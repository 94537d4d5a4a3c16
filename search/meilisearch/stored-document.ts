import type { PreparedDocument } from "../postgres/prepare-documents.server.ts";
import { ANALYSIS_VERSION } from "../settings.ts";

/** A thread as Meilisearch keeps it. Moments are milliseconds since 1970. */
export type StoredDocument = {
  id: number;
  version: number;
  title: string;
  opening: string;
  accepted: string;
  answers: string;
  tags: string[];
  /** Our own terms: stems, model numbers as one word, pairs of characters, parts of words. */
  terms: string;
  /** Those of the title alone. */
  titleTerms: string;
  /** Tells two states of the document apart. */
  hash: string;
  tagSlugs: string[];
  spaceId: number;
  spaceSlug: string;
  kind: string;
  status: string;
  language: string;
  author: string;
  createdAt: number;
};

/** Threads that one query may find. */
export const MOST_FOUND = 3_000;

/** What an index of threads is set up with: https://www.meilisearch.com/docs/reference/api/settings */
export const INDEX_SETTINGS = {
  searchableAttributes: ["title", "tags", "accepted", "opening", "answers", "titleTerms", "terms"],
  filterableAttributes: [
    "id",
    "spaceId",
    "spaceSlug",
    "kind",
    "status",
    "tagSlugs",
    "language",
    "author",
    "createdAt",
  ],
  rankingRules: ["words", "typo", "proximity", "attribute", "exactness"],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    // Our terms are looked for as they are.
    disableOnAttributes: ["titleTerms", "terms"],
  },
  // The ids that a query finds are read as a facet: that is ten times cheaper than documents.
  faceting: { maxValuesPerFacet: MOST_FOUND },
  pagination: { maxTotalHits: 1_000 },
};

/** Of a document's hash: also tells how it was analysed. */
export function contentMark(hash: string): string {
  return `${ANALYSIS_VERSION}:${hash}`;
}

/** An analysed document → what is sent. */
export function storedDocument({
  document,
  hash,
  terms,
  titleTerms,
}: PreparedDocument): StoredDocument {
  return {
    id: document.threadId,
    version: document.version,
    title: document.title,
    opening: document.opening,
    accepted: document.accepted,
    answers: document.answers,
    tags: document.tags.map(({ name }) => name),
    terms: terms.join(" "),
    titleTerms: titleTerms.join(" "),
    hash: contentMark(hash),
    tagSlugs: document.tags.map(({ slug }) => slug),
    spaceId: document.spaceId,
    spaceSlug: document.spaceSlug,
    kind: document.kind,
    status: document.status,
    language: document.language,
    author: String(document.authorId ?? ""),
    createdAt: document.createdAt.getTime(),
  };
}
