import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast, rolesUpTo, type MemberRole } from "#app/lib/roles.ts";

export type SpaceView = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  /** Published threads; may lag by seconds. */
  threads: number;
  /** Whether the actor's role may start threads there. */
  postable: boolean;
  /** The role it asks of who starts threads. */
  postRole: MemberRole;
};

/** The spaces the actor may read, in the community's order. */
export async function listSpaces(ctx: Ctx): Promise<SpaceView[]> {
  const rows = await ctx.db
    .selectFrom("space")
    .select(["slug", "name", "description", "icon", "thread_count", "post_role"])
    .where("community_id", "=", ctx.community.id)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    description: row.description,
    icon: row.icon,
    threads: row.thread_count,
    postable: atLeast(ctx.actor.role, row.post_role),
    postRole: row.post_role,
  }));
}
