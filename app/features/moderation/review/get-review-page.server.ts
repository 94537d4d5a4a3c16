import { sql } from "kysely";
import { translateKey } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError } from "#app/lib/errors.ts";
import type { ReviewKind, ReviewVerdict } from "#db/schema-review.ts";
import { takeTurn, type Turn, type TurnTaken } from "./take-turn.server.ts";
import type { VoteCast } from "./cast-vote.server.ts";

/** What came of the last answer. */
export type Told = {
  said: VoteCast["said"];
  kind: ReviewKind;
  /** Of a known case: what staff came to, and why. */
  staff: ReviewVerdict | null;
  why: string;
};

export type ReviewPage = {
  turn: Turn | null;
  /** Why there is none. */
  none: "empty" | "day" | "closed" | null;
  /** Until when the queue is closed. */
  closed: string | null;
  told: Told | null;
};

type Answered = {
  kind: ReviewKind;
  known: boolean;
  agrees: boolean | null;
  verdict: string;
  staff_outcome: ReviewVerdict | null;
  reason: string | null;
};

async function loadTold(ctx: Ctx, turnId: number, late: boolean): Promise<Told | null> {
  if (!Number.isSafeInteger(turnId)) return null;
  const { rows } = await sql<Answered>`
    select i.kind, v.known, v.agrees, v.verdict, i.staff_outcome, d.reason
    from review_turn v join review_item i on i.community_id = v.community_id and i.id = v.item_id
    left join decision d on d.community_id = i.community_id and d.id = i.decision_id
    where v.community_id = ${ctx.community.id} and v.id = ${turnId} and v.member_id = ${ctx.actor.id}
      and v.verdict is not null
  `.execute(ctx.db);
  const row = rows[0];
  if (!row) return null;
  if (row.verdict === "skip") {
    return { said: late ? "late" : "skipped", kind: row.kind, staff: null, why: "" };
  }
  // What staff said of others is not told: only whoever answered a known case learns it at once.
  if (!row.known) return { said: "thanks", kind: row.kind, staff: null, why: "" };
  const said = row.agrees ? "right" : "wrong";
  return { said, kind: row.kind, staff: row.staff_outcome, why: row.reason ?? "" };
}

async function take(ctx: Ctx): Promise<TurnTaken | { turn: null; none: "closed"; text: string }> {
  try {
    return await takeTurn(ctx);
  } catch (error) {
    if (!(error instanceof ForbiddenError) || error.code !== "review_closed") throw error;
    const { key, params } = error.publicMessage;
    return { turn: null, none: "closed", text: translateKey(ctx.t, key, params) };
  }
}

/**
 * The page to review on: what came of the last answer (`told`, the turn's id), and the next thing.
 * Throws SignInNeededError, ForbiddenError.
 */
export async function getReviewPage(
  ctx: Ctx,
  { told, late }: { told: number | null; late: boolean },
): Promise<ReviewPage> {
  const taken = await take(ctx);
  return {
    turn: taken.turn,
    none: taken.turn === null ? taken.none : null,
    closed: "text" in taken ? taken.text : null,
    told: told === null ? null : await loadTold(ctx, told, late),
  };
}
