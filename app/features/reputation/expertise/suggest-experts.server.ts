import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { EPOCH, HALF_LIFE } from "./expertise-score.ts";
import { invitable } from "./invitable.server.ts";
import { loadQuestion } from "./load-question.server.ts";

export type SuggestedExpert = AuthorMark & {
  memberId: number;
  handle: string;
  name: string;
  hue: number;
  /** Tags of the question that they know about, by name. */
  tags: string[];
  /** Answers of theirs in threads of the question's tags, else of its space. */
  answers: number;
  accepted: number;
  /** Answers of theirs to questions with words of this one's title. */
  similar: number;
};

const SUGGESTED = 3;
/** Threads with a word of the title, the newest, that are ranked by how many they have. */
const SHARING = 500;
/** Threads with words of the title whose answerers are looked at. */
const SIMILAR = 40;
/** What knowing a tag of the question counts, against knowing its space and a similar answer. */
const WEIGHT = { tag: 2, space: 1, similar: 0.5 };

/** Words of a title as a query of any of them; short ones say little. */
function anyWord(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].slice(0, 12).join(" | ");
}

/**
 * Three members likely to answer an open question, best first: by what they know about its tags and
 * its space (as the logarithm, so that who knows two tags stands before who knows one very well) and
 * by answers to questions with words of its title. Only members who agreed to be invited, may answer
 * there, are not of the staff, not the asker, not in the thread already and not invited too often
 * today. None for a solved question. For the asker and staff. Throws NotFoundError, ForbiddenError,
 * SignInNeededError.
 */
export async function suggestExperts(ctx: Ctx, threadId: number): Promise<SuggestedExpert[]> {
  const question = await loadQuestion(ctx.db, ctx, threadId);
  assertCan(ctx.actor, "thread.inviteToAnswer", question.subject);
  if (question.solved) return [];
  const at = ctx.community.id;
  const days = (ctx.now.getTime() - EPOCH) / 86_400_000;
  const known = sql`ln(1 + e.score::float8 * ${2 ** (-days / HALF_LIFE)}::float8)`;
  const { rows } = await sql<SuggestedExpert>`
    with asked as (
      select to_tsquery('simple', ${anyWord(question.title)}) as words
    ),
    sharing as (
      select t.id, t.search_vector from thread t, asked
      where t.community_id = ${at} and t.search_vector @@ asked.words
        and t.state = 'published' and t.id <> ${threadId}
      order by t.id desc limit ${SHARING}
    ),
    alike as (
      select t.id from sharing t, asked
      order by ts_rank(t.search_vector, asked.words) desc, t.id desc limit ${SIMILAR}
    ),
    part as (
      select e.member_id, ${WEIGHT.tag}::float8 * ${known} as score, e.answers, e.accepted,
        tag.name as tag, 0 as same
      from thread_tag tt
      join expertise e on e.community_id = tt.community_id and e.tag_id = tt.tag_id
      join tag on tag.community_id = tt.community_id and tag.id = tt.tag_id
      where tt.community_id = ${at} and tt.thread_id = ${threadId}
      union all
      select e.member_id, ${WEIGHT.space}::float8 * ${known}, e.answers, e.accepted, null, 0
      from expertise e where e.community_id = ${at} and e.space_id = ${question.spaceId}
      union all
      select p.author_id, ${WEIGHT.similar}::float8, 0, 0, null, 1
      from alike join post p on p.community_id = ${at} and p.thread_id = alike.id
        and p.kind = 'answer' and p.state = 'published' and p.author_id is not null
    ),
    ranked as (
      select member_id, sum(score) as score, sum(same)::int as same,
        coalesce(array_agg(tag order by score desc) filter (where tag is not null), '{}') as tags,
        coalesce(sum(answers) filter (where tag is not null), max(answers))::int as answers,
        coalesce(sum(accepted) filter (where tag is not null), max(accepted))::int as accepted
      from part group by member_id
    )
    select m.id as "memberId", m.handle, m.name, m.hue, m.role, m.rank, r.tags, r.answers, r.accepted, r.same as "similar"
    from ranked r join member m on m.community_id = ${at} and m.id = r.member_id
    where ${invitable(ctx, question)}
    order by r.score desc, m.id limit ${SUGGESTED}
  `.execute(ctx.db);
  return rows;
}
