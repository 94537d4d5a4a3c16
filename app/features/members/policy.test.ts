import { describe, expect, it } from "vitest";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { ForbiddenError, SignInNeededError } from "#app/lib/errors.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { powersOf } from "#app/lib/powers.ts";
import type { MemberRole, Role } from "#app/lib/roles.ts";
import {
  assertCan,
  can,
  type PostSubject,
  type StartSubject,
  type SubjectOf,
  type ThreadSubject,
  type Verb,
} from "./policy.ts";

const ASKER = 1;
const AUTHOR = 2;

function member(id: number, role: MemberRole = "member", verified = true): Actor {
  const rank = { index: 0, key: "newcomer" };
  const names = { handle: `m${id}`, name: `M ${id}`, locale: null };
  const powers = powersOf(role, { key: rank.key, powers: [] }, DEFAULT_RANKS.at(-1)!);
  return { kind: "member", id, role, verified, ...names, rank, powers };
}

const actors = {
  guest: GUEST,
  /** An asker who hasn't verified the address yet. */
  unverified: member(ASKER, "member", false),
  /** Somebody who wrote neither the question nor the answer. */
  member: member(3),
  asker: member(ASKER),
  author: member(AUTHOR),
  superUser: member(4, "super_user"),
  moderator: member(5, "moderator"),
  admin: member(6, "admin"),
  /** Of the staff, but without a verified address. */
  rawAdmin: member(7, "admin", false),
};
type Name = keyof typeof actors;

const ALL = Object.keys(actors) as Name[];
const MEMBERS: Name[] = ["member", "asker", "author", "superUser", "moderator", "admin"];
const STAFF: Name[] = ["moderator", "admin"];
const SEES_ALL: Name[] = ["moderator", "admin", "rawAdmin"];
const NOBODY: Name[] = [];
const without = (names: Name[], ...gone: Name[]) => names.filter((name) => !gone.includes(name));

const thread: ThreadSubject = {
  kind: "question",
  authorId: ASKER,
  state: "published",
  stateBy: null,
  locked: false,
  readRole: "guest",
  answerCount: 0,
};
const hidden: ThreadSubject = { ...thread, state: "hidden", stateBy: 5 };
const held: ThreadSubject = { ...thread, state: "held" };
const deleted: ThreadSubject = { ...thread, state: "deleted", stateBy: 5 };
const locked: ThreadSubject = { ...thread, locked: true };
const ownDeleted: ThreadSubject = { ...deleted, stateBy: ASKER };
const closedSpace: ThreadSubject = { ...thread, readRole: "super_user" };

const answer: PostSubject = {
  kind: "answer",
  authorId: AUTHOR,
  state: "published",
  stateBy: null,
  rootState: "published",
  accepted: false,
  official: false,
  repliedByOthers: false,
  authorRole: "member",
  thread,
};
const decided: SubjectOf<"desk.decide"> = {
  verb: "hide",
  spaceId: 1,
  aboutId: ASKER,
  aboutRole: "member",
  aboutModerates: false,
};
const opening: PostSubject = { ...answer, kind: "opening", authorId: ASKER };
const reply: PostSubject = { ...answer, kind: "reply" };
/** The highest rank's powers come with the role. */
const POWERFUL: Name[] = ["superUser", ...STAFF];
const duplicate: ThreadSubject = { ...thread, locked: true, duplicate: true };
const notice: ThreadSubject = { ...thread, kind: "announcement", authorId: 5 };
const to = (readRole: Role, postRole: MemberRole): StartSubject => ({
  kind: "question",
  readRole,
  postRole,
});
const hiddenAnswer: PostSubject = { ...answer, state: "hidden", rootState: "hidden", stateBy: 5 };
const heldAnswer: PostSubject = { ...answer, state: "held", rootState: "held" };
const deletedAnswer: PostSubject = {
  ...answer,
  state: "deleted",
  rootState: "deleted",
  stateBy: 5,
};
const inThread = (of: ThreadSubject): PostSubject => ({ ...answer, thread: of });

const place: StartSubject = { kind: "question", readRole: "guest", postRole: "member" };

type Row<V extends Verb> = [verb: V, what: string, subject: SubjectOf<V>, allowed: Name[]];
type AnyRow = { [V in Verb]: Row<V> }[Verb];

