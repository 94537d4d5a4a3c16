import type { CheckId } from "../checks/check.ts";
import { failureOf, isSpared, strongestOf, type CheckResult } from "../checks/run-checks.ts";
import type { CheckSettings } from "../checks/settings.ts";
import type { Finding, Screened } from "../screened.ts";
import { SCREENING_CHECKS, type ScreeningTools } from "./screening-checks.ts";

/**
 * Runs everything over a text, one after the other. A check that throws stops no other; `only` runs
 * some of them, as when what broke is looked at again. What is refused anyway isn't sent elsewhere.
 */
export async function runScreening(
  screened: Screened,
  settings: CheckSettings,
  { only, ...tools }: ScreeningTools & { only?: ReadonlySet<string> },
): Promise<CheckResult> {
  const findings: Finding[] = [];
  const failed: { check: CheckId; error: unknown }[] = [];
  for (const { id, run } of SCREENING_CHECKS) {
    if ((only && !only.has(id)) || isSpared(id, screened, settings)) continue;
    if (id === "outside" && strongestOf(findings) === "reject") continue;
    try {
      findings.push(...(await run(screened, settings, tools)));
    } catch (error) {
      failed.push({ check: id, error });
      findings.push(...failureOf(id, screened, settings));
    }
  }
  return { verdict: strongestOf(findings), findings, failed };
}
