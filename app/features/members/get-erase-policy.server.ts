import type { Ctx } from "#app/lib/ctx.ts";
import { requireMember } from "./require-member.ts";

/** What becomes of the posts of members who end their account here. Throws SignInNeededError. */
export async function getErasePolicy(ctx: Ctx): Promise<"keep" | "remove"> {
  requireMember(ctx);
  const row = await ctx.db
    .selectFrom("community")
    .select("erase_policy")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  return row.erase_policy;
}
