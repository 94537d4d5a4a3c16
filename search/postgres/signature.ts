import { hashTerm } from "../analysis/hash-term.ts";
import { FIELDS } from "../settings.ts";

/** How often a term stands in each field, in the order of FIELDS. */
export type Counts = number[];

const HEAD = 2 * FIELDS.length;
const ENTRY = 6;
const MOST = 15;

/**
 * Packs what scoring needs of a thread: the lengths of its fields (16 bits each), then each term's
 * hash (32 bits, ascending) and its counts in the fields (4 bits each).
 */
export function packSignature(lengths: number[], terms: Map<string, Counts>): Buffer {
  const entries = [...terms]
    .map(([term, counts]) => ({ hash: hashTerm(term) >>> 0, counts }))
    .sort((a, b) => a.hash - b.hash);
  const packed = Buffer.alloc(HEAD + entries.length * ENTRY);
  FIELDS.forEach((_, field) =>
    packed.writeUInt16LE(Math.min(65_535, lengths[field] ?? 0), 2 * field),
  );
  entries.forEach(({ hash, counts }, index) => {
    const at = HEAD + index * ENTRY;
    packed.writeUInt32LE(hash, at);
    let nibbles = 0;
    FIELDS.forEach((_, field) => (nibbles |= Math.min(MOST, counts[field] ?? 0) << (4 * field)));
    packed.writeUInt16LE(nibbles, at + 4);
  });
  return packed;
}

/** Length of a field, in words. */
export function lengthOf(packed: Buffer, field: number): number {
  return packed.readUInt16LE(2 * field);
}

/** The four counts of a term as one number of four 4-bit parts; 0 when it isn't there. */
export function countsOf(packed: Buffer, hash: number): number {
  const sought = hash >>> 0;
  let low = 0;
  let high = (packed.length - HEAD) / ENTRY - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = packed.readUInt32LE(HEAD + middle * ENTRY);
    if (found === sought) return packed.readUInt16LE(HEAD + middle * ENTRY + 4);
    if (found < sought) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
