import { describe, expect, test } from "vitest";
import { seedCommunities } from "./communities.ts";
import type { SeedCommunity, SeedPost, SeedState, SeedThread } from "./types.ts";

const MINUTES_A_DAY = 1_440;
const STATES: SeedState[] = ["published", "held", "hidden", "deleted"];

const [larkfield, sahl] = seedCommunities;
if (!larkfield || !sahl) throw new Error("two communities are expected");

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** What is wrong with a post's place in its thread: parents, times, counts. */
function faultsOfPost(thread: SeedThread, post: SeedPost, community: SeedCommunity): string[] {
  const faults: string[] = [];
  const author = community.members.find((member) => member.handle === post.author);
  const parent = thread.posts.find((other) => other.key === post.parentKey);
  if (!author) faults.push("author unknown");
  if ((post.kind === "reply") !== (post.parentKey !== undefined)) faults.push("parent and kind");
  if (post.parentKey && !parent) faults.push("parent unknown");
  if (parent && parent.minutesAfter >= post.minutesAfter) faults.push("before its parent");
  if (post.minutesAfter <= 0) faults.push("before the thread");
  if (thread.minutesAgo - post.minutesAfter <= 0) faults.push("in the future");
  const age = thread.minutesAgo - post.minutesAfter;
  if (author && author.joinedDaysAgo * MINUTES_A_DAY <= age) faults.push("before joining");
  if (post.helpful > community.members.length - 1) faults.push("more votes than members");
  for (const edit of post.edits ?? []) {
    if (edit.minutesAfter <= post.minutesAfter) faults.push("edited before posting");
    if (thread.minutesAgo - edit.minutesAfter <= 0) faults.push("edited in the future");
    if (edit.body === post.body) faults.push("an edit that changed nothing");
  }
  return faults.map((fault) => `${post.key}: ${fault}`);
}

/** What is wrong with a thread's own facts. */
function faultsOfThread(thread: SeedThread, community: SeedCommunity): string[] {
  const faults: string[] = [];
  const author = community.members.find((member) => member.handle === thread.author);
  const others = community.members.length - 1;
  if (!author) faults.push("author unknown");
  if (author && author.joinedDaysAgo * MINUTES_A_DAY <= thread.minutesAgo) {
    faults.push("before joining");
  }
  if (!community.spaces.some((space) => space.slug === thread.space)) faults.push("space unknown");
  for (const slug of thread.tags) {
    if (!community.tags.some((tag) => tag.slug === slug)) faults.push(`tag ${slug} unknown`);
  }
  if (thread.title.length < 10 || thread.title.length > 150) faults.push("length of title");
  if ((thread.helpful ?? 0) > others) faults.push("more votes than members");
  if ((thread.sameHere ?? 0) > others) faults.push("more same here than members");
  if ((thread.kind === "idea") !== (thread.ideaStatus !== undefined)) faults.push("idea status");
  const times = thread.posts.map((post) => post.minutesAfter);
  if (thread.posts.some((post, i) => post.minutesAfter < (times[i - 1] ?? 0))) {
    faults.push("posts out of order");
  }
  for (const edit of thread.edits ?? []) {
    if (edit.minutesAfter >= thread.minutesAgo) faults.push("edited in the future");
    if (edit.body === thread.body) faults.push("an edit that changed nothing");
    if (edit.by && !community.members.some((member) => member.handle === edit.by)) {
      faults.push("editor unknown");
    }
  }
  return [...faults, ...faultsOfMarks(thread, community)].map((fault) => `${thread.key}: ${fault}`);
}

/** What is wrong with a thread's accepted and official answers. */
function faultsOfMarks(thread: SeedThread, community: SeedCommunity): string[] {
  const faults: string[] = [];
  const roleOf = (handle: string) => community.members.find((m) => m.handle === handle)?.role ?? "";
  if (thread.acceptedKey !== undefined) {
    const accepted = thread.posts.find((post) => post.key === thread.acceptedKey);
    const at = thread.acceptedAfterMinutes ?? 0;
    if (thread.kind !== "question") faults.push("accepted outside a question");
    if (accepted?.kind !== "answer") faults.push("accepted is no answer");
    if ((accepted?.state ?? "published") !== "published") faults.push("accepted is not published");
    if (accepted && at <= accepted.minutesAfter) faults.push("accepted before it was written");
    if (at >= thread.minutesAgo) faults.push("accepted in the future");
    if (thread.acceptedBy && !["moderator", "admin"].includes(roleOf(thread.acceptedBy))) {
      faults.push("accepted by someone who may not");
    }
  } else if (thread.acceptedAfterMinutes !== undefined) {
    faults.push("a time of acceptance alone");
  }
  const official = thread.posts.filter((post) => post.official);
  if (official.map((post) => post.key).join() !== (thread.officialKey ?? "")) {
    faults.push("official answer and mark differ");
  }
  if (official.some((post) => !["moderator", "admin"].includes(roleOf(post.author)))) {
    faults.push("official answer by a customer");
  }
  return faults;
}

