import { z } from "zod";
import type { Model } from "./model.ts";
import { packWeights, unpackWeights } from "./pack-weights.ts";
import { SLOTS } from "./text-features.ts";

/** Raised when features change: older models then no longer fit and are learnt anew. */
const VERSION = 1;

const stored = z.object({
  version: z.literal(VERSION),
  greatest: z.number().positive(),
  weights: z.base64(),
  bias: z.number(),
  calibration: z.object({ slope: z.number(), offset: z.number() }),
  chosen: z.object({
    threshold: z.number(),
    recall: z.number(),
    falsePositiveRate: z.number(),
  }),
  learntFrom: z.object({ spam: z.number().int(), ham: z.number().int() }),
});
export type StoredModel = z.infer<typeof stored>;

/** The model as JSON, about 175 KB; what comes back by `modelFromJson` scores the same. */
export function modelToJson({ weights, ...rest }: Model): StoredModel {
  const { greatest, packed } = packWeights(Float64Array.from(weights));
  return { version: VERSION, greatest, weights: Buffer.from(packed).toString("base64"), ...rest };
}

/** Null when it isn't a model, or one of another version: it is to be learnt anew. */
export function modelFromJson(json: unknown): Model | null {
  const read = stored.safeParse(json);
  if (!read.success) return null;
  const { version: _version, greatest, weights, ...rest } = read.data;
  const packed = new Int8Array(Buffer.from(weights, "base64"));
  if (packed.length !== SLOTS) return null;
  return { weights: unpackWeights({ greatest, packed }), ...rest };
}
