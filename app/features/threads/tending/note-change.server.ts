import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ThreadChangeKind } from "#db/schema-threads.ts";

export type ThreadChange = {
  threadId: number;
  kind: ThreadChangeKind;
  /** Slugs of tags, the id of a space or of a thread, whether pinned. */
  before: string[] | number | boolean | null;
  after: string[] | number | boolean | null;
};

/** Keeps who changed what of a thread's place, tags or pin. */
export async function noteChange(tx: Tx, ctx: Ctx, change: ThreadChange): Promise<void> {
  await tx
    .insertInto("thread_change")
    .values({
      community_id: ctx.community.id,
      thread_id: change.threadId,
      actor_id: ctx.actor.id,
      kind: change.kind,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      created_at: ctx.now,
    })
    .execute();
}
