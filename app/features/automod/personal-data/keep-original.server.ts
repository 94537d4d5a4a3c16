import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { MaskedText } from "#db/schema-masking.ts";

const DAY = 86_400_000;

export type KeptOriginal = {
  postId: number;
  /** Each version of the post that is masked now, as it was before. */
  texts: readonly MaskedText[];
  kinds: readonly string[];
  /** For so many days. */
  days: number;
  /** A rule masked it, no member of the staff. */
  byRule: boolean;
};

/** Keeps for the staff, for a limited time, what was masked. */
export async function keepOriginal(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { postId, texts, kinds, days, byRule }: KeptOriginal,
): Promise<void> {
  await tx
    .insertInto("masked_original")
    .values({
      community_id: ctx.community.id,
      post_id: postId,
      kinds: [...kinds],
      texts: JSON.stringify(texts),
      masked_by: byRule ? null : ctx.actor.id,
      by_rule: byRule,
      masked_at: ctx.now,
      keep_until: new Date(ctx.now.getTime() + days * DAY),
    })
    .execute();
}