/** Who may do what to what; everybody not named may not. */
const table: AnyRow[] = [
  ["thread.read", "published", thread, ALL],
  ["thread.read", "hidden", hidden, ["unverified", "asker", ...SEES_ALL]],
  ["thread.read", "held", held, ["unverified", "asker", ...SEES_ALL]],
  ["thread.read", "deleted", deleted, SEES_ALL],
  ["thread.read", "in a space for super users", closedSpace, ["superUser", ...SEES_ALL]],
  ["thread.start", "question", place, MEMBERS],
  ["thread.start", "discussion", { ...place, kind: "discussion" }, MEMBERS],
  ["thread.start", "idea", { ...place, kind: "idea" }, MEMBERS],
  ["thread.start", "announcement", { ...place, kind: "announcement" }, STAFF],
  [
    "thread.start",
    "where super users post",
    { ...place, postRole: "super_user" },
    ["superUser", ...STAFF],
  ],
  ["thread.start", "where staff read", { ...place, readRole: "moderator" }, STAFF],
  ["thread.start", "where admins post", { ...place, postRole: "admin" }, ["admin"]],
  ["thread.answer", "published", thread, MEMBERS],
  ["thread.answer", "locked", locked, NOBODY],
  ["thread.answer", "hidden", hidden, NOBODY],
  ["thread.answer", "held", held, NOBODY],
  ["thread.answer", "deleted", deleted, NOBODY],
  ["thread.answer", "in a space for super users", closedSpace, ["superUser", ...STAFF]],
  ["thread.sameHere", "question", thread, without(MEMBERS, "asker")],
  ["thread.sameHere", "idea", { ...thread, kind: "idea" }, without(MEMBERS, "asker")],
  ["thread.sameHere", "locked question", locked, without(MEMBERS, "asker")],
  ["thread.sameHere", "discussion", { ...thread, kind: "discussion" }, NOBODY],
  ["thread.sameHere", "announcement", { ...thread, kind: "announcement" }, NOBODY],
  ["thread.sameHere", "hidden", hidden, NOBODY],
  ["thread.sameHere", "in a space for super users", closedSpace, ["superUser", ...STAFF]],
  ["thread.lock", "open", thread, STAFF],
  ["thread.lock", "locked", locked, NOBODY],
  ["thread.lock", "deleted", deleted, NOBODY],
  ["thread.unlock", "locked", locked, STAFF],
  ["thread.unlock", "open", thread, NOBODY],
  ["thread.delete", "without answers", thread, ["asker", ...STAFF]],
  ["thread.delete", "with answers", { ...thread, answerCount: 1 }, STAFF],
  ["thread.delete", "locked", locked, STAFF],
  ["thread.delete", "held", held, ["asker", ...STAFF]],
  ["thread.delete", "hidden", hidden, STAFF],
  ["thread.delete", "deleted", deleted, NOBODY],
  ["thread.restore", "deleted by staff", deleted, STAFF],
  ["thread.restore", "deleted by the author", ownDeleted, ["asker", ...STAFF]],
  ["thread.restore", "hidden", hidden, STAFF],
  ["thread.restore", "held", held, STAFF],
  ["thread.restore", "published", thread, NOBODY],
  ["thread.hide", "published", thread, STAFF],
  ["thread.hide", "held", held, STAFF],
  ["thread.hide", "hidden", hidden, NOBODY],
  ["thread.hide", "deleted", deleted, NOBODY],
  ["thread.sameHere", "merged idea", { ...thread, kind: "idea", merged: true }, NOBODY],
  ["thread.unlock", "merged", { ...locked, merged: true }, NOBODY],
  ["thread.reportFix", "question", thread, ALL],
  ["thread.reportFix", "locked question", locked, ALL],
  ["thread.reportFix", "discussion", { ...thread, kind: "discussion" }, NOBODY],
  ["thread.reportFix", "hidden", hidden, NOBODY],
  ["thread.reportFix", "in a space for super users", closedSpace, ["superUser", ...SEES_ALL]],
  ["thread.inviteToAnswer", "question", thread, ["asker", ...STAFF]],
  ["thread.inviteToAnswer", "locked question", locked, NOBODY],
  ["thread.inviteToAnswer", "discussion", { ...thread, kind: "discussion" }, NOBODY],
  ["thread.inviteToAnswer", "hidden", hidden, NOBODY],
  ["thread.inviteToAnswer", "in a space for super users", closedSpace, STAFF],
  ["thread.unlock", "duplicate", duplicate, NOBODY],
  ["thread.answer", "duplicate", duplicate, NOBODY],
  ["thread.retag", "question", thread, ["asker", ...POWERFUL]],
  ["thread.retag", "locked", locked, STAFF],
  ["thread.retag", "hidden", hidden, STAFF],
  ["thread.retag", "deleted", deleted, NOBODY],
  ["thread.retag", "in a space for super users", closedSpace, POWERFUL],
  ["thread.markDuplicate", "question", thread, POWERFUL],
  ["thread.markDuplicate", "locked", locked, NOBODY],
  ["thread.markDuplicate", "hidden", hidden, NOBODY],
  ["thread.markDuplicate", "discussion", { ...thread, kind: "discussion" }, NOBODY],
  ["thread.unmarkDuplicate", "duplicate", duplicate, ["asker", ...POWERFUL]],
  ["thread.unmarkDuplicate", "closed otherwise", locked, NOBODY],
  ["thread.unmarkDuplicate", "hidden", { ...hidden, locked: true, duplicate: true }, NOBODY],
  ["thread.move", "anywhere", thread, POWERFUL],
  ["thread.move", "locked", locked, STAFF],
  ["thread.move", "announcement", notice, STAFF],
  ["thread.move", "among the same readers", { ...thread, to: to("guest", "member") }, POWERFUL],
  ["thread.move", "to fewer readers", { ...thread, to: to("member", "member") }, STAFF],
  ["thread.move", "to more readers", { ...closedSpace, to: to("guest", "member") }, STAFF],
  ["thread.move", "where admins post", { ...thread, to: to("guest", "admin") }, ["admin"]],
  ["thread.pin", "question", thread, POWERFUL],
  ["thread.pin", "pinned", { ...thread, pinned: true }, NOBODY],
  ["thread.pin", "locked", locked, STAFF],
  ["thread.pin", "hidden", hidden, NOBODY],
  ["thread.pin", "announcement", notice, STAFF],
  ["thread.unpin", "pinned", { ...thread, pinned: true }, POWERFUL],
  ["thread.unpin", "not pinned", thread, NOBODY],
  ["thread.unpin", "announcement", { ...notice, pinned: true }, STAFF],
  ["post.links", "anything", null, POWERFUL],
  ["post.images", "anything", null, POWERFUL],
  ["desk.review", "anything", null, POWERFUL],
  ["post.voteHide", "answer", answer, POWERFUL],
  ["post.voteHide", "own answer", { ...answer, authorId: 4 }, STAFF],
  ["post.voteHide", "reply", reply, POWERFUL],
  ["post.voteHide", "in a locked thread", inThread(locked), POWERFUL],
  ["post.voteHide", "of nobody here", { ...answer, authorId: null, authorRole: null }, POWERFUL],
  ["post.voteHide", "opening", opening, NOBODY],
  ["post.voteHide", "official", { ...answer, official: true }, NOBODY],
  ["post.voteHide", "of staff", { ...answer, authorId: 9, authorRole: "moderator" }, NOBODY],
  ["post.voteHide", "hidden", hiddenAnswer, NOBODY],
  ["post.voteHide", "in a hidden thread", inThread(hidden), NOBODY],
  ["idea.setStatus", "idea", { ...thread, kind: "idea" }, STAFF],
  ["idea.setStatus", "question", thread, NOBODY],
  ["idea.setStatus", "hidden idea", { ...hidden, kind: "idea" }, NOBODY],
  ["idea.setStatus", "merged idea", { ...thread, kind: "idea", merged: true }, NOBODY],
  ["idea.merge", "idea", { ...thread, kind: "idea" }, STAFF],
  ["idea.merge", "locked idea", { ...locked, kind: "idea" }, STAFF],
  ["idea.merge", "question", thread, NOBODY],
  ["idea.merge", "merged idea", { ...thread, kind: "idea", merged: true }, NOBODY],
  ["post.read", "published", answer, ALL],
  ["post.read", "hidden", hiddenAnswer, ["author", ...SEES_ALL]],
  ["post.read", "held", heldAnswer, ["author", ...SEES_ALL]],
  ["post.read", "deleted", deletedAnswer, SEES_ALL],
  ["post.read", "in a hidden thread", inThread(hidden), ["unverified", "asker", ...SEES_ALL]],
  ["post.read", "in a space for super users", inThread(closedSpace), ["superUser", ...SEES_ALL]],
  ["post.reply", "answer", answer, MEMBERS],
  ["post.reply", "opening", opening, MEMBERS],
  ["post.reply", "reply", reply, MEMBERS],
  ["post.reply", "hidden", hiddenAnswer, NOBODY],
  ["post.reply", "reply under a hidden answer", { ...reply, rootState: "hidden" }, NOBODY],
  ["post.reply", "in a locked thread", inThread(locked), NOBODY],
  ["post.reply", "in a hidden thread", inThread(hidden), NOBODY],
  ["post.reply", "in a space for super users", inThread(closedSpace), ["superUser", ...STAFF]],
  ["post.edit", "answer", answer, ["author", "superUser", ...STAFF]],
  ["post.edit", "opening", opening, ["asker", "superUser", ...STAFF]],
  ["post.edit", "held", heldAnswer, ["author", ...STAFF]],
  ["post.edit", "hidden", hiddenAnswer, STAFF],
  ["post.edit", "deleted", deletedAnswer, NOBODY],
  ["post.edit", "in a locked thread", inThread(locked), STAFF],
  ["post.edit", "in a space for super users", inThread(closedSpace), ["superUser", ...STAFF]],
  ["post.delete", "answer", answer, ["author", ...STAFF]],
  ["post.delete", "reply", reply, ["author", ...STAFF]],
  ["post.delete", "opening", opening, NOBODY],
  ["post.delete", "replied to by others", { ...answer, repliedByOthers: true }, STAFF],
  ["post.delete", "accepted", { ...answer, accepted: true }, STAFF],
  ["post.delete", "official", { ...answer, official: true }, STAFF],
  ["post.delete", "hidden", hiddenAnswer, STAFF],
  ["post.delete", "deleted", deletedAnswer, NOBODY],
  ["post.delete", "in a locked thread", inThread(locked), STAFF],
  ["post.restore", "deleted by staff", deletedAnswer, STAFF],
  [
    "post.restore",
    "deleted by the author",
    { ...deletedAnswer, stateBy: AUTHOR },
    ["author", ...STAFF],
  ],
  ["post.restore", "published", answer, NOBODY],
  ["post.restore", "hidden", hiddenAnswer, NOBODY],
  ["post.hide", "answer", answer, STAFF],
  ["post.hide", "reply", reply, STAFF],
  ["post.hide", "held", heldAnswer, STAFF],
  ["post.hide", "opening", opening, NOBODY],
  ["post.hide", "hidden", hiddenAnswer, NOBODY],
  ["post.hide", "deleted", deletedAnswer, NOBODY],
  ["post.unhide", "hidden", hiddenAnswer, STAFF],
  ["post.unhide", "held", heldAnswer, STAFF],
  ["post.unhide", "published", answer, NOBODY],
  ["post.unhide", "deleted", deletedAnswer, NOBODY],
  ["post.vote", "answer", answer, without(MEMBERS, "author")],
  ["post.vote", "opening", opening, without(MEMBERS, "asker")],
  ["post.vote", "hidden", hiddenAnswer, NOBODY],
  ["post.vote", "in a locked thread", inThread(locked), without(MEMBERS, "author")],
  ["post.vote", "in a hidden thread", inThread(hidden), NOBODY],
  ["post.vote", "in a space for super users", inThread(closedSpace), ["superUser", ...STAFF]],
  ["post.seeRevisions", "published", answer, without(ALL, "guest")],
  ["post.seeRevisions", "hidden", hiddenAnswer, ["author", ...SEES_ALL]],
  ["post.seeRevisions", "deleted", deletedAnswer, SEES_ALL],
  ["answer.accept", "answer", answer, ["asker", ...STAFF]],
  ["answer.accept", "in a locked thread", inThread(locked), ["asker", ...STAFF]],
  ["answer.accept", "opening", opening, NOBODY],
  ["answer.accept", "reply", reply, NOBODY],
  ["answer.accept", "hidden", hiddenAnswer, NOBODY],
  ["answer.accept", "of a discussion", inThread({ ...thread, kind: "discussion" }), NOBODY],
  ["answer.accept", "of a hidden thread", inThread(hidden), NOBODY],
  ["answer.unaccept", "accepted", { ...answer, accepted: true }, ["asker", ...STAFF]],
  ["answer.unaccept", "not accepted", answer, NOBODY],
  ["answer.markOfficial", "answer", answer, STAFF],
  ["answer.markOfficial", "of an idea", inThread({ ...thread, kind: "idea" }), STAFF],
  ["answer.markOfficial", "reply", reply, NOBODY],
  ["answer.markOfficial", "hidden", hiddenAnswer, NOBODY],
  ["programme.seeCandidates", "anything", null, STAFF],
  ["programme.nominate", "another", { memberId: 99 }, ["superUser", ...STAFF]],
  ["programme.nominate", "oneself", { memberId: 5 }, ["superUser", "admin"]],
  ["programme.manage", "anything", null, STAFF],
  ["programme.answer", "one’s own", { memberId: AUTHOR }, ["author"]],
  ["guideline.propose", "anything", null, ["superUser"]],
  ["guideline.vote", "anything", null, ["superUser"]],
  ["guideline.comment", "anything", null, MEMBERS],
  ["guideline.ratify", "anything", null, ["admin"]],
  ["fairness.decide", "of others", { memberIds: [ASKER, AUTHOR] }, STAFF],
  ["fairness.decide", "about oneself", { memberIds: [5, 9] }, ["admin"]],
  ["reputation.setRules", "anything", null, ["admin"]],
  ["reputation.seeRules", "anything", null, STAFF],
  ["desk.setClocks", "anything", null, ["admin"]],
  ["desk.export", "anything", null, ["admin"]],
  ["automod.setRules", "anything", null, ["admin"]],
  ["desk.see", "a space", { spaceId: 1 }, STAFF],
  ["desk.see", "a member", { spaceId: null }, STAFF],
  ["desk.manage", "anything", null, STAFF],
  ["desk.appoint", "anything", null, ["admin"]],
  ["desk.decide", "about another", decided, STAFF],
  ["desk.decide", "about oneself", { ...decided, aboutId: 5 }, ["admin"]],
  ["desk.decide", "about a moderator", { ...decided, aboutRole: "moderator" }, ["admin"]],
  ["desk.decide", "about an admin", { ...decided, aboutRole: "admin" }, NOBODY],
  ["desk.decide", "about nobody here", { ...decided, aboutId: null, aboutRole: null }, STAFF],
  ["badge.give", "to another", { memberId: ASKER }, STAFF],
  ["badge.give", "to oneself", { memberId: 5 }, ["admin"]],
  ["badge.define", "anything", null, ["admin"]],
  ["tag.create", "anything", null, ["superUser", ...STAFF]],
  ["space.defineFields", "anything", null, ["admin"]],
  ["staff.seeHidden", "anything", null, SEES_ALL],
  ["tune_search", "anything", null, STAFF],
  ["set_origins", "anything", null, ["admin"]],
];

