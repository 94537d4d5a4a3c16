import type { Calibration, Chosen } from "./choose-threshold.ts";

/** What one community's classifier has learnt. */
export type Model = {
  /** By slot (text-features.ts), as exact as it is stored. */
  weights: Float32Array;
  bias: number;
  calibration: Calibration;
  /** The score from which a text is spam, and what cross-validation within training said there. */
  chosen: Chosen;
  /** How many decisions it learnt from. */
  learntFrom: { spam: number; ham: number };
};

/** One decision of the desk; a later or surer one may weigh more (1 is usual). */
export type Example = { text: string; spam: boolean; weight?: number };
