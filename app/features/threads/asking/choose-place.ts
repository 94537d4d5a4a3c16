import type { TitleMatch } from "./match-titles.server.ts";

export type Place = { slug: string; name: string };

/** What of the similar threads one space must have to be offered. */
const SHARE = 0.5;
const THREADS = 2;

function namedIn(name: string, words: Set<string>): boolean {
  const own = name
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((word) => word.length >= 3);
  return own.some((word) => words.has(word));
}

/**
 * The space that similar threads stand in, among those the asker may post in: by the votes of the
 * threads, and one more for a space named in the question. `null` when they don't agree.
 */
export function choosePlace(matches: TitleMatch[], spaces: Place[], words: string[]): Place | null {
  const given = new Set(words);
  const heaviest = Math.max(0, ...matches.map((match) => match.weight));
  const votes = spaces.map((space) => {
    const own = matches.filter((match) => match.spaceSlug === space.slug);
    const named = namedIn(space.name, given);
    const weight = own.reduce((sum, match) => sum + match.weight, 0);
    return {
      space,
      threads: own.length + (named ? THREADS : 0),
      weight: weight + (named ? heaviest || 1 : 0),
    };
  });
  const elsewhere = matches.filter((match) => !spaces.some(({ slug }) => slug === match.spaceSlug));
  const all =
    votes.reduce((sum, vote) => sum + vote.weight, 0) +
    elsewhere.reduce((sum, match) => sum + match.weight, 0);
  const best = votes.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best || best.weight === 0 || best.threads < THREADS || best.weight / all < SHARE)
    return null;
  return best.space;
}
