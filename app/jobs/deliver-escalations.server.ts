import { webhook } from "#app/features/moderation/escalation/adapters/webhook.server.ts";
import { deliverEscalation } from "#app/features/moderation/escalation/deliver.server.ts";
import { escalationMail } from "#app/features/notifications/mail-escalation.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Job: tries to deliver an escalation. Throws when the other side wasn't there, so that the queue tries again. */
export async function deliverEscalations(
  db: Db,
  { communityId, deliveryId }: { communityId: number; deliveryId: number },
): Promise<void> {
  const ctx = await jobContext(db, communityId);
  if (!ctx) return;
  const done = await deliverEscalation(ctx, { webhook, mail: escalationMail }, deliveryId);
  if (done === "again") throw new Error(`escalation delivery ${deliveryId} failed`);
}
