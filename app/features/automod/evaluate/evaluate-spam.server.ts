import { createHash } from "node:crypto";
import { z } from "zod";
import type { Example } from "../classifier/model.ts";
import { scoreText } from "../classifier/score-text.ts";
import { FEWEST_DECISIONS, trainModel } from "../classifier/train-model.ts";
import { countOutcomes, type Counts } from "./measure.ts";
import { LineError, readLines } from "./read-lines.server.ts";

const line = z.object({ text: z.string(), label: z.enum(["spam", "ham"]) });

export type SpamMeasured = Counts & {
  trainedOn: number;
  testedOn: number;
  threshold: number;
  trainMilliseconds: number;
  microsecondsEach: number;
};

async function readExamples(file: string): Promise<Example[]> {
  const lines = await readLines(file, line);
  return lines.map(({ text, label }) => ({ text, spam: label === "spam" }));
}

/** Equal texts are always in the same half, and a text is always in the same one. */
function inTestHalf({ text }: Example): boolean {
  return ((createHash("sha256").update(text).digest()[0] ?? 0) & 1) === 1;
}

/**
 * Trains on one JSON Lines file and tests on another; without the second, on a fixed half of the
 * first. The threshold comes from the training part alone.
 * @throws LineError for lines that can't be used, or too few to learn from
 */
export async function evaluateSpam(trainFile: string, testFile?: string): Promise<SpamMeasured> {
  const given = await readExamples(trainFile);
  const train = testFile ? given : given.filter((example) => !inTestHalf(example));
  const test = testFile ? await readExamples(testFile) : given.filter(inTestHalf);
  const start = performance.now();
  const model = trainModel(train);
  const trainMilliseconds = performance.now() - start;
  if (!model) {
    throw new LineError(
      `Training needs at least ${FEWEST_DECISIONS} spam and ${FEWEST_DECISIONS} ham texts.`,
    );
  }
  const scored = performance.now();
  const pairs = test.map(({ text, spam }) => ({
    expected: spam,
    said: scoreText(model, text).spam,
  }));
  return {
    ...countOutcomes(pairs),
    trainedOn: train.length,
    testedOn: test.length,
    threshold: model.chosen.threshold,
    trainMilliseconds,
    microsecondsEach: (1000 * (performance.now() - scored)) / Math.max(1, test.length),
  };
}
