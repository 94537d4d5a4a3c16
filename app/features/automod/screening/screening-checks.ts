import { CHECKS } from "../checks/checks.ts";
import type { CheckId } from "../checks/check.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { findSpam } from "../classifier/find-spam.ts";
import type { Model } from "../classifier/model.ts";
import { findPatterns } from "../patterns/find-patterns.ts";
import type { Finding, Screened, Verdict } from "../screened.ts";
import { VERDICTS } from "../screened.ts";

/** What checks need beside the text and the settings. */
export type ScreeningTools = {
  /** What the community's classifier has learnt. */
  model: Model | null;
  /** Asks the service elsewhere; `null` leaves it out, as a dry run does. */
  askOutside:
    ((screened: Screened, settings: CheckSettings["outside"]) => Promise<Finding[]>) | null;
};

export type ScreeningCheck = {
  id: CheckId;
  run: (
    screened: Screened,
    settings: CheckSettings,
    tools: ScreeningTools,
  ) => Finding[] | Promise<Finding[]>;
};

/** Findings with nothing stronger than `mode`. */
function atMost(mode: "off" | Verdict, findings: readonly Finding[]): Finding[] {
  if (mode === "off") return [];
  const most = VERDICTS.indexOf(mode);
  return findings.map((finding) =>
    VERDICTS.indexOf(finding.verdict) > most ? { ...finding, verdict: mode } : finding,
  );
}

/**
 * Everything that looks at a text before it appears, in the order in which it runs and in which its
 * reasons are told.
 */
export const SCREENING_CHECKS: readonly ScreeningCheck[] = [
  // What can be read from the text and what its author wrote before.
  ...CHECKS,
  // Known spam that needs no learning: numbers to dial, trades, dressed-up letters.
  {
    id: "patterns",
    run: (screened, { patterns }) =>
      patterns.mode === "off" ? [] : atMost(patterns.mode, findPatterns(screened)),
  },
  // What is like the spam that the desk removed here.
  {
    id: "classifier",
    run: (screened, { classifier }, { model }) =>
      classifier.mode === "off" ? [] : atMost(classifier.mode, findSpam(model, screened)),
  },
  // Last what takes time: a service elsewhere, if the community named one.
  {
    id: "outside",
    run: async (screened, { outside }, { askOutside }) => {
      if (outside.mode === "off" || outside.url === "" || askOutside === null) return [];
      return atMost(outside.mode, await askOutside(screened, outside));
    },
  },
];
