import type { VoteNet } from "./expected-votes.ts";
import { logTail, logWays } from "./surprise.ts";
import { figure, type Evidence, type Signal, type VoteRow } from "./vote-rows.ts";

/** How sure a finding must be after correction for everything looked at. */
const LEVEL = Math.log(0.01);
/** Fewest votes each way of a pair. */
const EACH_WAY = 2;
/** Part of the others in a group whom each of its members must be bound to. */
const DENSE = 0.5;
/** Part of all votes received that must come from inside: of the group, of each member. */
const CLOSED = 0.5;
const CLOSED_MEMBER = 0.25;
/** Votes inside must be so many times the expected: friends who are many of a space reach two. */
const TIMES = 4;
/** From these on a group is evidence enough by itself. */
const STRONG = { size: 4, closed: 0.6, surprise: -20 };

type Graph = Map<number, Set<number>>;

/**
 * Pairs that vote for each other more than activity explains: both directions together so unlikely
 * that among all pairs of members less than one in a hundred communities would have one by chance.
 */
function mutualPairs(net: VoteNet): [number, number][] {
  const bound = LEVEL - logWays(net.members.length, 2);
  const found: [number, number][] = [];
  for (const a of net.members) {
    for (const b of net.receiversOf(a)) {
      if (b <= a) continue;
      const there = net.count(a, b);
      const back = net.count(b, a);
      if (Math.min(there, back) < EACH_WAY) continue;
      const surprise = logTail(there, net.expected(a, b)) + logTail(back, net.expected(b, a));
      if (surprise < bound) found.push([a, b]);
    }
  }
  return found;
}

function graphOf(pairs: [number, number][]): Graph {
  const graph: Graph = new Map();
  const link = (a: number, b: number) => {
    const set = graph.get(a) ?? new Set<number>();
    graph.set(a, set.add(b));
  };
  for (const [a, b] of pairs) {
    link(a, b);
    link(b, a);
  }
  return graph;
}

function componentOf(graph: Graph, start: number): number[] {
  const seen = new Set([start]);
  for (const node of seen) for (const next of graph.get(node) ?? []) seen.add(next);
  return [...seen];
}

/** Takes the least bound members out until each is bound to half of the others. */
function densePart(graph: Graph, nodes: number[]): number[] {
  const left = new Set(nodes);
  const degree = (node: number) => [...graph.get(node)!].filter((next) => left.has(next)).length;
  while (left.size > 1) {
    let least = -1;
    let fewest = Infinity;
    for (const node of left) {
      const links = degree(node);
      if (links < fewest) [least, fewest] = [node, links];
    }
    if (fewest >= Math.ceil((left.size - 1) * DENSE)) break;
    left.delete(least);
  }
  return [...left];
}

/** Dense groups of two and more: what is left of a component is looked at again. */
function denseGroups(pairs: [number, number][]): number[][] {
  const graph = graphOf(pairs);
  const groups: number[][] = [];
  while (graph.size > 0) {
    const part = densePart(graph, componentOf(graph, [...graph.keys()][0]!));
    if (part.length > 1) groups.push(part.sort((a, b) => a - b));
    for (const node of part) {
      for (const next of graph.get(node) ?? []) graph.get(next)?.delete(node);
      graph.delete(node);
    }
    for (const [node, links] of graph) if (links.size === 0) graph.delete(node);
  }
  return groups;
}

/** Votes that members of a group gave each other, expected ones, and all that they received. */
function insideOf(net: VoteNet, group: number[]) {
  let inside = 0;
  let expected = 0;
  let received = 0;
  for (const receiver of group) {
    received += net.received(receiver);
    for (const giver of group) {
      if (giver === receiver) continue;
      inside += net.count(giver, receiver);
      expected += net.expected(giver, receiver);
    }
  }
  return { inside, expected, received };
}

function closedness(net: VoteNet, group: number[], member: number): number {
  const inside = group.reduce((sum, giver) => sum + net.count(giver, member), 0);
  return inside / Math.max(1, net.received(member));
}

/** Members whom mostly others vote for may have friends; they are not accused. */
function closedPart(net: VoteNet, group: number[]): number[] {
  let left = group;
  for (;;) {
    const kept = left.filter((member) => closedness(net, left, member) >= CLOSED_MEMBER);
    if (kept.length === left.length) return kept;
    left = kept;
  }
}

/** How surprising the votes of a member for a group and the group's for them are together. */
function bond(net: VoteNet, group: number[], member: number): number {
  const sums = { there: 0, back: 0, expectedThere: 0, expectedBack: 0, bound: 0 };
  for (const other of group) {
    const [there, back] = [net.count(member, other), net.count(other, member)];
    sums.there += there;
    sums.back += back;
    sums.expectedThere += net.expected(member, other);
    sums.expectedBack += net.expected(other, member);
    if (there + back > 0) sums.bound += 1;
  }
  const fewest = Math.min(sums.there, sums.back);
  if (sums.bound < DENSE * group.length || fewest < group.length * DENSE) return 0;
  return logTail(sums.there, sums.expectedThere) + logTail(sums.back, sums.expectedBack);
}

/**
 * A group of three and more with those who belong to it by their votes for and from all of it, though
 * by too few with each. They are held to the bound of pairs, and to be recognised mostly inside.
 */
function grow(net: VoteNet, core: number[], taken: Set<number>): number[] {
  if (core.length < 3) return core;
  const level = LEVEL - logWays(net.members.length, 2);
  const group = [...core];
  for (;;) {
    const near = new Set(group.flatMap((member) => net.receiversOf(member)));
    const next = [...near].find(
      (member) =>
        !group.includes(member) &&
        !taken.has(member) &&
        closedness(net, group, member) >= CLOSED &&
        bond(net, group, member) < level,
    );
    if (next === undefined) return group.sort((a, b) => a - b);
    group.push(next);
  }
}

function evidenceOf({ inside, expected, received }: ReturnType<typeof insideOf>, size: number) {
  const evidence: Evidence[] = [
    {
      key: "fairness.evidence.inside",
      params: { members: size, votes: inside, expected: figure(expected) },
    },
    { key: "fairness.evidence.share", params: { percent: Math.round((100 * inside) / received) } },
  ];
  return evidence;
}

/**
 * Members who vote for each other far beyond what their activity explains and whose recognition
 * comes to a good part from each other: groups of the graph of mutual pairs in which each is bound
 * to half of the others. Groups of two are found too, but are never strong. The surprise of a group
 * is corrected by the number of groups of its size that there could be (Bonferroni).
 */
export function findRings(net: VoteNet, votes: VoteRow[]): Signal[] {
  const signals: Signal[] = [];
  const taken = new Set<number>();
  for (const group of denseGroups(mutualPairs(net))) {
    const core = closedPart(net, group);
    if (core.length < 2) continue;
    const members = grow(net, core, taken);
    const figures = insideOf(net, members);
    const closed = figures.inside / figures.received;
    const surprise =
      logTail(figures.inside, figures.expected) + logWays(net.members.length, members.length);
    if (closed < CLOSED || surprise > LEVEL || figures.inside < TIMES * figures.expected) continue;
    for (const member of members) taken.add(member);
    const set = new Set(members);
    signals.push({
      kind: "ring",
      members,
      strong:
        members.length >= STRONG.size && closed >= STRONG.closed && surprise < STRONG.surprise,
      evidence: evidenceOf(figures, members.length),
      causes: votes
        .filter(({ giver, receiver }) => set.has(giver) && set.has(receiver))
        .map(({ id }) => `helpful:${id}`),
    });
  }
  return signals;
}
