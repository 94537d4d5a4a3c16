import { sql, type RawBuilder } from "kysely";
import {
  counts,
  published,
  solved,
  writtenBy,
  type Rule,
  type RuleScope,
} from "./rule-scope.server.ts";

const voted = sql`join vote v on v.community_id = p.community_id and v.post_id = p.id`;

/** Every vote that counts for what is not an opening post. */
export const helpful: Rule = (scope) => sql`
  select p.author_id as member_id, '' as subject, v.created_at as at, t.id as thread_id, p.id as post_id
  from ${published} ${voted} where ${writtenBy(scope)} and p.kind <> 'opening' and ${counts(scope)}`;

/** Votes for answers that are a year old. */
export const explainer: Rule = (scope) => sql`
  select p.author_id as member_id, '' as subject, v.created_at as at, t.id as thread_id, p.id as post_id
  from ${published} ${voted} where ${writtenBy(scope)} and p.kind = 'answer' and ${counts(scope)}
    and v.created_at >= p.created_at + interval '365 days'`;

/** Posts that got a number of votes, at the vote that made it so many. */
function votedUpTo(scope: RuleScope, votes: number, which: RawBuilder<unknown>) {
  return sql`
    select member_id, '' as subject, at, thread_id, post_id from (
      select p.author_id as member_id, v.created_at as at, t.id as thread_id, p.id as post_id,
        row_number() over (partition by p.id order by v.created_at, v.id) as number
      from ${published} ${voted}
      where ${writtenBy(scope)} and p.helpful_count >= ${votes} and ${which} and ${counts(scope)}
    ) numbered where number = ${votes}`;
}

export const greatAnswer: Rule = (scope) => votedUpTo(scope, 10, sql`p.kind = 'answer'`);

export const goodQuestion: Rule = (scope) =>
  votedUpTo(scope, 5, sql`p.kind = 'opening' and t.kind = 'question'`);

/** For every tag: answers that were accepted, or that two found helpful. */
export const tagKnowledge: Rule = (scope) => sql`
  select p.author_id as member_id, tt.tag_id::text as subject, proof.at, t.id as thread_id, p.id as post_id
  from ${published}
  join thread_tag tt on tt.community_id = t.community_id and tt.thread_id = t.id
  cross join lateral (select min(times.at) as at from (
    select t.accepted_at as at where ${solved(scope)}
    union all
    (select v.created_at from vote v where v.community_id = p.community_id and v.post_id = p.id
      and ${counts(scope)} order by v.created_at, v.id offset 1 limit 1)
  ) times) proof
  where ${writtenBy(scope)} and p.kind = 'answer' and t.kind = 'question'
    and p.author_id is distinct from t.author_id
    and (t.accepted_post_id = p.id or p.helpful_count >= 2) and proof.at is not null`;
