import type { PostSubject, ThreadSubject } from "#app/features/members/policy.ts";
import type { MemberRole, Role } from "#app/lib/roles.ts";
import type { ContentState, PostKind, ThreadKind } from "#db/schema-threads.ts";

export type ThreadFacts = {
  kind: ThreadKind;
  author_id: number | null;
  state: ContentState;
  state_by: number | null;
  locked_at: Date | null;
  read_role: Role;
  answer_count: number;
  accepted_post_id: number | null;
  merged_into: number | null;
  duplicate_of: number | null;
  pinned: boolean;
};

export type PostFacts = {
  id: number;
  kind: PostKind;
  author_id: number | null;
  state: ContentState;
  state_by: number | null;
  official: boolean;
  replied_by_others: boolean;
  /** Of whoever wrote it. */
  role: MemberRole | null;
};

/** A thread's row, with what its space asks of readers → what the policy decides on. */
export function threadSubject(row: ThreadFacts): ThreadSubject {
  return {
    kind: row.kind,
    authorId: row.author_id,
    state: row.state,
    stateBy: row.state_by,
    locked: row.locked_at !== null || row.merged_into !== null,
    readRole: row.read_role,
    answerCount: row.answer_count,
    merged: row.merged_into !== null,
    duplicate: row.duplicate_of !== null,
    pinned: row.pinned,
  };
}

/** A post's row, its thread's, and the state of the answer above it → what the policy decides on. */
export function postSubject(
  row: PostFacts,
  thread: ThreadFacts,
  rootState: ContentState,
): PostSubject {
  return {
    kind: row.kind,
    authorId: row.author_id,
    state: row.state,
    stateBy: row.state_by,
    rootState,
    accepted: thread.accepted_post_id === row.id,
    official: row.official,
    repliedByOthers: row.replied_by_others,
    authorRole: row.role,
    thread: threadSubject(thread),
  };
}
