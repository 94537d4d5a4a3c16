import type { AcceptRow, Signal, VoteFacts } from "./vote-rows.ts";

/** A network that more members than these share is an office or a school and says nothing. */
const RARE = 6;
const TOGETHER = 3_600_000;
/** Accepted answers between two such accounts that count, and that are enough by themselves. */
const ACCEPTED = 2;
const STRONG = { accepted: 4, part: 0.6 };
/** Part of all that either got accepted, from which on it isn't just one answer among many. */
const PART = 0.2;

export type Kin = {
  /** Whether the two have sessions on a network that few share. */
  shareNetwork: (a: number, b: number) => boolean;
  /** Whether the two joined within an hour. */
  joinedTogether: (a: number, b: number) => boolean;
};

/** What ties accounts together apart from votes. */
export function kinOf({ networks, joined }: VoteFacts): Kin {
  const near = new Map<number, Set<number>>();
  for (const members of networks.values()) {
    const distinct = new Set(members);
    if (distinct.size > RARE) continue;
    for (const a of distinct) near.set(a, new Set([...(near.get(a) ?? []), ...distinct]));
  }
  return {
    shareNetwork: (a, b) => near.get(a)?.has(b) ?? false,
    joinedTogether: (a, b) => {
      const [first, second] = [joined.get(a), joined.get(b)];
      return first !== undefined && second !== undefined && Math.abs(first - second) <= TOGETHER;
    },
  };
}

/** What an accepted answer gives points by: to who wrote it and to who accepted it. */
export function acceptCauses({ threadId, postId }: AcceptRow): string[] {
  return [`accepted:${threadId}:${postId}`, `accepting:${threadId}:${postId}`];
}

/**
 * Accepted answers between two accounts that share a network or joined within an hour: one pair a
 * signal. A couple at home may ask each other now and then; most of what one of them ever got
 * accepted is another matter.
 */
export function findSelfAccepts({ accepts }: VoteFacts, kin: Kin): Signal[] {
  const totals = new Map<number, number>();
  const pairs = new Map<string, typeof accepts>();
  for (const row of accepts) {
    const { asker, author } = row;
    totals.set(author, (totals.get(author) ?? 0) + 1);
    if (!kin.shareNetwork(asker, author) && !kin.joinedTogether(asker, author)) continue;
    const key = `${Math.min(asker, author)} ${Math.max(asker, author)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  return [...pairs.values()].flatMap((rows): Signal[] => {
    const { asker, author } = rows[0]!;
    const total = (totals.get(asker) ?? 0) + (totals.get(author) ?? 0);
    if (rows.length < Math.max(ACCEPTED, PART * total)) return [];
    const network = kin.shareNetwork(asker, author);
    return [
      {
        kind: "accepting",
        members: [asker, author].sort((a, b) => a - b),
        strong: network && rows.length >= STRONG.accepted && rows.length >= STRONG.part * total,
        evidence: [
          { key: "fairness.evidence.accepted", params: { accepted: rows.length } },
          network
            ? { key: "fairness.evidence.network", params: { members: 2 } }
            : { key: "fairness.evidence.joined", params: { members: 2, hours: 1 } },
        ],
        causes: rows.flatMap(acceptCauses),
      },
    ];
  });
}
