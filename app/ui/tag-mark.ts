/** A drawing's parts on a 24 × 24 grid around its middle (0, 0), to be stroked. */
export type TagMark = { paths: string[]; dots: { x: number; y: number; r: number }[] };

/** FNV-1a over UTF-16 code units, 32 bits (draft-eastlake-fnv). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A point at an angle, in turns from the top, and a distance. */
function at(turn: number, distance: number): { x: number; y: number } {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return { x: round(Math.cos(angle) * distance), y: round(Math.sin(angle) * distance) };
}

const point = ({ x, y }: { x: number; y: number }) => `${x} ${y}`;

/** One petal from the middle outwards. */
function petal(kind: number, turn: number, width: number): Partial<TagMark> {
  const tip = at(turn, 9);
  if (kind === 0) {
    const left = at(turn - width, 7);
    const right = at(turn + width, 7);
    return { paths: [`M0 0Q${point(left)} ${point(tip)}Q${point(right)} 0 0Z`] };
  }
  if (kind === 1) {
    return { paths: [`M${point(at(turn, 3))}L${point(at(turn, 7))}`], dots: [{ ...tip, r: 1.6 }] };
  }
  const left = at(turn - width / 2, 5);
  const right = at(turn + width / 2, 5);
  return { paths: [`M${point(left)}L${point(tip)}L${point(right)}Z`] };
}

/**
 * The mark of a tag's badge: a rosette whose petals, shape, middle and turn follow from the tag's
 * slug, so that a tag always has the same one and two tags rarely do. Pure.
 */
export function tagMark(slug: string): TagMark {
  const seed = hash(slug);
  const petals = 3 + (seed % 5);
  const kind = (seed >>> 4) % 3;
  const middle = (seed >>> 8) % 3;
  const turned = (seed >>> 12) % 2 === 1 ? 0.5 / petals : 0;
  const mark: TagMark = { paths: [], dots: [] };
  for (let index = 0; index < petals; index += 1) {
    const one = petal(kind, index / petals + turned, 0.4 / petals);
    mark.paths.push(...(one.paths ?? []));
    mark.dots.push(...(one.dots ?? []));
  }
  if (middle > 0 || kind === 1) mark.dots.push({ x: 0, y: 0, r: middle === 2 ? 2.6 : 1.6 });
  return mark;
}
