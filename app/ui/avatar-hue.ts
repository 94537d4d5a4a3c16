/**
 * One of the 12 hues (0..11) of a member's disc, from something that never changes, such as the
 * member's id. FNV-1a over UTF-16 units, folded, as ids of one batch differ in a few letters only.
 */
export function avatarHue(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % 12;
}
