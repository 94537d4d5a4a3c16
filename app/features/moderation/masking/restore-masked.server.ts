import { sql } from "kysely";
import { PERSONAL_KINDS } from "#app/features/automod/personal-data/kinds.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { MaskedText } from "#db/schema-masking.ts";
import { loadMasks } from "./load-masks.server.ts";
import { maskRevisions } from "./mask-revisions.server.ts";

type Where = Pick<Ctx, "community" | "now">;

async function newest(
  tx: Tx,
  ctx: Where,
  { postId, standing }: { postId: number; standing: boolean },
) {
  return tx
    .selectFrom("masked_original")
    .select(["id", "kinds", "texts"])
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "=", postId)
    .where("restored_at", standing ? "is" : "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * Undoes the last masking of a post in its earlier versions; the text that stands is then written
 * anew from them. Throws ConflictError when what was masked is deleted already.
 */
export async function showMaskedRevisions(tx: Tx, ctx: Where, postId: number): Promise<void> {
  const kept = await newest(tx, ctx, { postId, standing: true });
  const texts: MaskedText[] | null = kept?.texts ?? null;
  if (!kept || !texts) throw new ConflictError("original_gone", { key: "masking.originalGone" });
  await sql`
    update revision r set title = k.title, document = k.document, text = k.text
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      as k (number integer, title text, document jsonb, text text)
    where r.community_id = ${ctx.community.id} and r.post_id = ${postId} and r.number = k.number
  `.execute(tx);
  await tx
    .updateTable("masked_original")
    .set({ restored_at: ctx.now, texts: null })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", kept.id)
    .execute();
}

/** Masks the earlier versions of a post again, as the last masking did that was undone. */
export async function maskRevisionsAgain(tx: Tx, ctx: Ctx, postId: number): Promise<void> {
  const undone = await newest(tx, ctx, { postId, standing: false });
  const kinds = PERSONAL_KINDS.filter((kind) => undone?.kinds.includes(kind));
  const masks = await loadMasks(tx, ctx, kinds);
  await maskRevisions(tx, ctx, { postId, masks });
}
