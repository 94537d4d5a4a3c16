import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";

export type CommunityStats = { threads: number; solved: number; members: number };

const KEEP = 60_000;
const kept = new WeakMap<Ctx["db"], Map<string, { until: number; stats: Promise<CommunityStats> }>>();

async function count(ctx: Ctx): Promise<CommunityStats> {
  const { rows } = await sql<CommunityStats>`
    select
      (select coalesce(sum(thread_count), 0) from space where community_id = ${ctx.community.id}
        and read_role = any(${rolesUpTo(ctx.actor.role)}::text[])) as threads,
      (select count(*) from thread join space on space.community_id = thread.community_id
          and space.id = thread.space_id
        where thread.community_id = ${ctx.community.id} and thread.state = 'published'
          and thread.accepted_post_id is not null
          and space.read_role = any(${rolesUpTo(ctx.actor.role)}::text[])) as solved,
      (select count(*) from member where community_id = ${ctx.community.id}) as members
  `.execute(ctx.db);
  return rows[0]!;
}

/** How much is in the community, as far as the actor's role may read; up to a minute old. */
export function getCommunityStats(ctx: Ctx): Promise<CommunityStats> {
  const byKey = kept.get(ctx.db) ?? new Map<string, { until: number; stats: Promise<CommunityStats> }>();
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
