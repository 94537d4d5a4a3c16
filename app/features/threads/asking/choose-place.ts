export type Place = { slug: string; name: string };

/** A thread that asks something similar: where it stands, and what its words are worth. */
export type PlaceVote = { spaceSlug: string; weight: number };

/** What of the similar threads one space must have to be offered. */
const SHARE = 0.5;
const THREADS = 2;

/**
 * The space that similar threads stand in, among those the asker may post in: by the votes of the
 * threads, and one more for a space that is named in the question. `null` when they don't agree.
 */
export function choosePlace(
  cast: PlaceVote[],
  spaces: Place[],
  namedIn: (name: string) => boolean,
): Place | null {
  const heaviest = Math.max(0, ...cast.map(({ weight }) => weight));
  const votes = spaces.map((space) => {
    const own = cast.filter(({ spaceSlug }) => spaceSlug === space.slug);
    const named = namedIn(space.name);
    const weight = own.reduce((sum, vote) => sum + vote.weight, 0);
    return {
      space,
      threads: own.length + (named ? THREADS : 0),
      weight: weight + (named ? heaviest || 1 : 0),
    };
  });
  const elsewhere = cast.filter(({ spaceSlug }) => !spaces.some(({ slug }) => slug === spaceSlug));
  const all =
    votes.reduce((sum, vote) => sum + vote.weight, 0) +
    elsewhere.reduce((sum, vote) => sum + vote.weight, 0);
  const best = votes.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best || best.weight === 0 || best.threads < THREADS || best.weight / all < SHARE)
    return null;
  return best.space;
}
