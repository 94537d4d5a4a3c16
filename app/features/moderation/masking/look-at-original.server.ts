import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { findOriginals, isKept } from "./find-original.server.ts";

/** A version as it was written. */
export type OriginalText = { number: number; title: string | null; text: string };
export type SeenOriginal = { id: number; texts: OriginalText[] };

/**
 * Shows the staff what was masked in a post, newest first, and keeps that they looked: for every
 * original a row that admins read. Throws ConflictError when all of it is deleted, NotFoundError,
 * ForbiddenError, SignInNeededError.
 */
export async function lookAtOriginal(
  ctx: Ctx,
  { postId }: { postId: number },
): Promise<SeenOriginal[]> {
  return inTransaction(ctx.db, async (tx) => {
    const { originals } = await findOriginals(tx, ctx, postId);
    const kept = originals.filter((original) => isKept(original, ctx.now));
    if (kept.length === 0)
      throw new ConflictError("original_gone", { key: "masking.originalGone" });
    await tx
      .insertInto("masked_look")
      .values(
        kept.map(({ id }) => ({
          community_id: ctx.community.id,
          original_id: id,
          member_id: ctx.actor.id,
          looked_at: ctx.now,
        })),
      )
      .execute();
    return kept.map(({ id, texts }) => ({
      id,
      texts: (texts ?? []).map(({ number, title, text }) => ({ number, title, text })),
    }));
  });
}
