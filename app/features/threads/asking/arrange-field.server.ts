import { z } from "zod";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { askedFields, refuseSameLabel, refuseTooMany } from "./define-field.server.ts";
import { findSpaceToDefine } from "./find-space-to-define.server.ts";

/** What the buttons beside a field send. */
export const arrangeForm = z.object({
  arrange: z.enum(["up", "down", "remove", "restore"]),
  field: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

export type ArrangeField = z.infer<typeof arrangeForm> & { spaceSlug: string };

type Target = { communityId: number; spaceId: number; id: number };

function rowOf(tx: Tx, { communityId, id }: Target) {
  return tx.updateTable("space_field").where("community_id", "=", communityId).where("id", "=", id);
}

async function move(tx: Tx, target: Target, by: -1 | 1): Promise<void> {
  const order = await askedFields(tx, target);
  const at = order.findIndex((field) => field.id === target.id);
  const other = order[at + by];
  if (at < 0) throw new NotFoundError();
  if (!other) return;
  [order[at], order[at + by]] = [other, order[at]!];
  for (const [index, { id }] of order.entries()) {
    await rowOf(tx, { ...target, id })
      .set({ position: index + 1 })
      .execute();
  }
}

/** What was used is only not asked any more: what was said must go on to have a name. */
async function remove(tx: Tx, ctx: Ctx, target: Target): Promise<void> {
  // Threads that are being started hold the field until they are there.
  await tx
    .selectFrom("space_field")
    .select("id")
    .where("community_id", "=", target.communityId)
    .where("id", "=", target.id)
    .forUpdate()
    .execute();
  const used = await tx
    .selectFrom("thread_field")
    .select("field_id")
    .where("community_id", "=", target.communityId)
    .where("field_id", "=", target.id)
    .limit(1)
    .executeTakeFirst();
  if (used) await rowOf(tx, target).set({ archived_at: ctx.now }).execute();
  else
    await tx
      .deleteFrom("space_field")
      .where("community_id", "=", target.communityId)
      .where("id", "=", target.id)
      .execute();
}

async function restore(tx: Tx, target: Target, label: string): Promise<void> {
  const asked = await askedFields(tx, target);
  if (asked.some((field) => field.id === target.id)) return;
  refuseTooMany(asked);
  refuseSameLabel(asked, { id: target.id, label });
  const position = (asked.at(-1)?.position ?? 0) + 1;
  await rowOf(tx, target).set({ archived_at: null, position }).execute();
}

/**
 * Moves a field among those of its space, stops asking it, or asks it again. One that was used is
 * archived, one that never was is gone. Throws NotFoundError, ConflictError, InvalidError (label),
 * SignInNeededError, ForbiddenError.
 */
export async function arrangeField(ctx: Ctx, input: ArrangeField): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const space = await findSpaceToDefine(ctx, { db: tx, slug: input.spaceSlug, lock: true });
    const target = { communityId: ctx.community.id, spaceId: space.id, id: input.field };
    const field = await tx
      .selectFrom("space_field")
      .select("label")
      .where("community_id", "=", target.communityId)
      .where("space_id", "=", target.spaceId)
      .where("id", "=", target.id)
      .executeTakeFirst();
    if (!field) throw new NotFoundError();
    if (input.arrange === "remove") await remove(tx, ctx, target);
    else if (input.arrange === "restore") await restore(tx, target, field.label);
    else await move(tx, target, input.arrange === "up" ? -1 : 1);
  });
}
