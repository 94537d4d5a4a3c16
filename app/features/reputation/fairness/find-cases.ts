import { voteNet, type VoteNet } from "./expected-votes.ts";
import { findBursts } from "./find-bursts.ts";
import { acceptCauses, findSelfAccepts, kinOf, type Kin } from "./find-kin.ts";
import { findNewAccounts } from "./find-new-accounts.ts";
import { findRings } from "./find-rings.ts";
import type { Evidence, Signal, VoteFacts } from "./vote-rows.ts";
import type { VoteCaseKind } from "#db/schema-reputation.ts";

export type CaseMember = {
  memberId: number;
  givenInside: number;
  given: number;
  receivedInside: number;
  received: number;
};

/** An accusation with its grounds; what it holds as causes of points. */
export type FoundCase = {
  kind: VoteCaseKind;
  members: CaseMember[];
  evidence: Evidence[];
  causes: string[];
};

/** Accounts of a group that others of it are tied to by `tied`. */
function tiedOf(members: number[], tied: (a: number, b: number) => boolean): number {
  return members.filter((a) => members.some((b) => a !== b && tied(a, b))).length;
}

/** Sessions on one network, or accounts made together: of at least two, and half of a group. */
function kinEvidence(members: number[], kin: Kin): Evidence[] {
  const enough = Math.max(2, members.length / 2);
  const sharing = tiedOf(members, kin.shareNetwork);
  const together = tiedOf(members, kin.joinedTogether);
  const evidence: Evidence[] = [];
  if (sharing >= enough)
    evidence.push({ key: "fairness.evidence.network", params: { members: sharing } });
  if (together >= enough)
    evidence.push({ key: "fairness.evidence.joined", params: { members: together, hours: 1 } });
  return evidence;
}

function caseMembers(net: VoteNet, members: number[]): CaseMember[] {
  const inside = (count: (other: number) => number) =>
    members.reduce((sum, other) => sum + count(other), 0);
  return members.map((memberId) => ({
    memberId,
    givenInside: inside((other) => net.count(memberId, other)),
    given: net.given(memberId),
    receivedInside: inside((other) => net.count(other, memberId)),
    received: net.received(memberId),
  }));
}

/**
 * Kinds that kin supports. Accepted answers are a signal by kin already, and a burst is what somebody
 * at home does after reading what another there wrote.
 */
const TIED: ReadonlySet<VoteCaseKind> = new Set(["ring", "new_accounts"]);

const within = (inner: number[], outer: number[]) => inner.every((id) => outer.includes(id));

/** What the members of a ring accepted from each other: held with its votes. */
function acceptsWithin({ accepts }: VoteFacts, members: number[]) {
  const inside = accepts.filter(
    ({ asker, author }) => members.includes(asker) && members.includes(author),
  );
  if (inside.length === 0) return null;
  const evidence: Evidence[] = [
    { key: "fairness.evidence.accepted", params: { accepted: inside.length } },
  ];
  return { evidence, causes: inside.flatMap(acceptCauses) };
}

/** Signals of other kinds inside one, when they are about half of its members together. */
function supportOf(signal: Signal, signals: Signal[]): Signal[] {
  const others = signals.filter(
    (other) => other.kind !== signal.kind && within(other.members, signal.members),
  );
  const about = new Set(others.flatMap(({ members }) => members));
  return about.size >= signal.members.length / 2 ? others : [];
}

/**
 * Who is accused, and of what. A signal becomes a case when it is strong, or when evidence of
 * another kind is about the same members: bursts or accepted answers between them, accounts that
 * share a network or were made together. Signals inside a case are added to its grounds, so that
 * nobody is accused twice for the same.
 */
export function findCases(facts: VoteFacts): FoundCase[] {
  const net = voteNet(facts.votes);
  const kin = kinOf(facts);
  const signals = [
    ...findRings(net, facts.votes),
    ...findSelfAccepts(facts, kin),
    ...findNewAccounts(net, facts),
    ...findBursts(net, facts.votes),
  ];
  const cases: { signal: Signal; evidence: Evidence[]; causes: Set<string> }[] = [];
  for (const signal of signals) {
    if (cases.some((found) => within(signal.members, found.signal.members))) continue;
    const others = supportOf(signal, signals);
    const ties = TIED.has(signal.kind) ? kinEvidence(signal.members, kin) : [];
    if (!signal.strong && others.length === 0 && ties.length === 0) continue;
    const accepted = signal.kind === "ring" ? acceptsWithin(facts, signal.members) : null;
    const support = accepted ? others.filter(({ kind }) => kind !== "accepting") : others;
    const all = [signal, ...(accepted ? [accepted] : []), ...support];
    cases.push({
      signal,
      evidence: [...signal.evidence, ...(accepted?.evidence ?? []), ...sumUp(support), ...ties],
      causes: new Set(all.flatMap(({ causes }) => causes)),
    });
  }
  return cases.map(({ signal, evidence, causes }) => ({
    kind: signal.kind,
    members: caseMembers(net, signal.members),
    evidence,
    causes: [...causes].sort(),
  }));
}

/** The grounds of many signals as one line of each sort: figures added up, the most kept. */
function sumUp(signals: Signal[]): Evidence[] {
  const lines = new Map<string, Evidence>();
  for (const { key, params } of signals.flatMap(({ evidence }) => evidence)) {
    if (key === "fairness.evidence.network" || key === "fairness.evidence.joined") continue;
    const line = lines.get(key);
    if (!line) {
      lines.set(key, { key, params: { ...params } });
      continue;
    }
    for (const [name, value] of Object.entries(params)) {
      if (name === "minutes" || name === "days") continue;
      const before = line.params[name] ?? 0;
      line.params[name] = name === "most" ? Math.max(before, value) : before + value;
    }
  }
  return [...lines.values()];
}
