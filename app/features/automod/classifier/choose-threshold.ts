import type { Judged } from "./cross-validate.ts";

/** The share of honest texts that may be held: well below 1 %, with room for chance. */
const MOST_FALSE = 0.006;
/** What was counted may lie this far above what the smoothed tail says. */
const MOST_COUNTED = 0.0085;
/** One honest text held weighs as much as twice this share of spam let through. */
const COST_OF_FALSE = 2;
/** The highest scores of honest texts, whose fall is taken to be exponential. */
const TAIL = 0.1;
const LEAST_FALL = 0.02;

/** `falsePositiveRate` is the smoothed one. */
export type Chosen = { threshold: number; recall: number; falsePositiveRate: number };

const total = (judged: readonly Judged[]): number =>
  judged.reduce((sum, { weight }) => sum + weight, 0);

/**
 * How the share of honest texts falls with the score: a handful of them lie near the threshold, so
 * the tenth with the highest scores tells more surely than counting these (peaks over threshold).
 */
function tailOf(falling: readonly Judged[]): { from: number; fall: number } {
  const whole = total(falling);
  let counted = 0;
  const end = falling.findIndex(({ weight }) => (counted += weight) >= whole * TAIL);
  const tail = falling.slice(0, Math.max(1, end));
  const from = falling[end]?.score ?? 0;
  const excess = tail.reduce((sum, { score, weight }) => sum + (score - from) * weight, 0);
  return { from, fall: Math.max(LEAST_FALL, excess / total(tail)) };
}

/**
 * The score from which a text counts as spam: recall less twice the rate of false alarms is
 * greatest, among those with at most 0.6 % false alarms. Says what it measured there.
 */
export function chooseThreshold(judged: readonly Judged[]): Chosen {
  const falling = judged.toSorted((a, b) => b.score - a.score);
  const honest = falling.filter(({ spam }) => !spam);
  const [spams, hams] = [total(falling) - total(honest), total(honest)];
  const { from, fall } = tailOf(honest);
  const least = from + fall * Math.log(TAIL / MOST_FALSE);
  let best: Chosen = { threshold: (falling[0]?.score ?? 0) + 1, recall: 0, falsePositiveRate: 0 };
  let [caught, wrong] = [0, 0];
  for (const [index, { score, spam, weight }] of falling.entries()) {
    if (spam) caught += weight;
    else wrong += weight;
    if (score < least || wrong / hams > MOST_COUNTED) break;
    const next = falling[index + 1]?.score ?? score - 1;
    if (next === score) continue;
    const threshold = Math.max(least, (score + next) / 2);
    const falsePositiveRate = TAIL * Math.exp((from - threshold) / fall);
    const recall = caught / spams;
    const worth = recall - COST_OF_FALSE * falsePositiveRate;
    if (worth > best.recall - COST_OF_FALSE * best.falsePositiveRate) {
      best = { threshold, recall, falsePositiveRate };
    }
  }
  return best;
}

/** Slope and offset of a probability by score. */
export type Calibration = { slope: number; offset: number };

const STEPS = 60;

/**
 * The score as a probability, by fitting 1 / (1 + e^-(slope · score + offset)) with Newton's
 * method (Platt 1999).
 */
export function calibrate(judged: readonly Judged[]): Calibration {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    // A small ridge keeps the steps finite where the kinds don't overlap at all.
    let [gs, go, hss, hso, hoo] = [slope * 1e-2, 0, 1e-2, 0, 1e-6];
    for (const { score, spam, weight } of judged) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = (p - (spam ? 1 : 0)) * weight;
      const curve = p * (1 - p) * weight;
      gs += error * score;
      go += error;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    }
    const det = hss * hoo - hso * hso;
    const [ds, dof] = [(hoo * gs - hso * go) / det, (hss * go - hso * gs) / det];
    slope -= Math.max(-1, Math.min(1, ds));
    offset -= Math.max(-1, Math.min(1, dof));
    if (Math.abs(ds) + Math.abs(dof) < 1e-6) break;
  }
  return { slope, offset };
}
