import type { Ctx } from "#app/lib/ctx.ts";
import { reverseDecision } from "../reverse-decision.server.ts";

/** Takes a decision back; gives the case that is open again. Throws as `reverseDecision`. */
export async function undoDecision(
  ctx: Ctx,
  { decisionId }: { decisionId: number },
): Promise<{ caseId: number | undefined }> {
  await reverseDecision(ctx, { decisionId });
  const decision = await ctx.db
    .selectFrom("decision")
    .select("case_id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", decisionId)
    .executeTakeFirst();
  return { caseId: decision?.case_id ?? undefined };
}
