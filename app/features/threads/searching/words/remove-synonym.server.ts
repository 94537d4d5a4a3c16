import type { Ctx } from "#app/lib/ctx.ts";
import { changeWords } from "./change-words.server.ts";

/** Takes a synonym away; one that is gone already stays gone. Throws SignInNeededError, ForbiddenError. */
export async function removeSynonym(ctx: Ctx, input: { id: number }): Promise<void> {
  await changeWords(ctx, async (tx) => {
    await tx
      .deleteFrom("search_synonym")
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", input.id)
      .execute();
  });
}
