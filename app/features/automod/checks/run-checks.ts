import { VERDICTS } from "../screened.ts";
import type { Finding, Screened, Verdict } from "../screened.ts";
import type { Check, CheckId } from "./check.ts";
import { CHECKS } from "./checks.ts";
import type { CheckSettings } from "./settings.ts";

/** What all checks together say. */
export type CheckResult = {
  /** The strongest of the findings; null publishes. */
  verdict: Verdict | null;
  /** In the order of the checks. */
  findings: Finding[];
  /** Checks that broke, with what they threw: the text is to be looked at again. */
  failed: { check: CheckId; error: unknown }[];
};

/** Whether the author is one whom the check leaves alone. */
export function isSpared(id: CheckId, { author }: Screened, settings: CheckSettings): boolean {
  const own = settings[id];
  return author.trusted && "sparesTrusted" in own && own.sparesTrusted;
}

/** The strongest of the findings; null publishes. */
export function strongestOf(findings: readonly Finding[]): Verdict | null {
  const strongest = Math.max(-1, ...findings.map(({ verdict }) => VERDICTS.indexOf(verdict)));
  return VERDICTS[strongest] ?? null;
}

/** What a check that broke says, by whose text it is; nothing lets it pass. */
export function failureOf(
  check: CheckId,
  { author }: Screened,
  { onFailure, outside }: CheckSettings,
): Finding[] {
  const who = author.newcomer ? "newcomer" : author.trusted ? "trusted" : "member";
  const usual = onFailure[who];
  const then = check === "outside" && outside.onFailure !== "usual" ? outside.onFailure : usual;
  if (then === "pass") return [];
  return [
    {
      check,
      verdict: "hold",
      toAuthor: { key: "checks.brokenAuthor" },
      toStaff: { key: "checks.brokenStaff", params: { check } },
      spans: [],
    },
  ];
}

/**
 * Runs the checks over a text. A check that throws stops no other: newcomers are held, others pass to
 * be looked at again, as the settings say.
 */
export function runChecks(
  screened: Screened,
  settings: CheckSettings,
  checks: readonly Check[] = CHECKS,
): CheckResult {
  const findings: Finding[] = [];
  const failed: CheckResult["failed"] = [];
  for (const { id, run } of checks) {
    if (isSpared(id, screened, settings)) continue;
    try {
      findings.push(...run(screened, settings));
    } catch (error) {
      failed.push({ check: id, error });
      findings.push(...failureOf(id, screened, settings));
    }
  }
  return { verdict: strongestOf(findings), findings, failed };
}
