import { sql } from "kysely";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Silence } from "#app/features/communities/viewer-view.ts";

/** Why and until when the actor may not write; `null` while they may. One query, of the silenced only. */
export async function getSilence(ctx: Ctx): Promise<Silence | null> {
  const { actor } = ctx;
  if (actor.kind === "guest" || !actor.silenced) return null;
  const { rows } = await sql<{ reason: string }>`
    select d.reason from sanction s
    join decision d on d.community_id = s.community_id and d.id = s.decision_id
    where s.community_id = ${ctx.community.id} and s.member_id = ${actor.id} and s.kind = 'silence'
      and s.ended_by is null and (s.ends_at is null or s.ends_at > ${ctx.now})
    order by coalesce(s.ends_at, 'infinity') desc, s.id desc limit 1
  `.execute(ctx.db);
  const { until } = actor.silenced;
  return {
    reason: rows[0]?.reason ?? "",
    until: until && formatTime(ctx.t, until, ctx.now, ctx.community.timeZone).title,
  };
}
