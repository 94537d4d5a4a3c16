import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff, MEMBER_ROLES } from "#app/lib/roles.ts";

const MOST = 200;

/** Members who can be assigned: the community's staff, by name. */
export async function listStaff(ctx: Ctx): Promise<{ id: number; name: string }[]> {
  return ctx.db
    .selectFrom("member")
    .select(["id", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("role", "in", MEMBER_ROLES.filter(isStaff))
    .where("email_verified_at", "is not", null)
    .orderBy("name")
    .orderBy("id")
    .limit(MOST)
    .execute();
}
