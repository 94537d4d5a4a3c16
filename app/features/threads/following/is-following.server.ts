import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { FollowKind } from "#db/schema-threads.ts";

const SUBJECT = {
  space: sql`select id from space where community_id = f.community_id and slug = `,
  tag: sql`select id from tag where community_id = f.community_id and slug = `,
  member: sql`select id from member where community_id = f.community_id and handle_key = `,
};

/** Whether the actor follows a space, tag or member, by slug or handle; no query for guests. */
export async function isFollowing(
  ctx: Ctx,
  kind: Exclude<FollowKind, "thread">,
  name: string,
): Promise<boolean> {
  if (ctx.actor.id === null) return false;
  const key = kind === "member" ? handleKey(name) : name;
  const { rows } = await sql`
    select from follow f where f.community_id = ${ctx.community.id}
      and f.member_id = ${ctx.actor.id} and f.subject_kind = ${kind}
      and f.subject_id = (${SUBJECT[kind]}${key})
  `.execute(ctx.db);
  return rows.length > 0;
}
