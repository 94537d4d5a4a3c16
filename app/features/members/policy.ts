import type { Actor } from "#app/lib/ctx.ts";
import { ForbiddenError, SignInNeededError } from "#app/lib/errors.ts";
import type { Power } from "#app/lib/powers.ts";
import { atLeast, isStaff, type MemberRole, type Role } from "#app/lib/roles.ts";
import { decides, seesCase, type CasePlace, type DecidedSubject } from "./moderation-policy.ts";
import type { ContentState, PostKind, ThreadKind } from "#db/schema-threads.ts";

/** Where and what somebody wants to start. */
export type StartSubject = { kind: ThreadKind; readRole: Role; postRole: MemberRole };

export type ThreadSubject = {
  kind: ThreadKind;
  authorId: number | null;
  state: ContentState;
  /** Who put it into its state; `null` when nobody did. */
  stateBy: number | null;
  locked: boolean;
  /** The role its space asks of readers. */
  readRole: Role;
  /** Published answers. */
  answerCount: number;
  /** Merged into another: it then takes nothing more. */
  merged?: boolean;
  /** Closed because another question answers it. */
  duplicate?: boolean;
  pinned?: boolean;
};

/** A thread, and where somebody wants to move it; without a place: whether they may at all. */
export type MoveSubject = ThreadSubject & { to?: StartSubject };

export type PostSubject = {
  kind: PostKind;
  authorId: number | null;
  state: ContentState;
  stateBy: number | null;
  /** State of the answer it hangs under; its own for an answer or opening post. */
  rootState: ContentState;
  accepted: boolean;
  official: boolean;
  /** Somebody else's published reply hangs under it. */
  repliedByOthers: boolean;
  /** The role of whoever wrote it; `null` when nobody here did. */
  authorRole?: MemberRole | null;
  thread: ThreadSubject;
};

type ThreadVerb =
  | "thread.read"
  | "thread.answer"
  | "thread.sameHere"
  | "thread.lock"
  | "thread.unlock"
  | "thread.delete"
  | "thread.restore"
  | "thread.hide"
  | "thread.reportFix"
  | "thread.inviteToAnswer"
  | "thread.retag"
  | "thread.markDuplicate"
  | "thread.unmarkDuplicate"
  | "thread.pin"
  | "thread.unpin"
  | "thread.askTeam"
  | "thread.propose"
  | "idea.setStatus"
  | "idea.merge";

type PostVerb =
  | "post.read"
  | "post.reply"
  | "post.edit"
  | "post.delete"
  | "post.restore"
  | "post.hide"
  | "post.unhide"
  | "post.vote"
  | "post.voteHide"
  | "post.seeRevisions"
  | "answer.accept"
  | "answer.unaccept"
  | "answer.markOfficial";

type Subjects = { [V in ThreadVerb]: ThreadSubject } & { [V in PostVerb]: PostSubject } & {
  "thread.start": StartSubject;
  "thread.move": MoveSubject;
  "post.links": null;
  "post.images": null;
  "desk.review": null;
  "desk.see": CasePlace;
  "desk.decide": DecidedSubject;
  "desk.manage": null;
  "desk.setClocks": null;
  "desk.export": null;
  "automod.setRules": null;
  "desk.appoint": null;
  "tag.create": null;
  "reputation.setRules": null;
  "reputation.seeRules": null;
  "badge.give": { memberId: number };
  "badge.define": null;
  "fairness.decide": { memberIds: number[] };
  "programme.seeCandidates": null;
  "programme.nominate": { memberId: number };
  "programme.manage": null;
  "programme.answer": { memberId: number };
  "guideline.propose": null;
  "guideline.vote": null;
  "guideline.comment": null;
  "guideline.ratify": null;
  "space.defineFields": null;
  "staff.seeHidden": null;
  tune_search: null;
  set_origins: null;
};

export type Verb = keyof Subjects;
export type SubjectOf<V extends Verb> = Subjects[V];

/** The rank, from 0, from which members nominate others for the programme. */
export const NOMINATING_RANK = 2;

type MemberActor = Extract<Actor, { kind: "member" }>;
type Rules = { [V in Verb]: (actor: Actor, subject: Subjects[V]) => boolean };

