import { DAY, type VoteFacts, type VoteRow } from "../vote-rows.ts";

/** How a planted ring goes about it. */
export type RingStyle = {
  size: number;
  /** Posts each of them writes. */
  posts: number;
  /** Chance that one votes for a post of another of the ring. */
  votes: number;
  /** Votes for others, for each vote inside. */
  camouflage: number;
  /** Whether their sessions share a network, and their accounts are made together. */
  careless: boolean;
  /** Accepted answers of one for another, each. */
  accepts: number;
};

export const RING_STYLES: Record<string, RingStyle> = {
  dense: { size: 6, posts: 15, votes: 0.8, camouflage: 0.2, careless: false, accepts: 3 },
  sparse: { size: 6, posts: 9, votes: 0.35, camouflage: 0.5, careless: false, accepts: 0 },
  camouflaged: { size: 6, posts: 15, votes: 0.5, camouflage: 2, careless: false, accepts: 1 },
  careless: { size: 6, posts: 6, votes: 0.6, camouflage: 0.3, careless: true, accepts: 2 },
};

export const START = Date.UTC(2025, 0, 1);
const YEAR = 365 * DAY;
const SPACES = 8;

export type SimulatedPost = {
  id: number;
  threadId: number;
  author: number;
  opening: boolean;
  spaceId: number;
  at: number;
};

export type SimulatedVote = VoteRow & { postId: number };

export type SimulatedYear = {
  facts: Omit<VoteFacts, "votes"> & { votes: SimulatedVote[] };
  posts: SimulatedPost[];
  honest: number[];
  ring: number[];
};

/** A small generator with a seed (mulberry32), so that a year can be simulated again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Person = { id: number; joined: number; activity: number; spaces: number[]; friends: number[] };

/** Builds one year; all chance comes from `random`. */
class Year {
  readonly random: () => number;
  readonly people: Person[] = [];
  readonly posts: SimulatedPost[] = [];
  readonly votes: SimulatedVote[] = [];
  readonly accepts: VoteFacts["accepts"] = [];
  readonly networks = new Map<string, number[]>();
  private readonly given = new Set<string>();
  private readonly askers = new Map<number, number>();
  private readonly closeness = new Map<number, number>();

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  pick<T>(list: T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  delay(mean: number): number {
    return -Math.log(1 - this.random()) * mean;
  }

  /** One of `people` by weight. */
  weighted(people: Person[], weight: (person: Person) => number): Person {
    const total = people.reduce((sum, person) => sum + weight(person), 0);
    let left = this.random() * total;
    for (const person of people) if ((left -= weight(person)) <= 0) return person;
    return people.at(-1)!;
  }

  vote(giver: number, post: SimulatedPost, at: number): void {
    const key = `${giver} ${post.id}`;
    if (giver === post.author || this.given.has(key) || at > START + YEAR) return;
    this.given.add(key);
    this.votes.push({
      id: this.votes.length + 1,
      giver,
      receiver: post.author,
      spaceId: post.spaceId,
      threadId: post.threadId,
      postId: post.id,
      at: Math.round(at),
      ownThread: this.askers.get(post.threadId) === giver,
    });
  }

  post(author: number, at: number, place: { spaceId: number; threadId?: number }): SimulatedPost {
    const id = this.posts.length + 1;
    const opening = place.threadId === undefined;
    const threadId = place.threadId ?? id;
    if (opening) this.askers.set(threadId, author);
    const post = { id, threadId, author, opening, spaceId: place.spaceId, at: Math.round(at) };
    this.posts.push(post);
    return post;
  }

  accept(asker: number, answer: SimulatedPost): void {
    if (asker === answer.author) return;
    const { threadId, id, author } = answer;
    this.accepts.push({ asker, author, threadId, postId: id });
  }

  /** Members with heavy-tailed activity (Pareto), a third of whom were there before the year. */
  settle(count: number): void {
    for (let id = 1; id <= count; id += 1) {
      const joined =
        this.random() < 0.35 ? START - this.random() * YEAR : START + this.random() * YEAR;
      const activity = Math.min(120, (1 - this.random()) ** (-1 / 1.15));
      const spaces = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () =>
        Math.floor(this.random() * SPACES),
      );
      this.people.push({ id, joined, activity, spaces, friends: [] });
    }
  }

  /** Circles of two to five of a space who look at what the others write. */
  befriend(circles: number): void {
    for (let circle = 0; circle < circles; circle += 1) {
      const space = Math.floor(this.random() * SPACES);
      const there = this.people.filter(({ spaces }) => spaces.includes(space));
      const size = 2 + Math.floor(this.random() * 4);
      const friends = new Set(
        Array.from({ length: size }, () => this.weighted(there, (p) => p.activity)),
      );
      const close = 0.05 + this.random() * 0.2;
      for (const person of friends) {
        person.friends = [...friends].filter((other) => other !== person).map(({ id }) => id);
        this.closeness.set(person.id, close);
      }
      if (this.random() < 0.1)
        this.networks.set(
          `home ${circle}`,
          [...friends].map(({ id }) => id),
        );
    }
    this.networks.set(
      "an office",
      this.people.slice(0, 14).map(({ id }) => id),
    );
  }

