import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Audience } from "#db/schema.ts";
import { expertiseOf, type KnownTag } from "../expertise/expertise-of.server.ts";
import { getImpact, type Impact } from "../impact/get-impact.server.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { memberMetrics } from "../member-metrics.server.ts";
import { POINT_RULES, type PointRule } from "../point-rules.ts";
import { criteriaOf, isFault, readFormula, type Criterion } from "../rank-formula.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import type { Rank } from "../ranks.ts";

const TAGS_SHOWN = 5;

/** What the next rank asks, and how far its reader is with each part. */
export type NextRank = { name: string; criteria: Criterion[] };

export type Recognition = {
  role: "member" | "super_user" | "moderator" | "admin";
  points: number;
  /** The places of the community's ranks in order, from 0, with the held one. */
  ranks: string[];
  rank: number;
  knows: Pick<KnownTag, "slug" | "name" | "answers" | "accepted" | "helpful">[];
  /** Everything for oneself; others see how many were helped. `null` when there is nothing. */
  impact: { helped: number; own: Impact | null } | null;
  /** For oneself alone. */
  own: { next: NextRank | null; earned: { rule: PointRule; points: number }[] } | null;
  /** Whether the reader may see each entry of the ledger. */
  history: boolean;
};

async function earnedBy(
  ctx: Ctx,
  memberId: number,
): Promise<{ rule: PointRule; points: number }[]> {
  const { rows } = await sql<{ rule: PointRule; points: number }>`
    select rule, sum(points)::int as points from reputation_entry
    where community_id = ${ctx.community.id} and member_id = ${memberId}
      and rule = any(${[...POINT_RULES]}::text[])
    group by rule having sum(points) <> 0 order by sum(points) desc, rule
  `.execute(ctx.db);
  return rows;
}

async function nextRank(ctx: Ctx, memberId: number, next: Rank): Promise<NextRank | null> {
  const formula = readFormula(next.formula);
  if (isFault(formula)) return null;
  const metrics = await memberMetrics(ctx.db, ctx.community.id, {
    memberIds: [memberId],
    now: ctx.now,
  });
  const own = metrics.get(memberId);
  return own ? { name: rankName(ctx.t, next), criteria: criteriaOf(formula, own) } : null;
}

async function loadMember(ctx: Ctx, handle: string) {
  const row = await ctx.db
    .selectFrom("member")
    .select(["id", "role", "points", "rank", "show_activity"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  return row;
}

/**
 * What a member's page says of what they gave: rank and points; what they know and whom they helped
 * where they show their activity to the reader; the way to the next rank for themselves. Throws
 * NotFoundError.
 */
export async function getRecognition(ctx: Ctx, handle: string): Promise<Recognition> {
  const member = await loadMember(ctx, handle);
  const shows = (audience: Audience) => audience === "everyone" || ctx.actor.id !== null;
  const open = shows(member.show_activity);
  const mine = member.id === ctx.actor.id;
  const { ranks } = await loadRanks(ctx.db, ctx.community.id);
  const rank = Math.min(member.rank, ranks.length - 1);
  const [knows, impact] = open
    ? await Promise.all([
        expertiseOf(ctx, { memberId: member.id, limit: TAGS_SHOWN }),
        getImpact(ctx, member.id),
      ])
    : [[], null];
  const next = ranks[rank + 1];
  const counted = mine && !isStaff(member.role);
  return {
    role: member.role,
    points: member.points,
    ranks: ranks.map((known) => rankName(ctx.t, known)),
    rank,
    knows: knows.map(({ slug, name, answers, accepted, helpful }) => ({
      slug,
      name,
      answers,
      accepted,
      helpful,
    })),
    impact: impact && { helped: impact.helped, own: mine ? impact : null },
    own: mine
      ? {
          next: counted && next ? await nextRank(ctx, member.id, next) : null,
          earned: await earnedBy(ctx, member.id),
        }
      : null,
    history: mine || isStaff(ctx.actor.role),
  };
}
