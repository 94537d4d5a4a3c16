import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { candidateFacts } from "./candidate-facts.server.ts";
import { ASPECTS, rankCandidates, type Aspect, type RankedCandidate } from "./rank-candidates.ts";

/** An aspect with its figures: `key` is a message, `params` what it counts. */
export type CandidateAspect = {
  aspect: Aspect;
  percentile: number;
  key: `candidate.${Aspect}`;
  params: Record<string, number>;
};

export type Candidate = {
  memberId: number;
  handle: string;
  name: string;
  hue: number;
  rank: number;
  score: number;
  daysActive: number;
  aspects: CandidateAspect[];
};

type Named = Pick<Candidate, "memberId" | "handle" | "name" | "hue" | "rank">;

/** Those who may be asked: not super users already, nor nominated or invited, in no case of unfair votes that stands. */
async function askable(ctx: Ctx, memberIds: number[]): Promise<Map<number, Named>> {
  const { rows } = await sql<Named>`
    select m.id as "memberId", m.handle, m.name, m.hue, m.rank from member m
    where m.community_id = ${ctx.community.id} and m.id = any(${memberIds}::bigint[])
      and m.role = 'member' and m.erase_at is null
      and not exists (
        select from programme_term term where term.community_id = m.community_id
          and term.member_id = m.id and term.state in ('nominated', 'invited', 'active'))
      and not exists (
        select from vote_case_member cm join vote_case c
          on c.community_id = cm.community_id and c.id = cm.case_id and c.state <> 'dismissed'
        where cm.community_id = m.community_id and cm.member_id = m.id)
  `.execute(ctx.db);
  return new Map(rows.map((row) => [row.memberId, row]));
}

function paramsOf(found: RankedCandidate): Record<Aspect, Record<string, number>> {
  const { answers, accepted, helpful, newcomers, newcomersHelped } = found;
  return {
    quantity: { answers, accepted },
    quality: { percent: Math.round((100 * accepted) / Math.max(1, answers)), helpful },
    speed: { hours: Math.round((found.hours ?? 0) * 10) / 10 },
    kindness: { newcomers, helped: newcomersHelped },
    breadth: { tags: found.tags },
    stability: { months: found.months },
  };
}

/**
 * Members who would do well as super users, best first, each explained aspect by aspect as the
 * percentile among all members who wrote on at least 14 days. Of all time, or of what was written
 * since `since`. For staff. Throws ForbiddenError, SignInNeededError.
 */
export async function findCandidates(
  ctx: Ctx,
  { limit, since = null }: { limit: number; since?: Date | null },
): Promise<Candidate[]> {
  assertCan(ctx.actor, "programme.seeCandidates", null);
  const facts = await candidateFacts(ctx.db, { communityId: ctx.community.id, since });
  const ranked = rankCandidates(facts);
  const named = await askable(
    ctx,
    ranked.map(({ memberId }) => memberId),
  );
  return ranked
    .flatMap((found): Candidate[] => {
      const member = named.get(found.memberId);
      if (!member) return [];
      const params = paramsOf(found);
      const aspects = ASPECTS.filter((aspect) => aspect !== "speed" || found.hours !== null).map(
        (aspect): CandidateAspect => ({
          aspect,
          percentile: found.percentiles[aspect],
          key: `candidate.${aspect}`,
          params: params[aspect],
        }),
      );
      return [{ ...member, score: found.score, daysActive: found.daysActive, aspects }];
    })
    .slice(0, limit);
}
