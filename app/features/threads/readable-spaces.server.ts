import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";

/** Ids of the spaces whose threads the actor may read. */
export async function readableSpaces(ctx: Ctx): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom("space")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .execute();
  return rows.map((row) => row.id);
}