  /** Votes that a post gets: the asker's thanks, readers of the space, friends of its author. */
  judge(post: SimulatedPost, asker: Person | null, readers: Person[]): void {
    const author = this.people[post.author - 1]!;
    if (asker && this.random() < 0.5) this.vote(asker.id, post, post.at + this.delay(DAY / 2));
    const count = Math.floor(this.delay(post.opening ? 0.9 : 1.7));
    for (let k = 0; k < count; k += 1) {
      const reader = this.weighted(readers, (person) => person.activity);
      this.vote(reader.id, post, post.at + this.delay(3 * DAY));
    }
    for (const friend of author.friends) {
      if (this.random() < this.closeness.get(author.id)!)
        this.vote(friend, post, post.at + this.delay(2 * DAY));
    }
  }

  live(threads: number): void {
    for (let k = 0; k < threads; k += 1) {
      const at = START + this.random() * YEAR;
      const here = this.people.filter((person) => person.joined < at);
      const asker = this.weighted(here, (person) => person.activity ** 0.5);
      const spaceId = this.pick(asker.spaces);
      const readers = here.filter(({ spaces, id }) => spaces.includes(spaceId) && id !== asker.id);
      if (readers.length < 5) continue;
      const question = this.post(asker.id, at, { spaceId });
      this.judge(question, null, readers);
      const answers = 1 + Math.floor(this.delay(1.1));
      for (let n = 0; n < answers; n += 1) {
        const author = this.weighted(readers, (person) => person.activity ** 1.3);
        const answer = this.post(author.id, at + this.delay(DAY), {
          spaceId,
          threadId: question.id,
        });
        this.judge(answer, asker, readers);
        if (n === 0 && this.random() < 0.45) this.accept(asker.id, answer);
      }
    }
  }

  /** Readers who go through what a prolific author wrote, within minutes. */
  enthuse(times: number): void {
    const wrote = Map.groupBy(this.posts, (post) => post.author);
    const prolific = [...wrote.values()].filter((posts) => posts.length >= 12);
    for (let k = 0; k < times; k += 1) {
      const posts = this.pick(prolific);
      const last = posts.reduce((at, post) => Math.max(at, post.at), 0);
      const reader = this.weighted(this.people, (person) => person.activity);
      const count = 3 + Math.floor(this.random() * 5);
      for (let n = 0; n < count; n += 1) this.vote(reader.id, this.pick(posts), last + n * 40_000);
    }
  }

  /** Accounts of a ring: they write, vote for each other, and for others as camouflage. */
  plant(style: RingStyle): number[] {
    const first = this.people.length + 1;
    const begun = START + this.random() * YEAR * 0.4;
    const ring = Array.from({ length: style.size }, (_, n): Person => {
      const joined = begun + (style.careless ? n * 600_000 : this.random() * 60 * DAY);
      return { id: first + n, joined, activity: 1, spaces: [n % 3], friends: [] };
    });
    const honest = this.posts.slice();
    this.people.push(...ring);
    if (style.careless)
      this.networks.set(
        "one flat",
        ring.map(({ id }) => id),
      );
    const until = START + YEAR;
    const own: SimulatedPost[] = [];
    for (const person of ring) {
      const when = () => person.joined + this.random() * (until - person.joined) * 0.95;
      for (let n = 0; n < style.posts; n += 1) {
        const host = this.pick(honest);
        own.push(this.post(person.id, Math.max(when(), host.at), host));
      }
      for (let n = 0; n < style.accepts; n += 1) {
        const other = this.pick(ring.filter((one) => one !== person));
        const question = this.post(person.id, when(), { spaceId: 0 });
        const answer = this.post(other.id, question.at + DAY, question);
        this.accept(person.id, answer);
        own.push(question, answer);
      }
    }
    for (const post of own) {
      // A few honest readers come by too.
      const readers = this.people.slice(0, first - 1).filter(({ joined }) => joined < post.at);
      if (this.random() < 0.35)
        this.vote(this.pick(readers).id, post, post.at + this.delay(2 * DAY));
      for (const person of ring) {
        if (person.joined > post.at || this.random() >= style.votes) continue;
        const at = post.at + this.delay(DAY);
        this.vote(person.id, post, at);
        const more = Math.floor(style.camouflage) + (this.random() < style.camouflage % 1 ? 1 : 0);
        for (let n = 0; n < more; n += 1) this.vote(person.id, this.pick(honest), at + n * 60_000);
      }
    }
    return ring.map(({ id }) => id);
  }
}

/**
 * A year of a community of honest members (heavy-tailed activity, circles of friends, enthusiasts,
 * households and an office on one network), with a planted ring when a style is given.
 */
export function simulateYear(seed: number, style: RingStyle | null, members = 500): SimulatedYear {
  const year = new Year(seed);
  year.settle(members);
  year.befriend(Math.round(members / 12));
  year.live(members * 5);
  year.enthuse(Math.round(members / 5));
  const ring = style ? year.plant(style) : [];
  const joined = new Map(year.people.map((person) => [person.id, Math.round(person.joined)]));
  const { votes, accepts, networks, posts } = year;
  const honest = year.people.map(({ id }) => id).filter((id) => !ring.includes(id));
  return { facts: { votes, accepts, joined, networks }, posts, honest, ring };
}
