import type { PreparedDocument } from "../postgres/prepare-documents.server.ts";

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
  tagSlugs: string[];
  spaceId: number;
  spaceSlug: string;
  kind: string;
  status: string;
  language: string;
  author: string;
  createdAt: number;
};

/** What an index of threads is set up with: https://www.meilisearch.com/docs/reference/api/settings */
export const INDEX_SETTINGS = {
  searchableAttributes: ["title", "tags", "accepted", "opening", "answers", "terms"],
  filterableAttributes: [
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
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: 1_000 },
};

/** An analysed document → what is sent. */
export function storedDocument({ document, terms }: PreparedDocument): StoredDocument {
  return {
    id: document.threadId,
    version: document.version,
    title: document.title,
    opening: document.opening,
    accepted: document.accepted,
    answers: document.answers,
    tags: document.tags.map(({ name }) => name),
    terms: terms.join(" "),
    tagSlugs: document.tags.map(({ slug }) => slug),
    spaceId: document.spaceId,
    spaceSlug: document.spaceSlug,
    kind: document.kind,
    status: document.status,
    language: document.language,
    author: (document.authorHandle ?? "").toLowerCase(),
    createdAt: document.createdAt.getTime(),
  };
}