/** A member who may write at all: whose address is verified, and who isn't silenced. */
function writer(actor: Actor): actor is MemberActor {
  return actor.kind === "member" && actor.verified && !actor.silenced;
}

function staff(actor: Actor): boolean {
  return writer(actor) && isStaff(actor.role);
}

/** Staff, and members whose rank or role unlocks it. */
function has(actor: Actor, power: Power): actor is MemberActor {
  return writer(actor) && (isStaff(actor.role) || actor.powers.has(power));
}

function own(actor: Actor, subject: { authorId: number | null }): boolean {
  return actor.id !== null && actor.id === subject.authorId;
}

/** Published for everybody who may read there, held and hidden for the author and staff, deleted for staff. */
function seesState(
  actor: Actor,
  subject: { authorId: number | null; state: ContentState },
): boolean {
  if (subject.state === "published" || isStaff(actor.role)) return true;
  return subject.state !== "deleted" && own(actor, subject);
}

function reads(actor: Actor, thread: ThreadSubject): boolean {
  return atLeast(actor.role, thread.readRole) && seesState(actor, thread);
}

function isLive(state: ContentState): boolean {
  return state === "published" || state === "held";
}

function writesIn(actor: Actor, thread: ThreadSubject): boolean {
  return writer(actor) && reads(actor, thread) && thread.state === "published" && !thread.locked;
}

function editsPost(actor: Actor, post: PostSubject): boolean {
  if (!writer(actor) || !reads(actor, post.thread)) return false;
  if (isStaff(actor.role)) return post.state !== "deleted";
  if (post.thread.locked || !isLive(post.thread.state)) return false;
  if (own(actor, post)) return isLive(post.state);
  const others = atLeast(actor.role, "super_user") || has(actor, "post.editOthers");
  return others && post.state === "published";
}

/** Of staff: about what others of a lower role wrote. */
function judges(actor: Actor, post: PostSubject): boolean {
  if (!staff(actor) || !reads(actor, post.thread) || own(actor, post)) return false;
  return !atLeast(post.authorRole ?? "guest", actor.role);
}

function deletesPost(actor: Actor, post: PostSubject): boolean {
  if (post.kind === "opening" || post.state === "deleted") return false;
  if (judges(actor, post)) return true;
  if (staff(actor)) return own(actor, post) && reads(actor, post.thread);
  if (!writesIn(actor, post.thread) || !own(actor, post) || !isLive(post.state)) return false;
  return !post.repliedByOthers && !post.accepted && !post.official;
}

function startsIn(actor: Actor, place: StartSubject): boolean {
  return (
    writer(actor) &&
    atLeast(actor.role, place.readRole) &&
    atLeast(actor.role, place.postRole) &&
    (place.kind !== "announcement" || isStaff(actor.role))
  );
}

/** Threads that may be put in order: those that everybody sees, and for staff closed and held ones. */
function tends(actor: Actor, thread: ThreadSubject): boolean {
  if (!writer(actor) || !reads(actor, thread) || thread.merged) return false;
  if (isStaff(actor.role)) return thread.state !== "deleted";
  return thread.state === "published" && !thread.locked;
}

/** Staff may put a thread before other readers, or among them; others only where nobody loses sight of it or gains it. */
function moves(actor: Actor, { to, ...thread }: MoveSubject): boolean {
  if (!has(actor, "thread.move") || !tends(actor, thread)) return false;
  if (thread.kind === "announcement" && !isStaff(actor.role)) return false;
  if (!to) return true;
  return startsIn(actor, to) && (isStaff(actor.role) || to.readRole === thread.readRole);
}

function pins(actor: Actor, thread: ThreadSubject): boolean {
  if (!has(actor, "thread.pin") || !tends(actor, thread)) return false;
  return thread.state === "published" && (thread.kind !== "announcement" || isStaff(actor.role));
}

/** Answers and replies of members; the brand's own words are for staff to hide. */
function votesToHide(actor: Actor, post: PostSubject): boolean {
  if (!has(actor, "post.voteHide") || !reads(actor, post.thread)) return false;
  if (post.kind === "opening" || post.official || own(actor, post)) return false;
  if (post.authorRole === undefined || isStaff(post.authorRole ?? "guest")) return false;
  return post.state === "published" && post.thread.state === "published";
}

