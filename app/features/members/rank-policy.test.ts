import { describe, expect, it } from "vitest";
import type { Actor } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { POWERS, powersOf, type Power } from "#app/lib/powers.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { can, type PostSubject, type SubjectOf, type ThreadSubject, type Verb } from "./policy.ts";

function having(powers: Iterable<Power>, role: MemberRole = "member", verified = true): Actor {
  const names = { handle: "m3", name: "M 3", locale: null };
  const rank = { index: 0, key: "newcomer" };
  return { kind: "member", id: 3, role, verified, ...names, rank, powers: new Set(powers) };
}

const thread: ThreadSubject = {
  kind: "question",
  authorId: 1,
  state: "published",
  stateBy: null,
  locked: false,
  readRole: "guest",
  answerCount: 0,
};
const duplicate: ThreadSubject = { ...thread, locked: true, duplicate: true };
const answer: PostSubject = {
  kind: "answer",
  authorId: 2,
  state: "published",
  stateBy: null,
  rootState: "published",
  accepted: false,
  official: false,
  repliedByOthers: false,
  authorRole: "member",
  thread,
};
const opening: PostSubject = { ...answer, kind: "opening", authorId: 1 };
const place = { kind: "question", readRole: "guest", postRole: "member" } as const;

type Row<V extends Verb> = [verb: V, what: string, subject: SubjectOf<V>];
type AnyRow = { [V in Verb]: Row<V> }[Verb];

/** What each power lets a member do, on others' threads and posts. */
const UNLOCKED: { power: Power; rows: AnyRow[] }[] = [
  { power: "post.links", rows: [["post.links", "", null]] },
  { power: "post.images", rows: [["post.images", "", null]] },
  {
    power: "post.editOthers",
    rows: [
      ["post.edit", "answer", answer],
      ["post.edit", "opening", opening],
    ],
  },
  { power: "thread.retag", rows: [["thread.retag", "", thread]] },
  {
    power: "thread.markDuplicate",
    rows: [
      ["thread.markDuplicate", "", thread],
      ["thread.unmarkDuplicate", "", duplicate],
    ],
  },
  {
    power: "thread.move",
    rows: [
      ["thread.move", "anywhere", thread],
      ["thread.move", "to a place", { ...thread, to: place }],
    ],
  },
  {
    power: "thread.pin",
    rows: [
      ["thread.pin", "", thread],
      ["thread.unpin", "", { ...thread, pinned: true }],
    ],
  },
  { power: "post.voteHide", rows: [["post.voteHide", "", answer]] },
  { power: "desk.review", rows: [["desk.review", "", null]] },
];

const allowed = (actor: Actor, [verb, , subject]: AnyRow) => can(actor, verb, subject as never);

describe("what ranks unlock", () => {
  it("is looked at power by power", () => {
    expect(UNLOCKED.map(({ power }) => power).toSorted()).toEqual([...POWERS].toSorted());
  });

  const cases = UNLOCKED.flatMap(({ power, rows }) => rows.map((row) => ({ power, row })));

  it.each(cases)("$row.0 $row.1 needs $power and nothing else", ({ power, row }) => {
    expect(allowed(having([power]), row)).toBe(true);
    expect(allowed(having(POWERS.filter((other) => other !== power)), row)).toBe(false);
    expect(allowed(having(POWERS, "member", false), row)).toBe(false);
    expect(allowed(having([], "moderator"), row)).toBe(true);
  });

  it("follows the default ranks, action by action", () => {
    const given = (row: AnyRow) =>
      DEFAULT_RANKS.filter(({ powers }) => allowed(having(powers), row)).map(({ key }) => key);
    const matrix = Object.fromEntries(cases.map(({ row }) => [row[0], given(row)]));
    const guide = ["guide", "lamplighter"];
    const regular = ["regular", ...guide];
    const neighbour = ["neighbour", ...regular];
    expect(matrix).toEqual({
      "post.links": neighbour,
      "post.images": neighbour,
      "thread.retag": regular,
      "post.voteHide": regular,
      "post.edit": guide,
      "thread.markDuplicate": guide,
      "thread.unmarkDuplicate": guide,
      "desk.review": guide,
      "thread.move": ["lamplighter"],
      "thread.pin": ["lamplighter"],
      "thread.unpin": ["lamplighter"],
    });
  });

  it("gives super users what the highest rank has, beside their own", () => {
    const held = { key: "newcomer", powers: ["post.links"] as const };
    const highest = { key: "top", powers: ["thread.pin"] as const };
    expect([...powersOf("member", held, highest)]).toEqual(["post.links"]);
    expect([...powersOf("super_user", held, highest)]).toEqual(["post.links", "thread.pin"]);
    expect([...powersOf("moderator", held, highest)]).toEqual([...POWERS]);
    // Edits of others are a super user's by role, whatever the ranks say.
    const plain = having([], "super_user");
    expect(can(plain, "post.edit", answer)).toBe(true);
    expect(can(plain, "thread.retag", thread)).toBe(false);
  });
});
