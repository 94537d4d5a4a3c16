import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { scoreNow } from "./expertise-score.ts";

export type KnownTag = {
  tagId: number;
  slug: string;
  name: string;
  score: number;
  answers: number;
  accepted: number;
  helpful: number;
};

/** Tags that a member knows most about, for their profile and card. */
export async function expertiseOf(
  ctx: Ctx,
  { memberId, limit }: { memberId: number; limit: number },
): Promise<KnownTag[]> {
  const { rows } = await sql<KnownTag>`
    select t.id as "tagId", t.slug, t.name, e.score, e.answers, e.accepted, e.helpful
    from expertise e join tag t on t.community_id = e.community_id and t.id = e.tag_id
    where e.community_id = ${ctx.community.id} and e.member_id = ${memberId}
    order by e.score desc, t.id limit ${limit}
  `.execute(ctx.db);
  return rows.map((row) => ({ ...row, score: scoreNow(row.score, ctx.now) }));
}
