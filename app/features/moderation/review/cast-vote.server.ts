import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewVerdict } from "#db/schema-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadReviewSettings } from "./load-settings.server.ts";
import { assertReviewer, closeIfFailed, loadReviewerRecord } from "./reviewer-record.server.ts";
import { reviewWeight, type ReviewAnswer } from "./review-rules.ts";
import { settleItem } from "./settle-item.server.ts";
import { itemRows, stillOpen } from "./still-open.server.ts";
import type { Item } from "./to-staff.server.ts";

export type CastVote = { turnId: number; answer: ReviewAnswer };

/** What the voter is told of it. */
export type VoteCast = {
  /** `late`: it was settled meanwhile; `right` and `wrong`: it was a known case. */
  said: "thanks" | "skipped" | "late" | "right" | "wrong";
  turnId: number;
  /** Their queue is closed for a while now. */
  closed: boolean;
};

type Row = Item & {
  state: string;
  staff_outcome: ReviewVerdict | null;
  known: boolean;
  verdict: string | null;
  live: boolean;
};

/** The actor's turn with its item, whose row is held: last votes follow each other. */
async function loadTurn(tx: Tx, ctx: Ctx, turnId: number): Promise<Row> {
  if (!Number.isSafeInteger(turnId)) throw new NotFoundError();
  const own = sql`v.community_id = ${ctx.community.id} and v.id = ${turnId} and v.member_id = ${ctx.actor.id}`;
  await sql`
    select i.id from review_item i
    join review_turn v on v.community_id = i.community_id and v.item_id = i.id
    where ${own} for no key update of i
  `.execute(tx);
  const { rows } = await sql<Row>`
    select i.id, i.kind, i.thread_id, i.post_id, i.target_id, i.revision, i.case_id, i.reason, i.state,
      i.staff_outcome, v.known, v.verdict, ${stillOpen} as live
    from review_turn v join ${itemRows} on i.community_id = v.community_id and i.id = v.item_id
    where ${own}
  `.execute(tx);
  if (!rows[0]) throw new NotFoundError();
  return rows[0];
}

type Set = { verdict: ReviewAnswer; weight?: number; agrees?: boolean | null };

async function keep(tx: Tx, ctx: Ctx, turnId: number, set: Set): Promise<void> {
  await tx
    .updateTable("review_turn")
    .set({ ...set, voted_at: ctx.now })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", turnId)
    .execute();
}

/**
 * A member's word on what they were given; with the last one needed it is settled, once. Throws
 * ConflictError when they said something else before, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function castVote(ctx: Ctx, { turnId, answer }: CastVote): Promise<VoteCast> {
  return inTransaction(ctx.db, async (tx) => {
    const { id: memberId } = requireMember(ctx);
    const settings = await loadReviewSettings(tx, ctx.community.id);
    await assertReviewer(tx, ctx, settings);
    const row = await loadTurn(tx, ctx, turnId);
    const said = (word: VoteCast["said"], closed = false) => ({ said: word, turnId, closed });
    if (row.verdict !== null) {
      if (row.verdict === answer) return said("thanks");
      throw new ConflictError("voted", { key: "review.votedAlready" });
    }
    if (answer === "skip") {
      await keep(tx, ctx, turnId, { verdict: "skip" });
      return said("skipped");
    }
    if (row.known) {
      const agrees = answer === row.staff_outcome;
      await keep(tx, ctx, turnId, { verdict: answer, agrees });
      return said(agrees ? "right" : "wrong", await closeIfFailed(tx, ctx, memberId));
    }
    if (row.state !== "open" || !row.live) {
      await keep(tx, ctx, turnId, { verdict: "skip" });
      return said("late");
    }
    const weight = reviewWeight(await loadReviewerRecord(tx, ctx.community.id, memberId));
    await keep(tx, ctx, turnId, { verdict: answer, weight });
    await settleItem(tx, ctx, row, settings[row.kind].needed);
    return said("thanks");
  });
}
