import { sql, type RawBuilder } from "kysely";
import { notHeld } from "../fairness/held.server.ts";

/** Whose badges, and of which moment. */
export type RuleScope = {
  communityId: number;
  /** Condition on a column of members: those looked at. */
  mine: (column: string) => RawBuilder<unknown>;
  now: Date;
};

/**
 * What counts for a badge, one row a time it does: (member_id, subject, at, thread_id, post_id);
 * `subject` is the tag's id for the badge of a tag, else empty.
 */
export type Rule = (scope: RuleScope) => RawBuilder<unknown>;

/** The scope of some members, or of all when `memberIds` is `null`. */
export function ruleScope(
  communityId: number,
  { memberIds, now }: { memberIds: number[] | null; now: Date },
): RuleScope {
  const mine = (column: string) =>
    memberIds === null ? sql`true` : sql`${sql.ref(column)} = any(${memberIds}::bigint[])`;
  return { communityId, mine, now };
}

/** Published posts `p` of published threads `t`; a `where` with more conditions follows. */
export const published = sql`
  post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    and t.state = 'published' and t.merged_into is null`;

/** Conditions on them: by a member looked at. */
export function writtenBy({ communityId, mine }: RuleScope): RawBuilder<unknown> {
  return sql`p.community_id = ${communityId} and p.state = 'published'
    and p.author_id is not null and ${mine("p.author_id")}`;
}

/** Condition on `p` and `t`: it solved what another asked. */
export const solved = ({ communityId }: RuleScope) => sql`
  t.accepted_post_id = p.id and t.accepted_at is not null
  and p.author_id is distinct from t.author_id
  and ${notHeld(communityId, sql`'accepted:' || t.id || ':' || p.id`)}`;

/** Condition on `p` and its vote `v`: another's, and not held back as unfair. */
export const counts = ({ communityId }: RuleScope) => sql`
  v.member_id is distinct from p.author_id
  and ${notHeld(communityId, sql`'helpful:' || v.id`)}`;
