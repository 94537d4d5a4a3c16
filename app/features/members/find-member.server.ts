import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { handleKey } from "./handle.ts";

/** What anybody may know of a member. */
export type MemberView = {
  id: number;
  handle: string;
  name: string;
  role: MemberRole;
  title: string;
  bio: string;
  hue: number;
  threadCount: number;
  answerCount: number;
  acceptedCount: number;
  helpfulCount: number;
  joinedAt: Date;
};

/** A member by handle, in any case. Throws NotFoundError. */
export async function findMember(
  ctx: Pick<Ctx, "db" | "community">,
  handle: string,
): Promise<MemberView> {
  const row = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "role", "title", "bio", "hue", "created_at"])
    .select(["thread_count", "answer_count", "accepted_count", "helpful_count"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    role: row.role,
    title: row.title,
    bio: row.bio,
    hue: row.hue,
    threadCount: row.thread_count,
    answerCount: row.answer_count,
    acceptedCount: row.accepted_count,
    helpfulCount: row.helpful_count,
    joinedAt: row.created_at,
  };
}
