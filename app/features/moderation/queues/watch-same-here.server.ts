import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "../open-case.server.ts";
import { loadDeskSettings } from "./desk-settings.server.ts";

const HOURS = 2;
const URGENT = 2;

/**
 * Many who have the same within two hours: brings the thread to the desk, unless it was there for that
 * within a day.
 */
export async function watchSameHere(ctx: Ctx, event: AppEvent<"same_here.changed">): Promise<void> {
  const { threadId } = event.payload;
  const { incidentCount } = await loadDeskSettings(ctx);
  if (incidentCount === 0) return;
  const at = ctx.community.id;
  await inTransaction(ctx.db, async (tx) => {
    const thread = await tx
      .selectFrom("thread")
      .select("id")
      .where("community_id", "=", at)
      .where("id", "=", threadId)
      .where("state", "=", "published")
      .where("kind", "=", "question")
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!thread) return;
    const { count } = await tx
      .selectFrom("same_here")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("community_id", "=", at)
      .where("thread_id", "=", threadId)
      .where("created_at", ">", new Date(ctx.now.getTime() - HOURS * 3_600_000))
      .executeTakeFirstOrThrow();
    if (Number(count) < incidentCount) return;
    const before = await tx
      .selectFrom("moderation_case")
      .select("id")
      .where("community_id", "=", at)
      .where("thread_id", "=", threadId)
      .where("queue", "=", "incident")
      .where("opened_at", ">", new Date(ctx.now.getTime() - 86_400_000))
      .executeTakeFirst();
    if (before) return;
    await openCase(tx, ctx, {
      subject: { kind: "thread", id: threadId },
      queue: "incident",
      priority: URGENT,
      reasons: [{ key: "queues.whyIncident", params: { count: Number(count), hours: HOURS } }],
    });
  });
}
