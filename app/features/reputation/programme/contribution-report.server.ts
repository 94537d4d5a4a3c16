import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

export type Contribution = {
  answers: number;
  accepted: number;
  helpful: number;
  /** Askers whose question an answer solved or that others found helpful. */
  people: number;
  /** Edits of posts of others. */
  edits: number;
};

/** From a day up to another, the second left out; UTC. */
export type Span = { from: string; to: string };

type Where = { communityId: number; memberId: number; span: Span };

/** Answers of a member to others within a span, published ones in threads that are. */
function answersOf({ communityId, memberId, span }: Where) {
  return sql`
    select p.id, t.space_id, t.author_id as asker, t.accepted_post_id = p.id as accepted,
      p.helpful_count as helpful
    from post p join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where p.community_id = ${communityId} and p.author_id = ${memberId} and p.kind = 'answer'
      and p.state = 'published' and t.state = 'published' and t.merged_into is null
      and t.author_id is distinct from p.author_id
      and p.created_at >= (${span.from}::date at time zone 'UTC')
      and p.created_at < (${span.to}::date at time zone 'UTC')`;
}

/** What a member did for others within a span. */
export async function contributionOf(db: Db, where: Where): Promise<Contribution> {
  const { rows } = await sql<Contribution>`
    with answer as (${answersOf(where)})
    select count(*)::int as answers, count(*) filter (where accepted)::int as accepted,
      coalesce(sum(helpful), 0)::int as helpful,
      count(distinct asker) filter (where accepted or helpful > 0)::int as people,
      (select count(*)::int from revision r
        join post p on p.community_id = r.community_id and p.id = r.post_id
        where r.community_id = ${where.communityId} and r.editor_id = ${where.memberId}
          and p.author_id is distinct from r.editor_id
          and r.created_at >= (${where.span.from}::date at time zone 'UTC')
          and r.created_at < (${where.span.to}::date at time zone 'UTC')) as edits
    from answer
  `.execute(db);
  return rows[0]!;
}

export type SpaceShare = { name: string; slug: string; answers: number; accepted: number };

/** The same answers by space, the most first. */
export async function contributionBySpace(db: Db, where: Where): Promise<SpaceShare[]> {
  const { rows } = await sql<SpaceShare>`
    with answer as (${answersOf(where)})
    select s.name, s.slug, count(*)::int as answers,
      count(*) filter (where answer.accepted)::int as accepted
    from answer join space s on s.community_id = ${where.communityId} and s.id = answer.space_id
    group by s.id, s.name, s.slug order by answers desc, s.name
  `.execute(db);
  return rows;
}

/** The time before a span, as long as it. */
export function spanBefore({ from, to }: Span): Span {
  const start = Date.parse(from);
  const length = Date.parse(to) - start;
  return { from: new Date(start - length).toISOString().slice(0, 10), to: from };
}