const ALL_VERBS = new Set(table.map(([verb]) => verb));

function check(row: AnyRow): Name[] {
  const [verb, , subject] = row;
  return ALL.filter((name) => can(actors[name], verb, subject as never));
}

describe("who may do what", () => {
  it.each(table)("%s: %s", (...row) => {
    expect(check(row as AnyRow)).toEqual(ALL.filter((name) => row[3].includes(name)));
  });

  it("has a row for every verb", () => {
    expect(ALL_VERBS.size).toBe(60);
  });

  it("lets nobody write without a verified address, and guests do nothing but read and say whether it helped", () => {
    for (const row of table) {
      const reading = row[0].endsWith(".read") || row[0].startsWith("staff.");
      if (reading || row[0] === "post.seeRevisions" || row[0] === "thread.reportFix") continue;
      expect(check(row)).not.toContain("unverified");
      expect(check(row)).not.toContain("rawAdmin");
      expect(check(row)).not.toContain("guest");
    }
  });
});

describe("assertCan", () => {
  it("sends guests to sign in, and tells the unverified why", () => {
    expect(() => assertCan(GUEST, "thread.answer", thread)).toThrow(SignInNeededError);
    expect(() => assertCan(actors.member, "thread.lock", thread)).toThrow(ForbiddenError);
    expect(() => assertCan(actors.unverified, "thread.answer", thread)).toThrow("unverified");
    expect(() => assertCan(actors.member, "thread.answer", thread)).not.toThrow();
  });
});
