import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { IdeaStatus, ThreadKind } from "#db/schema-threads.ts";
import { clearAccepted } from "../answer-pointers.server.ts";
import type { LoadedThread } from "../load-post.server.ts";
import { settleShape } from "./settle-shape.server.ts";

/** The status that an idea's log ends with; a thread that was no idea yet is a new one. */
export async function ideaFields(
  tx: Tx,
  communityId: number,
  { threadId, kind }: { threadId: number; kind: ThreadKind },
): Promise<{ idea_status: IdeaStatus | null; idea_note: string }> {
  if (kind !== "idea") return { idea_status: null, idea_note: "" };
  const last = await tx
    .selectFrom("idea_status_change")
    .select(["to_status", "note"])
    .where("community_id", "=", communityId)
    .where("thread_id", "=", threadId)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return { idea_status: last?.to_status ?? "new", idea_note: last?.note ?? "" };
}

/**
 * Makes a thread one of another kind; the caller holds its row. Answers stay what they are, an official
 * one stays official, and what is no question any more has no accepted one.
 */
export async function convertInTx(
  tx: Tx,
  ctx: Ctx,
  { thread, kind }: { thread: LoadedThread; kind: ThreadKind },
): Promise<void> {
  const communityId = ctx.community.id;
  if (kind !== "question") await clearAccepted(tx, ctx, thread);
  const idea = await ideaFields(tx, communityId, { threadId: thread.id, kind });
  await tx
    .updateTable("thread")
    .set({ kind, ...idea })
    .where("community_id", "=", communityId)
    .where("id", "=", thread.id)
    .execute();
  await settleShape(tx, ctx, [thread.id]);
}
