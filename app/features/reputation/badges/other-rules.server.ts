import { sql } from "kysely";
import { published, solved, writtenBy, type Rule, type RuleScope } from "./rule-scope.server.ts";

/** Marked what solved their question. */
export const closesLoop: Rule = (scope) => sql`
  select t.author_id as member_id, '' as subject, t.accepted_at as at, t.id as thread_id, p.id as post_id
  from ${published} where p.community_id = ${scope.communityId} and p.state = 'published'
    and t.author_id is not null and p.author_id is not null
    and ${scope.mine("t.author_id")} and ${solved(scope)}`;

/** Edits of others' posts, as the point rule counts them. */
export const tidyHand: Rule = ({ communityId, mine }) => sql`
  select r.editor_id as member_id, '' as subject, r.created_at as at, t.id as thread_id, p.id as post_id
  from ${published} join revision r on r.community_id = p.community_id and r.post_id = p.id
  join member m on m.community_id = r.community_id and m.id = r.editor_id
    and m.role in ('member', 'super_user')
  where p.community_id = ${communityId} and p.state = 'published'
    and r.editor_id is distinct from p.author_id and ${mine("r.editor_id")}`;

/** Threads that so many others have or want too, at the one who made it so many. */
function sharedBy({ communityId, mine }: RuleScope, kind: "question" | "idea", others: number) {
  return sql`
    select member_id, '' as subject, at, thread_id, post_id from (
      select t.author_id as member_id, s.created_at as at, t.id as thread_id, t.opening_post_id as post_id,
        row_number() over (partition by t.id order by s.created_at, s.member_id) as number
      from thread t join same_here s on s.community_id = t.community_id and s.thread_id = t.id
        and s.member_id is distinct from t.author_id
      where t.community_id = ${communityId} and t.state = 'published' and t.merged_into is null
        and t.kind = ${kind} and t.author_id is not null and ${mine("t.author_id")}
        and t.same_here_count >= ${others}
    ) numbered where number = ${others}`;
}

export const sameBoat: Rule = (scope) => sharedBy(scope, "question", 5);

export const goodIdea: Rule = (scope) => sharedBy(scope, "idea", 10);

export const ideaShipped: Rule = ({ communityId, mine }) => sql`
  select t.author_id as member_id, '' as subject,
    coalesce((select max(c.created_at) from idea_status_change c where c.community_id = t.community_id
      and c.thread_id = t.id and c.to_status = 'shipped'), t.created_at) as at,
    t.id as thread_id, t.opening_post_id as post_id
  from thread t
  where t.community_id = ${communityId} and t.state = 'published' and t.merged_into is null
    and t.kind = 'idea' and t.idea_status = 'shipped' and t.author_id is not null
    and ${mine("t.author_id")}`;

const LONGEST_STAY = 50;

/** Every year since the first post that still stands. */
export const years: Rule = (scope) => sql`
  select began.member_id, '' as subject, began.at + passed.years * interval '1 year' as at,
    began.thread_id, began.post_id
  from (
    select distinct on (p.author_id) p.author_id as member_id, p.created_at as at,
      t.id as thread_id, p.id as post_id
    from ${published} where ${writtenBy(scope)}
    order by p.author_id, p.created_at, p.id
  ) began
  join generate_series(1, ${sql.lit(LONGEST_STAY)}) as passed (years)
    on began.at + passed.years * interval '1 year' <= ${scope.now}::timestamptz`;
