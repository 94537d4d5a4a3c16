import type { Ctx } from "#app/lib/ctx.ts";
import { requireMember } from "./require-member.ts";

/** Ends one of the actor's own sessions by the id it is listed by; quiet when it is gone. */
export async function endOneSession(ctx: Ctx, id: string): Promise<void> {
  const actor = requireMember(ctx);
  await ctx.db
    .deleteFrom("member_session")
    .where("id_hash", "=", id)
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .execute();
}
