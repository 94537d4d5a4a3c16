import { createHash } from "node:crypto";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, SignInNeededError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";

type Once = { key: string | undefined; request: unknown };

function usable(key: string | undefined): key is string {
  return key !== undefined && key.length >= 8 && key.length <= 100;
}

/**
 * Runs `work` once a member and key: a repeated submit gets the first one's result, and one that
 * comes while the first still runs waits for it, on the key's row. Without a usable key `work` runs.
 * Throws ConflictError when the key was used for another request.
 */
export async function runOnce<T>(tx: Tx, ctx: Ctx, once: Once, work: () => Promise<T>): Promise<T> {
  const { key } = once;
  if (!usable(key)) return work();
  if (ctx.actor.id === null) throw new SignInNeededError();
  const row = { community_id: ctx.community.id, member_id: ctx.actor.id, key };
  const requestHash = createHash("sha256").update(JSON.stringify(once.request)).digest("hex");
  const first = await tx
    .insertInto("idempotency")
    .values({ ...row, request_hash: requestHash, response: "null", created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(["community_id", "member_id", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!first) {
    const earlier = await tx
      .selectFrom("idempotency")
      .select(["request_hash", "response"])
      .where("community_id", "=", row.community_id)
      .where("member_id", "=", row.member_id)
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    if (earlier.request_hash === requestHash) return earlier.response as T;
    throw new ConflictError("key_used", { key: "error.sameKey" });
  }
  const result = await work();
  await tx
    .updateTable("idempotency")
    .set({ response: JSON.stringify(result) })
    .where("community_id", "=", row.community_id)
    .where("member_id", "=", row.member_id)
    .where("key", "=", key)
    .execute();
  return result;
}
