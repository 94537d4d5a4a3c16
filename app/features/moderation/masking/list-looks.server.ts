import { assertCan } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type LookView = {
  id: number;
  postId: number;
  threadTitle: string;
  /** `null`: somebody who is gone. */
  who: { handle: string; name: string } | null;
  at: TimeText;
};

const MOST = 200;

/**
 * Who of the staff looked at what was masked, newest first, at most 200; of one post or of all. For
 * admins. Throws ForbiddenError, SignInNeededError.
 */
export async function listLooks(
  ctx: Ctx,
  { postId }: { postId?: number } = {},
): Promise<LookView[]> {
  assertCan(ctx.actor, "desk.appoint", null);
  let query = ctx.db
    .selectFrom("masked_look as l")
    .innerJoin("masked_original as o", (join) =>
      join.onRef("o.community_id", "=", "l.community_id").onRef("o.id", "=", "l.original_id"),
    )
    .innerJoin("post as p", (join) =>
      join.onRef("p.community_id", "=", "o.community_id").onRef("p.id", "=", "o.post_id"),
    )
    .innerJoin("thread as t", (join) =>
      join.onRef("t.community_id", "=", "p.community_id").onRef("t.id", "=", "p.thread_id"),
    )
    .leftJoin("member as m", (join) =>
      join.onRef("m.community_id", "=", "l.community_id").onRef("m.id", "=", "l.member_id"),
    )
    .select(["l.id", "o.post_id", "t.title", "m.handle", "m.name", "l.looked_at"])
    .where("l.community_id", "=", ctx.community.id)
    .orderBy("l.id", "desc")
    .limit(MOST);
  if (postId !== undefined) query = query.where("o.post_id", "=", postId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    postId: row.post_id,
    threadTitle: row.title,
    who: row.handle === null ? null : { handle: row.handle, name: row.name ?? "" },
    at: formatTime(ctx.t, row.looked_at, ctx.now, ctx.community.timeZone),
  }));
}
