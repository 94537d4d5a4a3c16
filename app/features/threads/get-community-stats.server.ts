import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";

export type CommunityStats = {
  questions: number;
  /** Questions with an accepted answer. */
  solved: number;
  answers: number;
  members: number;
};

const KEEP = 60_000;
const kept = new WeakMap<
  Ctx["db"],
  Map<string, { until: number; stats: Promise<CommunityStats> }>
>();

async function count(ctx: Ctx): Promise<CommunityStats> {
  const { rows } = await sql<CommunityStats>`
    select
      coalesce(sum(c.questions), 0) as questions,
      coalesce(sum(c.solved), 0) as solved,
      coalesce(sum(c.answers), 0) as answers,
      (select count(*) from member where community_id = ${ctx.community.id}) as members
    from space, lateral (
      select count(*) filter (where kind = 'question') as questions,
        count(accepted_post_id) as solved, sum(answer_count) as answers
      from thread
      where thread.community_id = space.community_id and thread.space_id = space.id
        and thread.state = 'published'
    ) c
    where space.community_id = ${ctx.community.id}
      and space.read_role = any(${rolesUpTo(ctx.actor.role)}::text[])
  `.execute(ctx.db);
  return rows[0]!;
}

/** How much is in the community, as far as the actor's role may read; up to a minute old. */
export function getCommunityStats(ctx: Ctx): Promise<CommunityStats> {
  const byKey =
    kept.get(ctx.db) ?? new Map<string, { until: number; stats: Promise<CommunityStats> }>();
  kept.set(ctx.db, byKey);
  const key = `${ctx.community.id}:${ctx.actor.role}`;
  const known = byKey.get(key);
  if (known && known.until > Date.now()) return known.stats;
  if (byKey.size > 10_000) byKey.clear();
  const stats = count(ctx);
  byKey.set(key, { until: Date.now() + KEEP, stats });
  stats.catch(() => byKey.delete(key));
  return stats;
}
