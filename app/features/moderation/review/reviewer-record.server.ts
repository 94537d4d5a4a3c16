import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import {
  CLOSED_DAYS,
  failsTests,
  kindsFor,
  TESTS_SEEN,
  type ReviewSettings,
} from "./review-rules.ts";

export type ReviewerRecord = { right: number; wrong: number };

const DAY = 86_400_000;

/** How often staff came to the same as a member: in known cases and in what members settled. */
export async function loadReviewerRecord(
  tx: Tx,
  communityId: number,
  memberId: number,
): Promise<ReviewerRecord> {
  const { rows } = await sql<ReviewerRecord>`
    select count(*) filter (where agrees)::int as right,
      count(*) filter (where not agrees)::int as wrong
    from review_turn where community_id = ${communityId} and member_id = ${memberId}
      and verdict in ('approve', 'refuse')
  `.execute(tx);
  return rows[0]!;
}

/**
 * The kinds that the actor reviews now. Throws SignInNeededError, ForbiddenError for whoever doesn't
 * review, with what it takes, and while the queue is closed for them.
 */
export async function assertReviewer(
  tx: Tx,
  ctx: Ctx,
  settings: ReviewSettings,
): Promise<ReviewKind[]> {
  const { id, role } = requireMember(ctx);
  if (isStaff(role)) throw new ForbiddenError("review_staff", { key: "review.staffHaveDesk" });
  const kinds = kindsFor(ctx.actor, settings);
  if (kinds.length === 0) throw new ForbiddenError("review_not_yet", { key: "review.notYet" });
  const closed = await tx
    .selectFrom("reviewer")
    .select("closed_until")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", id)
    .where("closed_until", ">", ctx.now)
    .executeTakeFirst();
  if (!closed) return kinds;
  const until = formatTime(ctx.t, closed.closed_until, ctx.now, ctx.community.timeZone).title;
  throw new ForbiddenError("review_closed", { key: "review.closedForYou", params: { until } });
}

/** Closes the queue for a reviewer who failed too many known cases: their open votes weigh nothing. */
export async function closeIfFailed(tx: Tx, ctx: Ctx, memberId: number): Promise<boolean> {
  const at = ctx.community.id;
  const { rows } = await sql<ReviewerRecord>`
    select count(*) filter (where agrees)::int as right,
      count(*) filter (where not agrees)::int as wrong
    from (select v.agrees from review_turn v
      where v.community_id = ${at} and v.member_id = ${memberId} and v.known and v.agrees is not null
        and v.voted_at > coalesce((select r.tests_from from reviewer r
          where r.community_id = ${at} and r.member_id = ${memberId}), '-infinity')
      order by v.voted_at desc limit ${TESTS_SEEN}) tests
  `.execute(tx);
  if (!failsTests(rows[0]!)) return false;
  const closed = {
    closed_until: new Date(ctx.now.getTime() + CLOSED_DAYS * DAY),
    tests_from: ctx.now,
  };
  await tx
    .insertInto("reviewer")
    .values({ community_id: at, member_id: memberId, ...closed })
    .onConflict((conflict) => conflict.columns(["community_id", "member_id"]).doUpdateSet(closed))
    .execute();
  await sql`
    update review_turn v set weight = 0
    from review_item i
    where v.community_id = ${at} and v.member_id = ${memberId} and not v.known
      and i.community_id = v.community_id and i.id = v.item_id and i.state = 'open'
  `.execute(tx);
  return true;
}
