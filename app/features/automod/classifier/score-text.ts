import type { Model } from "./model.ts";
import { toVector } from "./text-features.ts";

/** `spam` says whether the community's threshold is reached, which is not one half. */
export type Scored = { probability: number; spam: boolean; score: number };

/** How much a text is like what the desk removed as spam. */
export function scoreText(model: Model, text: string): Scored {
  const { slots, values } = toVector(text);
  let score = model.bias;
  for (let at = 0; at < slots.length; at++) score += model.weights[slots[at]!]! * values[at]!;
  const { slope, offset } = model.calibration;
  return {
    score,
    probability: 1 / (1 + Math.exp(-(slope * score + offset))),
    spam: score >= model.chosen.threshold,
  };
}
