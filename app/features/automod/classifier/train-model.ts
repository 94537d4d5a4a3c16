import { calibrate, chooseThreshold } from "./choose-threshold.ts";
import { crossValidateSteps } from "./cross-validate.ts";
import { finish, finishAside } from "./finish.ts";
import { fitWeights, type Sample } from "./fit-weights.ts";
import type { Example, Model } from "./model.ts";
import { packWeights, unpackWeights } from "./pack-weights.ts";
import { toVector } from "./text-features.ts";

/** Decisions of each kind below which a model would guess more than know. */
export const FEWEST_DECISIONS = 50;

/** Texts read between two steps. */
const READ_AT_ONCE = 200;

function* trainSteps(examples: readonly Example[]): Generator<void, Model | null> {
  const spam = examples.filter((example) => example.spam).length;
  const ham = examples.length - spam;
  if (Math.min(spam, ham) < FEWEST_DECISIONS) return null;
  const samples: Sample[] = [];
  for (const { text, spam: isSpam, weight = 1 } of examples) {
    if (samples.length % READ_AT_ONCE === 0) yield;
    samples.push({ vector: toVector(text), spam: isSpam, weight });
  }
  const judged = yield* crossValidateSteps(
    samples,
    examples.map(({ text }) => text),
  );
  yield;
  const { weights, bias } = fitWeights(samples);
  return {
    weights: unpackWeights(packWeights(weights)),
    bias,
    calibration: calibrate(judged),
    chosen: chooseThreshold(judged),
    learntFrom: { spam, ham },
  };
}

/**
 * Learns from decisions; the same decisions in the same order give the same model. The threshold is
 * chosen by cross-validation among these decisions alone. Null with fewer than 50 of a kind.
 */
export function trainModel(examples: readonly Example[]): Model | null {
  return finish(trainSteps(examples));
}

/** The same, giving way to whatever else the process has to do: pages are served meanwhile. */
export function trainModelAside(examples: readonly Example[]): Promise<Model | null> {
  return finishAside(trainSteps(examples));
}
