import { sql } from "kysely";
import { published, solved, writtenBy, type Rule, type RuleScope } from "./rule-scope.server.ts";

/** Accepted answers, where more holds. */
function fixes(scope: RuleScope, more = sql`true`) {
  return sql`
    select p.author_id as member_id, '' as subject, t.accepted_at as at, t.id as thread_id, p.id as post_id
    from ${published} where ${writtenBy(scope)} and ${solved(scope)} and ${more}`;
}

/** Answers to others' questions, where more holds. */
function answers(scope: RuleScope, more = sql`true`) {
  return sql`
    select p.author_id as member_id, '' as subject, p.created_at as at, t.id as thread_id, p.id as post_id
    from ${published} where ${writtenBy(scope)} and p.kind = 'answer' and t.kind = 'question'
      and p.author_id is distinct from t.author_id and ${more}`;
}

export const firstAnswer: Rule = (scope) => answers(scope);

export const fixer: Rule = (scope) => fixes(scope);

/** The first answer of a question, within ten minutes. */
export const firstOnScene: Rule = (scope) =>
  answers(
    scope,
    sql`p.created_at = t.first_answer_at and p.created_at <= t.created_at + interval '10 minutes'`,
  );

/** Solved what lay open for sixty days. */
export const revival: Rule = (scope) =>
  fixes(scope, sql`p.created_at > t.created_at + interval '60 days'`);

/** More than ten posts came before it was solved; later ones don't matter. */
export const patient: Rule = (scope) =>
  fixes(
    scope,
    sql`(select count(*) from post r where r.community_id = t.community_id and r.thread_id = t.id
      and r.kind <> 'opening' and r.state = 'published' and r.created_at <= t.accepted_at) > 10`,
  );

/** Written between 10 pm and 6 am, by the community's clock. */
export const nightOwl: Rule = (scope) =>
  fixes(
    scope,
    sql`extract(hour from p.created_at at time zone
      (select time_zone from community where id = ${scope.communityId})) not between 6 and 21`,
  );

/** Official answers by those who are not of the staff. */
export const confirmed: Rule = (scope) => sql`
  select p.author_id as member_id, '' as subject, t.official_at as at, t.id as thread_id, p.id as post_id
  from ${published} join member m on m.community_id = p.community_id and m.id = p.author_id
    and m.role in ('member', 'super_user')
  where ${writtenBy(scope)} and t.official_post_id = p.id and t.official_at is not null`;

/** Answered somebody's first thread within a week; once a thread. */
export const welcomer: Rule = (scope) => sql`
  select distinct on (found.member_id, found.thread_id) found.* from (${answers(
    scope,
    sql`t.author_id is not null and p.created_at <= t.created_at + interval '7 days'
      and not exists (select from thread earlier where earlier.community_id = t.community_id
        and earlier.author_id = t.author_id and (earlier.created_at, earlier.id) < (t.created_at, t.id))`,
  )}) found
  order by found.member_id, found.thread_id, found.at, found.post_id`;

/** Weeks with an answer: each counts once, whenever it was. */
export const weeks: Rule = (scope) => sql`
  select distinct on (found.member_id, date_trunc('week', found.at at time zone 'UTC')) found.*
  from (${answers(scope)}) found
  order by found.member_id, date_trunc('week', found.at at time zone 'UTC'), found.at, found.post_id`;
