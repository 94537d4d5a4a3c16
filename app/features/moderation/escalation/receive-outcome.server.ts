import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { isSignatureOf } from "#app/lib/message-signature.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ESCALATION_VERSION, REPLAY_WINDOW } from "./escalation-rules.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";
import {
  followOutcome,
  keepOutcome,
  outcomeSchema,
  type OutcomeTaken,
} from "./take-outcome.server.ts";

export type Received = {
  escalationId: number;
  /** As it was sent: the signature is over it. */
  body: string;
  timestamp: string;
  signature: string;
  /** The sender's own name for this outcome: sent again, it is the same. */
  key: string;
};

const received = outcomeSchema.extend({
  version: z.literal(ESCALATION_VERSION),
  id: z.number().int().positive(),
});

const DAYS_KEPT = 30;

function readBody({ body, escalationId }: Received) {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new InvalidError({});
  }
  const parsed = received.safeParse(json);
  // The signature is over the body alone, so the body says which escalation it is for.
  if (!parsed.success || parsed.data.id !== escalationId) throw new InvalidError({});
  return parsed.data;
}

/** Throws ForbiddenError unless the message is signed with the community's secret, now. */
async function assertSigned(ctx: Ctx, given: Received): Promise<void> {
  const { secret } = await loadEscalationSettings(ctx.db, ctx.community.id);
  const { signature, timestamp, body } = given;
  if (secret === "" || !isSignatureOf(signature, { secret, timestamp, body })) {
    throw new ForbiddenError("bad_signature");
  }
  const late = Math.abs(ctx.now.getTime() / 1_000 - Number(timestamp));
  if (!/^\d{1,12}$/.test(timestamp) || late > REPLAY_WINDOW) {
    throw new ForbiddenError("stale_signature");
  }
}

/**
 * Takes the outcome of an escalation from the brand's ticket system. A signature is taken once; sent again
 * under the same key with a new one, the same outcome changes nothing. Throws ForbiddenError for a wrong or
 * old signature, ConflictError for one that was taken, a key with another text, or a closed escalation,
 * InvalidError, NotFoundError.
 */
export async function receiveOutcome(ctx: Ctx, given: Received): Promise<OutcomeTaken> {
  await assertSigned(ctx, given);
  if (given.key.length === 0 || given.key.length > 100) {
    throw new InvalidError({ key: { key: "error.required" } });
  }
  const { version: _, id, ...outcome } = readBody(given);
  const bodyHash = createHash("sha256").update(given.body).digest("hex");
  const at = ctx.community.id;
  const first = await inTransaction(ctx.db, async (tx) => {
    const row = await tx
      .selectFrom("escalation")
      .select("id")
      .where("community_id", "=", at)
      .where("id", "=", id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFoundError();
    const { rows } = await sql<{ body_hash: string; replay: boolean }>`
      select body_hash, signature = ${given.signature} as replay from escalation_inbound
      where community_id = ${at} and (signature = ${given.signature}
        or (escalation_id = ${id} and key = ${given.key}))
    `.execute(tx);
    if (rows.some(({ replay }) => replay)) {
      throw new ConflictError("replayed", { key: "escalation.replayed" });
    }
    if (rows.some(({ body_hash: hash }) => hash !== bodyHash)) {
      throw new ConflictError("key_reused", { key: "escalation.keyReused" });
    }
    if (rows.length > 0) return false;
    await tx
      .insertInto("escalation_inbound")
      .values({
        community_id: at,
        signature: given.signature,
        key: given.key,
        escalation_id: id,
        body_hash: bodyHash,
        received_at: ctx.now,
      })
      .execute();
    await sql`
      delete from escalation_inbound where community_id = ${at}
        and received_at < ${new Date(ctx.now.getTime() - DAYS_KEPT * 86_400_000)}
    `.execute(tx);
    await keepOutcome(tx, ctx, { escalationId: id, outcome });
    return true;
  });
  if (first) return followOutcome(ctx, { escalationId: id, outcome });
  // Tried again where the first may have broken off between keeping and publishing.
  const { status, published_post_id: postId } = await ctx.db
    .selectFrom("escalation")
    .select(["status", "published_post_id"])
    .where("community_id", "=", at)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (postId !== null) return { result: "published" };
  if (status === "closed") return { result: "closed" };
  return followOutcome(ctx, { escalationId: id, outcome });
}
