/** The weights as whole numbers of -127 to 127, finer near zero, and the greatest of them. */
export type PackedWeights = { greatest: number; packed: Int8Array };

export function packWeights(weights: Float64Array): PackedWeights {
  const greatest = Math.max(
    weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
    Number.MIN_VALUE,
  );
  const packed = Int8Array.from(weights, (weight) =>
    Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / greatest) * 127),
  );
  return { greatest, packed };
}

export function unpackWeights({ greatest, packed }: PackedWeights): Float32Array {
  return Float32Array.from(packed, (step) => Math.sign(step) * (step / 127) ** 2 * greatest);
}
