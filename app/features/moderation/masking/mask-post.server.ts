import type { PersonalKind } from "#app/features/automod/personal-data/kinds.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { decide, type DecisionMade } from "../decide.server.ts";

export type MaskPost = {
  postId: number;
  /** Without it everything that is found. */
  kinds?: readonly PersonalKind[] | undefined;
  caseId?: number | undefined;
  reason?: string | undefined;
  note?: string | undefined;
  lastSeen?: number | null | undefined;
};

/**
 * Masks the personal data in a post and its earlier versions: a decision like any other. The original
 * is kept for the staff for as long as the settings say. Throws InvalidError (kinds) where nothing is
 * found, and what `decide` throws.
 */
export async function maskPost(ctx: Ctx, { postId, ...input }: MaskPost): Promise<DecisionMade> {
  return decide(ctx, { verb: "mask", subject: { kind: "post", id: postId }, ...input });
}
