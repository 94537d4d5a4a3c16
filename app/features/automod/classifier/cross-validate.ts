import { finish } from "./finish.ts";
import { distance, fitWeights, type Sample } from "./fit-weights.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

export type Judged = { score: number; spam: boolean; weight: number };

const FOLDS = 5;
/** Several divisions, so that the threshold hangs less on chance. */
const REPEATS = 4;

/**
 * Scores of every sample by models that haven't seen it, nor a copy of its text: 5 folds, four times
 * over. `groups` names what belongs together, one for each sample. Gives way after each of the models.
 */
export function* crossValidateSteps(
  samples: readonly Sample[],
  groups: readonly string[],
): Generator<void, Judged[]> {
  const random = seededRandom(2);
  const texts = [...new Set(groups)];
  const judged: Judged[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const foldOf = new Map(shuffled(texts, random).map((text, index) => [text, index % FOLDS]));
    for (let fold = 0; fold < FOLDS; fold += 1) {
      yield;
      const kept = (index: number) => foldOf.get(groups[index]!) === fold;
      const fitted = fitWeights(samples.filter((_sample, index) => !kept(index)));
      for (const { vector, spam, weight } of samples.filter((_sample, index) => kept(index))) {
        judged.push({ score: distance(fitted, vector), spam, weight });
      }
    }
  }
  return judged;
}

/** The same at once. */
export function crossValidate(samples: readonly Sample[], groups: readonly string[]): Judged[] {
  return finish(crossValidateSteps(samples, groups));
}
