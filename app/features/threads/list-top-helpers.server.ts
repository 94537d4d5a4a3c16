import type { Ctx } from "#app/lib/ctx.ts";
import type { AuthorView } from "./thread-view.ts";

export type HelperView = AuthorView & { accepted: number; answers: number };

/** Members with the most accepted answers, five unless told. */
export async function listTopHelpers(
  ctx: Ctx,
  input: { limit?: number } = {},
): Promise<HelperView[]> {
  return ctx.db
    .selectFrom("member")
    .select(["handle", "name", "hue", "role", "rank", "title"])
    .select(["accepted_count as accepted", "answer_count as answers"])
    .where("community_id", "=", ctx.community.id)
    .where("accepted_count", ">", 0)
    .orderBy("accepted_count", "desc")
    .orderBy("id")
    .limit(Math.min(50, input.limit ?? 5))
    .execute();
}
