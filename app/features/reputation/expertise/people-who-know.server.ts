import { sql } from "kysely";
import type { AuthorMark } from "#app/features/members/author-mark.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { scoreNow } from "./expertise-score.ts";

export type KnowsAbout = AuthorMark & {
  memberId: number;
  handle: string;
  name: string;
  hue: number;
  /** Halves every 365 days without anything new. */
  score: number;
  answers: number;
  accepted: number;
  helpful: number;
};

const MOST = 50;

/**
 * Members who know about a tag or a space, best first, without staff: it is their work; for guests
 * without those who show what they do to members only. Empty for a space that the actor may not read, and for a tag or space that there isn't.
 */
export async function peopleWhoKnow(
  ctx: Ctx,
  about: ({ tagId: number } | { spaceId: number }) & { limit: number },
): Promise<KnowsAbout[]> {
  const of =
    "tagId" in about
      ? sql`e.tag_id = ${about.tagId}`
      : sql`e.space_id = ${about.spaceId} and exists (
          select from space s where s.community_id = ${ctx.community.id} and s.id = ${about.spaceId}
            and s.read_role = any(${rolesUpTo(ctx.actor.role)}))`;
  const { rows } = await sql<KnowsAbout>`
    select m.id as "memberId", m.handle, m.name, m.hue, m.role, m.rank,
      e.score, e.answers, e.accepted, e.helpful
    from expertise e join member m on m.community_id = e.community_id and m.id = e.member_id
      and m.role in ('member', 'super_user')
      and (m.show_activity = 'everyone' or ${ctx.actor.id !== null})
    where e.community_id = ${ctx.community.id} and ${of}
    order by e.score desc, e.member_id limit ${Math.min(about.limit, MOST)}
  `.execute(ctx.db);
  return rows.map((row) => ({ ...row, score: scoreNow(row.score, ctx.now) }));
}
