import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { settleAllExpertise } from "./settle-all-expertise.server.ts";
import { settleExpertise } from "./settle-expertise.server.ts";

type Follows = Extract<
  AppEvent,
  {
    type:
      | "thread.state_changed"
      | "thread.retagged"
      | "thread.moved"
      | "thread.reshaped"
      | "idea.merged"
      | "answer.accepted"
      | "answer.unaccepted"
      | "answer.official_changed"
      | "post.edited"
      | "post.state_changed"
      | "vote.changed"
      | "vote_case.opened"
      | "vote_case.decided"
      | "import.finished";
  }
>;

/** Whose expertise a fact may change: who answered the thread, or whom the case is about. */
async function touched(
  ctx: Ctx,
  event: Exclude<Follows, { type: "import.finished" }>,
): Promise<number[]> {
  const at = ctx.community.id;
  // What was an answer may be the question now.
  const reshaped = event.type === "thread.reshaped";
  const query =
    "caseId" in event.payload
      ? sql<{ id: number }>`
          select member_id as id from vote_case_member
          where community_id = ${at} and case_id = ${event.payload.caseId}`
      : sql<{ id: number }>`
          select distinct author_id as id from post where community_id = ${at}
            and thread_id = ${event.payload.threadId}
            and (kind = 'answer' or ${reshaped}) and author_id is not null`;
  const { rows } = await query.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Keeps what members know about; from the rows, so that it may run twice and late. */
export async function settleExpertiseAfter(ctx: Ctx, event: Follows): Promise<void> {
  const { db, community } = ctx;
  if (event.type === "import.finished") return settleAllExpertise(ctx);
  const memberIds = await touched(ctx, event);
  if (memberIds.length === 0) return;
  await inTransaction(db, (tx) => settleExpertise(tx, community.id, { memberIds }));
}
