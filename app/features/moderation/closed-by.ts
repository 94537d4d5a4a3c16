import type { Changes, ReportOutcome } from "#db/schema-moderation.ts";
import { merged } from "./changes.ts";

export type Closing = {
  caseIds: number[];
  reportIds: number[];
  outcome: ReportOutcome;
  /** Its votes to hide are decided too. */
  votesOf: number | null;
};

/** What closing cases with their reports changes. */
export function closedBy({ caseIds, reportIds, outcome }: Closing) {
  const cases = (closed: boolean): Changes =>
    Object.fromEntries(caseIds.map((id) => [`case:${id}`, { closed }]));
  const reports = (value: string | null): Changes =>
    Object.fromEntries(reportIds.map((id) => [`report:${id}`, { outcome: value }]));
  return {
    before: merged([cases(false), reports(null)]),
    after: merged([cases(true), reports(outcome)]),
  };
}
