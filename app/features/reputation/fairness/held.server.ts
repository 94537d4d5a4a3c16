import { type RawBuilder, sql } from "kysely";

/** Condition: no case holds the cause of points that `cause` (an expression) names. */
export function notHeld(communityId: number, cause: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (
    select from held_cause held where held.community_id = ${communityId}
      and held.cause = ${cause} and not held.lifted)`;
}
