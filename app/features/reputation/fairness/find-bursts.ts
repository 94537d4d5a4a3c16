import type { VoteNet } from "./expected-votes.ts";
import { logTail } from "./surprise.ts";
import type { Signal, VoteRow } from "./vote-rows.ts";

const WINDOW = 10 * 60_000;
/** Votes of one member for another within the window, in as many threads. */
const LEAST = 5;
const LEVEL = Math.log(0.0001);
/** So many bursts, or one of so many votes, are enough by themselves. */
const STRONG = { bursts: 4, votes: 15 };

/** A giver's votes parted where more than the window lies between the first and the next. */
function windowsOf(votes: VoteRow[]): VoteRow[][] {
  const windows: VoteRow[][] = [];
  for (const vote of votes) {
    const open = windows.at(-1);
    if (open && vote.at - open[0]!.at <= WINDOW) open.push(vote);
    else windows.push([vote]);
  }
  return windows;
}

function byKey<T>(rows: T[], keyOf: (row: T) => number): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const row of rows) {
    const list = map.get(keyOf(row));
    if (list) list.push(row);
    else map.set(keyOf(row), [row]);
  }
  return map;
}

/** The votes of a window that went to one receiver, when that is a burst. */
function burstsIn(net: VoteNet, giver: number, window: VoteRow[]): VoteRow[][] {
  if (window.length < LEAST) return [];
  return [...byKey(window, (vote) => vote.receiver)].flatMap(([receiver, votes]) => {
    const threads = new Set(votes.map((vote) => vote.threadId)).size;
    if (threads < LEAST) return [];
    const share = net.expected(giver, receiver) / Math.max(1, net.given(giver));
    return logTail(votes.length, share * window.length) < LEVEL ? [votes] : [];
  });
}

/**
 * Members who vote for one other many times within ten minutes, in different threads and beyond the
 * part of their votes that the other would get anyway. Once is what an enthusiastic reader does too.
 */
export function findBursts(net: VoteNet, votes: VoteRow[]): Signal[] {
  const signals: Signal[] = [];
  const sorted = votes.toSorted((a, b) => a.at - b.at || a.id - b.id);
  for (const [giver, given] of byKey(sorted, (vote) => vote.giver)) {
    const bursts = windowsOf(given).flatMap((window) => burstsIn(net, giver, window));
    for (const [receiver, mine] of byKey(bursts, (burst) => burst[0]!.receiver)) {
      const most = Math.max(...mine.map((burst) => burst.length));
      const all = mine.flat();
      signals.push({
        kind: "burst",
        members: [giver, receiver],
        strong: mine.length >= STRONG.bursts || most >= STRONG.votes,
        evidence: [
          {
            key: "fairness.evidence.bursts",
            params: { bursts: mine.length, votes: all.length, most, minutes: WINDOW / 60_000 },
          },
        ],
        causes: all.map(({ id }) => `helpful:${id}`),
      });
    }
  }
  return signals;
}
