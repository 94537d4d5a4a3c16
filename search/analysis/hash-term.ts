/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, with a last mix: terms as 32-bit numbers, signed as PostgreSQL's. */
export function hashTerm(term: string, seed = 0): number {
  let hash = (2_166_136_261 ^ seed) | 0;
  for (let index = 0; index < term.length; index += 1) {
    const unit = term.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 255), 16_777_619);
    hash = Math.imul(hash ^ (unit >>> 8), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  return (hash ^ (hash >>> 13)) | 0;
}
