import type { Unit } from "../query/unit.ts";
import type { SearchEngine } from "../port.ts";
import type { Budget } from "../settings.ts";
import type { Candidate, Within } from "./find-candidates.server.ts";

/** What is looked for, and where; `text` as it was typed. */
export type Asked = { area: Within; units: Unit[]; text: string; budget: Budget };

/** In how many threads a term stands. */
export type Holding = { title: (term: string) => number; text: (term: string) => number };

export type FoundCandidates = { byTitle: Candidate[]; byText: Candidate[] };

/**
 * Where candidates come from. What a query means and how candidates rank is the same for all engines;
 * this is where they differ.
 */
export type Finder = {
  engine: SearchEngine["name"];
  /** Threads with every unit. */
  holdingAll: (asked: Asked, holding: Holding) => Promise<FoundCandidates>;
  /** Threads with some of the units: the rarest count. */
  holdingSome: (asked: Asked, holding: Holding) => Promise<FoundCandidates>;
  /** Threads that may ask the same; `related` are looked for in titles, `told` in texts. */
  similar: (
    asked: Asked & { related: Unit[]; told: Unit[] },
    holding: Holding,
  ) => Promise<FoundCandidates>;
};
