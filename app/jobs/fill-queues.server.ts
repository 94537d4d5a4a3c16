import { fillUnanswered } from "#app/features/moderation/queues/fill-unanswered.server.ts";
import type { Db } from "#db/client.server.ts";
import { jobContext } from "./job-context.server.ts";

/** Every few minutes, in every community: what time alone brings to the desk. */
export async function fillQueues(db: Db): Promise<void> {
  const communities = await db.selectFrom("community").select("id").orderBy("id").execute();
  for (const { id } of communities) {
    const ctx = await jobContext(db, id);
    if (ctx) await fillUnanswered(ctx);
  }
}
