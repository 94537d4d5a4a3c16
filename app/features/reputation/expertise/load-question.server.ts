import type { ThreadSubject } from "#app/features/members/policy.ts";
import { atLeast, MEMBER_ROLES, type MemberRole } from "#app/lib/roles.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";

export type OpenQuestion = {
  id: number;
  spaceId: number;
  title: string;
  askerId: number | null;
  solved: boolean;
  subject: ThreadSubject;
  /** Roles of members who may answer there and aren't staff. */
  answerers: MemberRole[];
};

/** A thread as somebody may be invited to answer it. Throws NotFoundError. */
export async function loadQuestion(db: Db, ctx: Ctx, threadId: number): Promise<OpenQuestion> {
  const row = await db
    .selectFrom("thread")
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .where("thread.community_id", "=", ctx.community.id)
    .where("thread.id", "=", threadId)
    .select(["thread.id", "thread.space_id", "thread.title", "thread.kind", "thread.author_id"])
    .select(["thread.state", "thread.state_by", "thread.locked_at", "thread.merged_into"])
    .select(["thread.answer_count", "thread.accepted_post_id"])
    .select(["space.read_role", "space.post_role"])
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return {
    id: row.id,
    spaceId: row.space_id,
    title: row.title,
    askerId: row.author_id,
    solved: row.accepted_post_id !== null,
    subject: {
      kind: row.kind,
      authorId: row.author_id,
      state: row.state,
      stateBy: row.state_by,
      locked: row.locked_at !== null || row.merged_into !== null,
      readRole: row.read_role,
      answerCount: row.answer_count,
      merged: row.merged_into !== null,
    },
    answerers: MEMBER_ROLES.filter(
      (role) => !atLeast(role, "moderator") && atLeast(role, row.read_role),
    ),
  };
}
