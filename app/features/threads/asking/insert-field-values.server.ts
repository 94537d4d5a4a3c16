import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { FieldValue } from "./space-field.ts";

/**
 * Stores checked values with a thread that is being started. What was said in a field that is gone
 * meanwhile has no name any more and goes with it.
 */
export async function insertFieldValues(
  tx: Tx,
  ctx: Ctx,
  { threadId, values }: { threadId: number; values: FieldValue[] },
): Promise<void> {
  if (values.length === 0) return;
  const ids = values.map((said) => said.fieldId);
  const there = await tx
    .selectFrom("space_field")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "in", ids)
    .forKeyShare()
    .execute();
  const kept = values.filter((said) => there.some((field) => field.id === said.fieldId));
  if (kept.length === 0) return;
  await tx
    .insertInto("thread_field")
    .values(
      kept.map(({ fieldId, value }) => ({
        community_id: ctx.community.id,
        thread_id: threadId,
        field_id: fieldId,
        value,
      })),
    )
    .execute();
}
