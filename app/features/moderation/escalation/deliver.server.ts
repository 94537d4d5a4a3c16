import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ErrorMessage } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { EscalationChannel } from "#db/schema-escalation.ts";
import type { EscalationAdapter, Sent } from "./adapters/adapter.ts";
import { MOST_TRIES, TRY_LOST_AFTER } from "./escalation-rules.ts";
import { loadMessage, testMessage } from "./load-message.server.ts";
import { loadEscalationSettings } from "./load-settings.server.ts";

export type Adapters = Record<EscalationChannel, EscalationAdapter>;

type Begun = {
  id: number;
  escalation_id: number | null;
  channel: EscalationChannel;
  key: string;
  tries: number;
};

/** Puts a delivery into the queue of jobs, in the caller's transaction. */
export async function queueDelivery(
  db: Db,
  communityId: number,
  deliveryId: number,
): Promise<void> {
  await sql`
    select graphile_worker.add_job('deliver_escalation',
      json_build_object('communityId', ${communityId}::int, 'deliveryId', ${deliveryId}::bigint),
      job_key := ${`escalation:${communityId}:${deliveryId}`}, max_attempts := ${MOST_TRIES + 1})
  `.execute(db);
}

/** Begins a try; nothing where one goes on, or the last word is said. */
async function begin({ db, community, now }: Ctx, deliveryId: number): Promise<Begun | undefined> {
  const { rows } = await sql<Begun>`
    update escalation_delivery set tries = tries + 1, trying_since = ${now}
    where community_id = ${community.id} and id = ${deliveryId} and status = 'waiting'
      and (trying_since is null or trying_since < ${new Date(now.getTime() - TRY_LOST_AFTER)})
    returning id, escalation_id, channel, key, tries
  `.execute(db);
  return rows[0];
}

/** A try goes on elsewhere, or ended without a word. */
async function stillWaits({ db, community }: Ctx, deliveryId: number): Promise<boolean> {
  const row = await db
    .selectFrom("escalation_delivery")
    .select("status")
    .where("community_id", "=", community.id)
    .where("id", "=", deliveryId)
    .executeTakeFirst();
  return row?.status === "waiting";
}

/** Adds a line to why a case is at the desk, where it is open still. */
async function tellCase(ctx: Ctx, escalationId: number, reason: ErrorMessage): Promise<void> {
  await sql`
    update moderation_case c set reasons = c.reasons || ${JSON.stringify([reason])}::jsonb
    from escalation e
    where e.community_id = ${ctx.community.id} and e.id = ${escalationId}
      and c.community_id = e.community_id and c.id = e.case_id and c.closed_at is null
  `.execute(ctx.db);
}

async function finish(ctx: Ctx, begun: Begun, sent: Sent): Promise<"done" | "again"> {
  const at = ctx.community.id;
  const again = !sent.ok && sent.again && begun.tries < MOST_TRIES;
  const error = sent.ok ? "" : Array.from(sent.error).slice(0, 300).join("");
  await ctx.db
    .updateTable("escalation_delivery")
    .set({
      status: sent.ok ? "sent" : again ? "waiting" : "failed",
      trying_since: null,
      http_status: sent.httpStatus,
      error,
      done_at: again ? null : ctx.now,
    })
    .where("community_id", "=", at)
    .where("id", "=", begun.id)
    .execute();
  const { escalation_id: escalationId } = begun;
  if (escalationId !== null && sent.ok && sent.reference !== undefined) {
    await ctx.db
      .updateTable("escalation")
      .set({ reference: sent.reference })
      .where("community_id", "=", at)
      .where("id", "=", escalationId)
      .where("reference", "=", "")
      .execute();
  }
  if (escalationId !== null && !sent.ok && !again) {
    const params = { channel: begun.channel, error };
    await tellCase(ctx, escalationId, { key: "escalation.caseFailed", params });
  }
  return again ? "again" : "done";
}

/**
 * Tries to deliver an escalation. `again`: the other side wasn't there, the queue is to try once more
 * later. Two at once are one try, and what was delivered isn't delivered again.
 */
export async function deliverEscalation(
  ctx: Ctx,
  adapters: Adapters,
  deliveryId: number,
): Promise<"done" | "again"> {
  const begun = await begin(ctx, deliveryId);
  if (!begun) return (await stillWaits(ctx, deliveryId)) ? "again" : "done";
  const settings = await loadEscalationSettings(ctx.db, ctx.community.id);
  const message =
    begun.escalation_id === null
      ? testMessage(ctx)
      : await loadMessage(ctx.db, ctx, begun.escalation_id);
  const on = begun.channel === "webhook" ? settings.webhookUrl !== "" : settings.mailTo !== "";
  const sent: Sent =
    message && on
      ? await adapters[begun.channel].send(ctx, message, { key: begun.key, settings })
      : { ok: false, httpStatus: null, error: "not set up", again: false };
  return finish(ctx, begun, sent);
}
