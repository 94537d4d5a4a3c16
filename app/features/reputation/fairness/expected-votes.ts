import type { VoteRow } from "./vote-rows.ts";

type Count = Map<number, number>;

function add(count: Count, key: number, by = 1): void {
  count.set(key, (count.get(key) ?? 0) + by);
}

function countIn(map: Map<number, Count>, key: number): Count {
  let count = map.get(key);
  if (!count) map.set(key, (count = new Map()));
  return count;
}

/** Votes by giver and receiver, and what activity alone makes expect of each pair. */
export type VoteNet = {
  /** Everybody who gave or received. */
  members: number[];
  given: (giver: number) => number;
  received: (receiver: number) => number;
  /** Votes of `giver` for `receiver`. */
  count: (giver: number, receiver: number) => number;
  receiversOf: (giver: number) => number[];
  /** Expected votes of `giver` for `receiver`. */
  expected: (giver: number, receiver: number) => number;
};

/**
 * The votes as a net, with the expectation of a model that keeps how often each member votes and is
 * voted for (the configuration model: Newman, Networks, 2nd ed., 12.1), in each space on its own:
 * each of a giver's votes in a space falls on a receiver as often as the votes of all others there
 * do. A giver's own votes for the receiver don't count towards that, and everybody gets one vote
 * more than they have, so that who has few isn't a surprise.
 */
export function voteNet(votes: VoteRow[]): VoteNet {
  const given: Count = new Map();
  const received: Count = new Map();
  /** Giver, receiver, and the space of each vote. */
  const pairs = new Map<number, Map<number, number[]>>();
  const spaceTotal: Count = new Map();
  const givenBySpace = new Map<number, Count>();
  const receivedBySpace = new Map<number, Count>();
  const receivedOf = new Map<number, Count>();
  for (const { giver, receiver, spaceId } of votes) {
    add(given, giver);
    add(received, receiver);
    let mine = pairs.get(giver);
    if (!mine) pairs.set(giver, (mine = new Map()));
    const spaces = mine.get(receiver);
    if (spaces) spaces.push(spaceId);
    else mine.set(receiver, [spaceId]);
    add(spaceTotal, spaceId);
    add(countIn(givenBySpace, giver), spaceId);
    add(countIn(receivedBySpace, spaceId), receiver);
    add(countIn(receivedOf, receiver), spaceId);
  }
  const expected = (giver: number, receiver: number): number => {
    let sum = 0;
    const between = pairs.get(giver)?.get(receiver) ?? [];
    for (const [spaceId, mine] of givenBySpace.get(giver) ?? []) {
      const of = receivedBySpace.get(spaceId)!;
      const own = between.reduce((count, space) => count + Number(space === spaceId), 0);
      const others =
        spaceTotal.get(spaceId)! - mine - (receivedOf.get(giver)?.get(spaceId) ?? 0) + of.size;
      sum += mine * Math.min(1, ((of.get(receiver) ?? 0) - own + 1) / Math.max(1, others));
    }
    return sum;
  };
  return {
    members: [...new Set([...given.keys(), ...received.keys()])].sort((a, b) => a - b),
    given: (giver) => given.get(giver) ?? 0,
    received: (receiver) => received.get(receiver) ?? 0,
    count: (giver, receiver) => pairs.get(giver)?.get(receiver)?.length ?? 0,
    receiversOf: (giver) => [...(pairs.get(giver)?.keys() ?? [])],
    expected,
  };
}
