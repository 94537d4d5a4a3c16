import { addCounts, closingLine, countOne } from "./test-counts.mjs";
import { testSteps } from "./test-steps.mjs";
import { describeTrouble, Trouble } from "./trouble.mjs";

/**
 * @typedef {import("./test-counts.mjs").Counts} Counts
 * @typedef {import("./test-steps.mjs").TestRun} TestRun
 * @typedef {import("./test-steps.mjs").TestStep} TestStep
 */

/**
 * Runs the whole suite, or the one step named first in `args`. Every step runs, whatever became
 * of those before it. The last lines printed name what failed and count the tests.
 * @param {string[]} args a step's name and arguments for its program, or nothing
 * @param {(line: string) => void} log
 * @returns {Promise<number>} exit status: 0 when all passed
 * @throws {Trouble} when there is no such step
 */
export async function runTests(args, log) {
  const [only, ...rest] = args;
  /** @type {TestRun} */
  const run = { log, args: rest, postgres: null, stopped: false };
  /** @type {Counts[]} */
  const counts = [];
  const steps = chooseSteps(only);
  try {
    for (const step of steps) {
      counts.push(await runStep(step, run));
      if (run.stopped) break;
    }
  } finally {
    await run.postgres?.stop();
  }
  const sum = addCounts(counts);
  log("");
  for (const name of sum.failures ?? []) log(`✗ ${name}`);
  log(closingLine(sum));
  return sum.failed > 0 || run.stopped ? 1 : 0;
}

/**
 * @param {string | undefined} only
 * @returns {TestStep[]}
 */
function chooseSteps(only) {
  if (only === undefined) return testSteps;
  const chosen = testSteps.filter(({ name }) => name === only);
  if (chosen.length > 0) return chosen;
  throw new Trouble(
    `There is no test step "${only}".`,
    `Steps: ${testSteps.map(({ name }) => name).join(", ")}. For example: npm test -- unit app/lib`,
  );
}

/**
 * @param {TestStep} step
 * @param {TestRun} run
 * @returns {Promise<Counts>}
 */
async function runStep(step, run) {
  run.log(`\n── ${step.title} ${"─".repeat(Math.max(3, 60 - step.title.length))}`);
  const startedAt = Date.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await step.run(run);
  } catch (error) {
    run.log(describeTrouble(error));
    counts = countOne(false);
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (counts.failed > 0 && !counts.failures?.length) counts = { ...counts, failures: [step.title] };
  const mark = counts.failed > 0 ? "✗" : "✓";
  run.log(`${mark} ${step.title}: ${closingLine(counts)} (${seconds} s)`);
  return counts;
}
