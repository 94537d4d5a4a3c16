import type { Ctx } from "#app/lib/ctx.ts";
import { changeWords } from "./change-words.server.ts";

/** Takes a product name or a stop word away. Throws SignInNeededError, ForbiddenError. */
export async function removeWordRule(ctx: Ctx, input: { word: string }): Promise<void> {
  await changeWords(ctx, async (tx) => {
    await tx
      .deleteFrom("search_word_rule")
      .where("community_id", "=", ctx.community.id)
      .where("word", "=", input.word)
      .execute();
  });
}