describe.each(seedCommunities)("content of $slug", (community) => {
  const { members, spaces, tags, threads } = community;
  const posts = threads.flatMap((thread) => thread.posts);

  test("has unique keys, handles, slugs and texts", () => {
    expect(repeated([...threads, ...posts].map((item) => item.key))).toEqual([]);
    expect(repeated(members.map((member) => member.handle))).toEqual([]);
    expect(repeated(members.map((member) => member.email))).toEqual([]);
    expect(repeated(spaces.map((space) => space.slug))).toEqual([]);
    expect(repeated(tags.map((tag) => tag.slug))).toEqual([]);
    expect(repeated(threads.map((thread) => thread.title))).toEqual([]);
    expect(repeated([...threads, ...posts].map((item) => item.body))).toEqual([]);
  });

  test("has no empty text, no unused tag and no empty space", () => {
    expect([...threads, ...posts].filter((item) => item.body.trim() === "")).toEqual([]);
    const tagged = new Set(threads.flatMap((thread) => thread.tags));
    expect(tags.filter((tag) => !tagged.has(tag.slug))).toEqual([]);
    const filled = new Set(threads.map((thread) => thread.space));
    expect(spaces.filter((space) => !filled.has(space.slug))).toEqual([]);
  });

  test("has threads without a fault", () => {
    expect(threads.flatMap((thread) => faultsOfThread(thread, community))).toEqual([]);
  });

  test("has posts without a fault", () => {
    const faults = threads.flatMap((thread) =>
      thread.posts.flatMap((post) => faultsOfPost(thread, post, community)),
    );
    expect(faults).toEqual([]);
  });

  test("gives staff a team and addresses that can't receive mail", () => {
    const staff = members.filter((member) => ["moderator", "admin"].includes(member.role));
    expect(staff.filter((member) => !member.title)).toEqual([]);
    expect(members.filter((member) => !member.email.endsWith("@example.com"))).toEqual([]);
    expect(new Set(members.map((member) => member.role)).size).toBe(4);
  });

  test("covers every kind and every state of threads, posts and ideas", () => {
    const stateOf = (item: { state?: SeedState }) => item.state ?? "published";
    expect(new Set(threads.map(stateOf))).toEqual(new Set(STATES));
    expect(new Set(posts.map(stateOf))).toEqual(new Set(STATES));
    expect(new Set(threads.map((thread) => thread.kind)).size).toBe(4);
    const statuses = threads.flatMap((thread) => thread.ideaStatus ?? []);
    expect(new Set(statuses).size).toBe(5);
  });

  test("covers every course a question can take", () => {
    const questions = threads.filter((thread) => thread.kind === "question" && !thread.state);
    const isStaff = (handle: string) =>
      ["moderator", "admin"].includes(members.find((m) => m.handle === handle)?.role ?? "");
    const accepted = (thread: SeedThread) =>
      thread.posts.find((post) => post.key === thread.acceptedKey);
    const courses: Record<string, (thread: SeedThread) => boolean> = {
      "no answer, minutes old": (t) => t.posts.length === 0 && t.minutesAgo < 60,
      "no answer, days old": (t) => t.posts.length === 0 && t.minutesAgo > MINUTES_A_DAY,
      "answers, none accepted": (t) => t.posts.length > 0 && !t.acceptedKey && !t.officialKey,
      "solved by a member": (t) => accepted(t) !== undefined && !isStaff(accepted(t)?.author ?? ""),
      "solved by staff": (t) => accepted(t) !== undefined && isStaff(accepted(t)?.author ?? ""),
      "solved and official": (t) => Boolean(t.acceptedKey && t.officialKey),
      "official, not solved": (t) => Boolean(!t.acceptedKey && t.officialKey),
      "an answer edited": (t) => t.posts.some((post) => post.edits),
      "the question edited by staff": (t) => Boolean(t.edits?.some((edit) => edit.by)),
      "a reply to an answer": (t) => t.posts.some((post) => post.kind === "reply"),
    };
    const missing = Object.keys(courses).filter((course) => !questions.some(courses[course]!));
    expect(missing).toEqual([]);
    expect(threads.some((thread) => thread.locked?.reason)).toBe(true);
    expect(threads.filter((thread) => thread.pinned)).toHaveLength(1);
  });
});

test("Larkfield is a busy community with its odd corners", () => {
  const posts = larkfield.threads.flatMap((thread) => thread.posts);
  const bodies = [...larkfield.threads, ...posts].map((item) => item.body);
  expect(larkfield.members).toHaveLength(48);
  expect(larkfield.threads.length).toBeGreaterThanOrEqual(66);
  expect(posts.length).toBeGreaterThanOrEqual(220);
  expect(Math.max(...larkfield.threads.map((thread) => thread.posts.length))).toBeGreaterThan(21);
  expect(Math.max(...larkfield.threads.map((thread) => thread.title.length))).toBe(150);
  expect(bodies.some((body) => body.includes("```\n"))).toBe(true);
  expect(bodies.some((body) => /\|---/.test(body))).toBe(true);
  expect(bodies.some((body) => /https:\/\/\S{200}/.test(body))).toBe(true);
  expect(bodies.some((body) => /\p{Extended_Pictographic}/u.test(body))).toBe(true);
  expect(larkfield.spaces.find((space) => space.slug === "lounge")?.readRole).toBe("super_user");
});

test("Sahl is Arabic and shares slugs, handles and keys with Larkfield", () => {
  const posts = sahl.threads.flatMap((thread) => thread.posts);
  const shared = (pick: (community: SeedCommunity) => string[]) =>
    pick(larkfield).filter((value) => pick(sahl).includes(value));
  expect(sahl.members).toHaveLength(14);
  expect(sahl.spaces).toHaveLength(5);
  expect(sahl.threads.length).toBeGreaterThanOrEqual(22);
  expect(
    [...sahl.threads, ...posts].filter((item) => !/\p{Script=Arabic}/u.test(item.body)),
  ).toEqual([]);
  expect(shared((c) => c.members.map((member) => member.handle))).toContain("dan");
  expect(shared((c) => c.spaces.map((space) => space.slug))).toContain("billing");
  expect(shared((c) => c.tags.map((tag) => tag.slug))).toContain("app");
  expect(shared((c) => c.threads.map((thread) => thread.key))).toContain("charged-twice");
  expect(shared((c) => c.hosts)).toEqual([]);
});
