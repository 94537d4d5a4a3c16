import type { ThreadRow } from "../thread-view.ts";
import type { Place } from "./choose-place.ts";

/** A thread that may answer a question that is being written. */
export type SimilarThread = Pick<
  ThreadRow,
  "id" | "href" | "title" | "stateKey" | "line" | "counts"
> & {
  /** Asks nearly the same, and is answered. */
  answers: boolean;
};

export type Suggestions = {
  space: Place | null;
  /** Names of tags. */
  tags: string[];
  /** Threads that may answer it already. */
  similar: SimilarThread[];
};

export const NO_SUGGESTIONS: Suggestions = { space: null, tags: [], similar: [] };
