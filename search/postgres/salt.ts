/** Where a document is kept: a community's generation of the index. */
export type Place = { communityId: number; generation: number };

/** Seed of the hashes in GIN indexes: the same word of two places is two keys. */
export function saltOf({ communityId, generation }: Place): number {
  return Math.imul(communityId, 0x9e37_79b1) ^ Math.imul(generation, 0x85eb_ca6b);
}
