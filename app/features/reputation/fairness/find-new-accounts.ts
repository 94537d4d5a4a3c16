import type { VoteNet } from "./expected-votes.ts";
import { logTail, logWays } from "./surprise.ts";
import { DAY, figure, type Signal, type VoteFacts, type VoteRow } from "./vote-rows.ts";

/** An account counts as new for so long. */
const NEW = 30 * DAY;
/** Fewest votes by which a new account's choice shows, and the part of them that goes to one. */
const VOTES = 3;
const SHARE = 0.8;
/** Fewest such accounts, and how many are enough by themselves. */
const ACCOUNTS = 4;
const STRONG = { accounts: 5, surprise: -20 };
const LEVEL = Math.log(0.01);

/** Votes of new accounts in threads of others, by account. */
function newAccounts({ votes, joined }: VoteFacts): Map<number, VoteRow[]> {
  const byAccount = new Map<number, VoteRow[]>();
  for (const vote of votes) {
    const since = joined.get(vote.giver);
    if (vote.ownThread || since === undefined || vote.at - since > NEW) continue;
    byAccount.set(vote.giver, [...(byAccount.get(vote.giver) ?? []), vote]);
  }
  for (const [account, mine] of byAccount) if (mine.length < VOTES) byAccount.delete(account);
  return byAccount;
}

/**
 * New accounts whose votes go to one member. How many such there would be is the sum, over all new
 * accounts, of the chance that so many of their votes fall on that member; votes in threads of one's
 * own are thanks and left out. Corrected by the number of members (Bonferroni).
 */
export function findNewAccounts(net: VoteNet, facts: VoteFacts): Signal[] {
  const accounts = newAccounts(facts);
  const fans = new Map<number, VoteRow[][]>();
  for (const mine of accounts.values()) {
    const counts = new Map<number, VoteRow[]>();
    for (const vote of mine)
      counts.set(vote.receiver, [...(counts.get(vote.receiver) ?? []), vote]);
    for (const [receiver, votes] of counts) {
      const threads = new Set(votes.map((vote) => vote.threadId)).size;
      if (threads >= VOTES && votes.length >= SHARE * mine.length)
        fans.set(receiver, [...(fans.get(receiver) ?? []), votes]);
    }
  }
  return [...fans].flatMap(([receiver, lists]): Signal[] => {
    if (lists.length < ACCOUNTS) return [];
    let expected = 0;
    for (const [account, mine] of accounts) {
      const share = net.expected(account, receiver) / Math.max(1, net.given(account));
      expected += Math.exp(logTail(Math.ceil(SHARE * mine.length), share * mine.length));
    }
    const surprise = logTail(lists.length, expected) + logWays(net.members.length, 1);
    if (surprise > LEVEL) return [];
    const votes = lists.flat();
    return [
      {
        kind: "new_accounts",
        members: [receiver, ...lists.map((list) => list[0]!.giver)],
        strong: lists.length >= STRONG.accounts && surprise < STRONG.surprise,
        evidence: [
          {
            key: "fairness.evidence.newAccounts",
            params: {
              accounts: lists.length,
              votes: votes.length,
              days: NEW / DAY,
              expected: figure(expected),
            },
          },
        ],
        causes: votes.map(({ id }) => `helpful:${id}`),
      },
    ];
  });
}
