import type { Db } from "#db/client.server.ts";
import type { Match } from "../port.ts";
import { loadSignatures, type Candidate } from "./find-candidates.server.ts";
import type { IndexStatistics } from "./index-statistics.server.ts";
import type { Place } from "./salt.ts";
import { scoreStanding, scoreText, type ScoredUnit } from "./score.ts";

export type Ranked = Match & {
  coverage: number;
  text: number;
  asked: number;
  candidate: Candidate;
};

type Input = {
  place: Place;
  statistics: IndexStatistics;
  units: ScoredUnit[];
  weights: { solved: number; official: number; helpful: number; fresh: number };
  now: Date;
  /** How much what is missing is held against a thread: its score times coverage to this power. */
  strict: number;
  /** So many of the best by title are read whole. */
  rescored: number;
};

function rank(packed: Buffer, candidate: Candidate, input: Input): Ranked {
  const { score: text, asked, coverage } = scoreText(packed, input.units, input.statistics);
  const standing = scoreStanding(candidate, input.weights, input.now);
  const held = coverage ** input.strict;
  return {
    threadId: candidate.thread_id,
    score: (text + standing) * held,
    coverage,
    text,
    asked,
    candidate,
  };
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.threadId - b.threadId;

/**
 * Ranks candidates by their titles, then the best of them and those found by their texts by
 * everything. What was found by its title alone and isn't among the best keeps its title's score.
 */
export async function rankCandidates(
  db: Db,
  found: { byTitle: Candidate[]; byText: Candidate[] },
  input: Input,
): Promise<Ranked[]> {
  const titles = found.byTitle
    .map((candidate) => rank(candidate.title_signature, candidate, input))
    .sort(byScore);
  const best = titles.slice(0, input.rescored);
  const rest = titles.slice(input.rescored);
  const whole = new Map<number, Candidate>();
  for (const { candidate } of best) whole.set(candidate.thread_id, candidate);
  for (const candidate of found.byText) whole.set(candidate.thread_id, candidate);
  const signatures = await loadSignatures(db, input.place, [...whole.keys()]);
  const rescored = [...whole.values()].map((candidate) =>
    rank(signatures.get(candidate.thread_id) ?? candidate.title_signature, candidate, input),
  );
  const others = rest.filter(({ threadId }) => !whole.has(threadId));
  return [...rescored, ...others].filter(({ text }) => text > 0).sort(byScore);
}
