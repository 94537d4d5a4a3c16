import { CHECKS } from "../checks/checks.ts";
import { runChecks } from "../checks/run-checks.ts";
import { checkSettings } from "../checks/settings.ts";
import { findPatterns } from "../patterns/find-patterns.ts";
import type { Finding, Screened } from "../screened.ts";
import { countOutcomes, type Counts } from "./measure.ts";
import { ruleCase, toScreened } from "./read-case.ts";
import { readLines } from "./read-lines.server.ts";

/** Checks for spam and abuse that look at the text alone; the others ask who wrote it and when. */
const OF_THE_TEXT: ReadonlySet<string> = new Set([
  "invisible",
  "shouting",
  "floods",
  "misleadingLinks",
]);
const checks = CHECKS.filter(({ id }) => OF_THE_TEXT.has(id));
const settings = checkSettings.parse({});

/** One case that came out otherwise than expected. */
export type Differing = { title: string; expected: boolean; checks: string[] };
export type CasesMeasured = Counts & { cases: number; held: number; differing: Differing[] };

const shown = ({ title, text, author }: Screened): string =>
  (title || text || author.name).slice(0, 70);

function findingsOf(screened: Screened): Finding[] {
  const { findings, failed } = runChecks(screened, settings, checks);
  const [broken] = failed;
  if (broken) throw broken.error;
  return [...findings, ...findPatterns(screened)];
}

/**
 * Runs the checks of the text, as a new community has them set, and the patterns on rule cases. A
 * case counts as caught when any of them speaks, whether it asks for a hold or tells the author
 * first; `held` counts those it asks to hold.
 */
export async function evaluateCases(file: string): Promise<CasesMeasured> {
  const cases = (await readLines(file, ruleCase)).map((one) => {
    const screened = toScreened(one);
    const findings = findingsOf(screened);
    return { screened, findings, expected: one.match, said: findings.length > 0 };
  });
  return {
    ...countOutcomes(cases),
    cases: cases.length,
    held: cases.filter(({ findings }) => findings.some(({ verdict }) => verdict !== "nudge"))
      .length,
    differing: cases
      .filter(({ expected, said }) => expected !== said)
      .map(({ screened, findings, expected }) => ({
        title: shown(screened),
        expected,
        checks: findings.map(({ check }) => check),
      })),
  };
}