/** Staff, on an idea that everybody sees and that was not merged. */
function decidesOnIdea(actor: Actor, thread: ThreadSubject): boolean {
  if (thread.kind !== "idea" || thread.merged || thread.state !== "published") return false;
  return staff(actor) && reads(actor, thread);
}

/** The asker or staff, on an answer of a question. */
function decidesOn(actor: Actor, post: PostSubject): boolean {
  const { thread } = post;
  if (thread.kind !== "question" || post.kind !== "answer" || post.state !== "published")
    return false;
  if (!writer(actor) || !reads(actor, thread) || thread.state !== "published") return false;
  return isStaff(actor.role) || own(actor, thread);
}

const rules: Rules = {
  "thread.read": reads,
  "thread.start": startsIn,
  "thread.answer": writesIn,
  "thread.sameHere": (actor, thread) =>
    writer(actor) &&
    reads(actor, thread) &&
    thread.state === "published" &&
    (thread.kind === "question" || thread.kind === "idea") &&
    !thread.merged &&
    !own(actor, thread),
  // Who asked, and whoever helps with responsibility; staff have the desk.
  "thread.askTeam": (actor, thread) =>
    writer(actor) &&
    !isStaff(actor.role) &&
    thread.kind === "question" &&
    thread.state === "published" &&
    reads(actor, thread) &&
    (own(actor, thread) || atLeast(actor.role, "super_user")),
  // To close it, or as a duplicate: whoever may vote to hide a post, and whose thread it is.
  "thread.propose": (actor, thread) =>
    writer(actor) &&
    !isStaff(actor.role) &&
    reads(actor, thread) &&
    thread.kind !== "announcement" &&
    (actor.powers.has("post.voteHide") || own(actor, thread)),
  "thread.lock": (actor, thread) =>
    staff(actor) && reads(actor, thread) && !thread.locked && thread.state !== "deleted",
  "thread.unlock": (actor, thread) =>
    staff(actor) && reads(actor, thread) && thread.locked && !thread.merged && !thread.duplicate,
  "thread.delete": (actor, thread) => {
    if (!writer(actor) || !reads(actor, thread) || thread.state === "deleted") return false;
    if (isStaff(actor.role)) return true;
    return own(actor, thread) && isLive(thread.state) && !thread.locked && thread.answerCount === 0;
  },
  "thread.restore": (actor, thread) => {
    if (thread.state === "published" || !writer(actor)) return false;
    if (!atLeast(actor.role, thread.readRole)) return false;
    if (isStaff(actor.role)) return true;
    return thread.state === "deleted" && own(actor, thread) && thread.stateBy === actor.id;
  },
  "thread.hide": (actor, thread) => staff(actor) && reads(actor, thread) && isLive(thread.state),
  // Guests too, and members who haven't verified their address: it is a count, nothing is written.
  "thread.reportFix": (actor, thread) =>
    reads(actor, thread) && thread.kind === "question" && thread.state === "published",
  // The asker or staff, on a question that takes answers.
  "thread.inviteToAnswer": (actor, thread) =>
    writesIn(actor, thread) &&
    thread.kind === "question" &&
    (isStaff(actor.role) || own(actor, thread)),
  "thread.retag": (actor, thread) =>
    tends(actor, thread) && (own(actor, thread) || has(actor, "thread.retag")),
  "thread.markDuplicate": (actor, thread) =>
    has(actor, "thread.markDuplicate") &&
    reads(actor, thread) &&
    thread.kind === "question" &&
    thread.state === "published" &&
    !thread.locked &&
    !thread.merged,
  // The asker too, who knows best whether the other question is theirs.
  "thread.unmarkDuplicate": (actor, thread) =>
    writer(actor) &&
    reads(actor, thread) &&
    thread.state === "published" &&
    thread.duplicate === true &&
    (own(actor, thread) || has(actor, "thread.markDuplicate")),
  "thread.move": moves,
  "thread.pin": (actor, thread) => pins(actor, thread) && !thread.pinned,
  "thread.unpin": (actor, thread) => pins(actor, thread) && thread.pinned === true,
  "idea.setStatus": decidesOnIdea,
  "idea.merge": decidesOnIdea,
  "post.read": (actor, post) => reads(actor, post.thread) && seesState(actor, post),
  "post.reply": (actor, post) =>
    writesIn(actor, post.thread) && post.state === "published" && post.rootState === "published",
  "post.edit": editsPost,
  "post.delete": deletesPost,
  "post.restore": (actor, post) => {
    if (post.state !== "deleted" || !writer(actor) || !reads(actor, post.thread)) return false;
    return judges(actor, post) || (own(actor, post) && post.stateBy === actor.id);
  },
  "post.hide": (actor, post) =>
    judges(actor, post) && post.kind !== "opening" && isLive(post.state),
  "post.unhide": (actor, post) =>
    judges(actor, post) &&
    post.kind !== "opening" &&
    (post.state === "hidden" || post.state === "held"),
  "post.vote": (actor, post) =>
    writer(actor) &&
    reads(actor, post.thread) &&
    post.thread.state === "published" &&
    post.state === "published" &&
    !own(actor, post),
  "post.voteHide": votesToHide,
  "post.links": (actor) => has(actor, "post.links"),
  "post.images": (actor) => has(actor, "post.images"),
  "desk.review": (actor) => has(actor, "desk.review"),
  "desk.see": (actor, place) => writer(actor) && seesCase(actor, place),
  "desk.decide": (actor, subject) => writer(actor) && decides(actor, subject),
  "desk.manage": staff,
  "desk.setClocks": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  "automod.setRules": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  // All decisions, out of the community.
  "desk.export": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  // Who moderates a space.
  "desk.appoint": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  "post.seeRevisions": (actor, post) =>
    actor.kind === "member" && reads(actor, post.thread) && seesState(actor, post),
  "answer.accept": decidesOn,
  "answer.unaccept": (actor, post) => post.accepted && decidesOn(actor, post),
  "answer.markOfficial": (actor, post) =>
    staff(actor) &&
    reads(actor, post.thread) &&
    post.thread.state === "published" &&
    post.kind === "answer" &&
    post.state === "published",
  "fairness.decide": (actor, { memberIds }) => staff(actor) && !memberIds.includes(actor.id!),
  "programme.seeCandidates": staff,
  // Another, by who is here for a while.
  "programme.nominate": (actor, { memberId }) =>
    writer(actor) &&
    actor.id !== memberId &&
    (atLeast(actor.role, "super_user") || actor.rank.index >= NOMINATING_RANK),
  "programme.manage": staff,
  "programme.answer": (actor, { memberId }) => writer(actor) && actor.id === memberId,
  // From within: the brand decides on a proposal, it doesn't write or vote on one.
  "guideline.propose": (actor) => writer(actor) && actor.role === "super_user",
  "guideline.vote": (actor) => writer(actor) && actor.role === "super_user",
  "guideline.comment": writer,
  "guideline.ratify": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  "reputation.seeRules": staff,
  "reputation.setRules": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  // Not to oneself; whoever may give may take back.
  "badge.give": (actor, { memberId }) => staff(actor) && actor.id !== memberId,
  "badge.define": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  "tag.create": (actor) => writer(actor) && atLeast(actor.role, "super_user"),
  "space.defineFields": (actor) => writer(actor) && atLeast(actor.role, "admin"),
  "staff.seeHidden": (actor) => isStaff(actor.role),
  tune_search: staff,
  set_origins: (actor) => writer(actor) && atLeast(actor.role, "admin"),
};

/** Whether `actor` may do `verb` to `subject`: the one place that decides. Pure. */
export function can<V extends Verb>(actor: Actor, verb: V, subject: SubjectOf<V>): boolean {
  return rules[verb](actor, subject);
}

/**
 * Throws unless `actor` may do `verb` to `subject`.
 * @throws SignInNeededError for guests, ForbiddenError for members
 */
export function assertCan<V extends Verb>(actor: Actor, verb: V, subject: SubjectOf<V>): void {
  if (can(actor, verb, subject)) return;
  if (actor.kind === "guest") throw new SignInNeededError();
  if (!actor.verified) throw new ForbiddenError("unverified", { key: "error.verifyFirst" });
  if (actor.silenced) throw new ForbiddenError("silenced", { key: "moderation.silenced" });
  throw new ForbiddenError();
}
