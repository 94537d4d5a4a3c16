import { keepOriginal } from "#app/features/automod/personal-data/keep-original.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { MaskedText } from "#db/schema-masking.ts";
import type { Masks } from "./load-masks.server.ts";
import { maskVersion } from "./mask-version.ts";

/**
 * Masks the earlier versions of a post, which everybody sees who sees its history, and keeps them as
 * they were for the staff. Gives what kinds it found; none: nothing was there and nothing is kept.
 */
export async function maskRevisions(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { postId, masks }: { postId: number; masks: Masks },
): Promise<string[]> {
  const at = ctx.community.id;
  const rows = await tx
    .selectFrom("revision")
    .select(["number", "title", "document", "text"])
    .where("community_id", "=", at)
    .where("post_id", "=", postId)
    .orderBy("number")
    .execute();
  const texts: MaskedText[] = [];
  const kinds = new Set<string>();
  for (const row of rows) {
    const masked = maskVersion(row, masks);
    if (!masked) continue;
    for (const kind of masked.found) kinds.add(kind);
    texts.push(row);
    await tx
      .updateTable("revision")
      .set({
        title: masked.title,
        document: JSON.stringify(masked.stored.document),
        text: masked.stored.text,
      })
      .where("community_id", "=", at)
      .where("post_id", "=", postId)
      .where("number", "=", row.number)
      .execute();
  }
  if (texts.length === 0) return [];
  const found = [...kinds];
  const { keepDays: days } = masks;
  await keepOriginal(tx, ctx, { postId, texts, kinds: found, days, byRule: false });
  return found;
}
