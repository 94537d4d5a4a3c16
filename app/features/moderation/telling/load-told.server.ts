import { sql, type RawBuilder } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { AppealOutcome, SanctionKind } from "#db/schema-moderation.ts";
import type { PostKind } from "#db/schema-threads.ts";

/** A decision with all that whoever it is about is told. */
export type ToldDecision = {
  id: number;
  verb: string;
  reverses: number | null;
  /** The decision it reverses reversed another itself: what was undone holds again. */
  again: boolean;
  about_id: number | null;
  rule: string;
  ground: "terms" | "law";
  reason: string;
  automated: boolean;
  batch_id: number | null;
  created_at: Date;
  /** Undone, and not brought back since. */
  undone: boolean;
  /** Undone at some time. */
  was_undone: boolean;
  post_id: number | null;
  post_kind: PostKind | null;
  thread_id: number | null;
  slug: string | null;
  title: string | null;
  text: string | null;
  sanction: SanctionKind | null;
  ends_at: Date | null;
  /** Things that went with it. */
  items: number;
  appealed_at: Date | null;
  appeal_outcome: AppealOutcome | null;
  appeal_decided_at: Date | null;
  appeal_answer: string | null;
};

/** Of a text, for an excerpt. */
const MOST_TEXT = 4_000;

/** Decisions by their rows (`d`), newest first. */
export async function loadTold(
  db: Db,
  ctx: Pick<Ctx, "community">,
  { where, limit }: { where: RawBuilder<unknown>; limit: number },
): Promise<ToldDecision[]> {
  const at = ctx.community.id;
  const { rows } = await sql<ToldDecision>`
    select d.id, d.verb, d.reverses, d.about_id, d.rule, d.ground, d.reason, d.automated, d.batch_id,
      d.created_at, first.reverses is not null as again,
      (with recursive later as (
          select d.id, 0 as depth
          union all
          select r.id, later.depth + 1 from later
          join decision r on r.community_id = ${at} and r.reverses = later.id)
        select max(depth) % 2 = 1 from later) as undone,
      exists (select from decision r where r.community_id = ${at} and r.reverses = d.id) as was_undone,
      said.id as post_id, said.kind as post_kind, t.id as thread_id, t.slug, t.title,
      left(said.text, ${MOST_TEXT}) as text, s.kind as sanction, s.ends_at,
      (select count(*) from decision b where b.community_id = ${at} and b.batch_id = d.id)::int as items,
      a.created_at as appealed_at, a.outcome as appeal_outcome, a.decided_at as appeal_decided_at,
      a.answer as appeal_answer
    from decision d
    left join decision first on first.community_id = ${at} and first.id = d.reverses
    left join post p on p.community_id = ${at} and p.id = d.post_id
    left join thread t on t.community_id = ${at} and t.id = coalesce(d.thread_id, p.thread_id)
    left join post said on said.community_id = ${at} and said.id = coalesce(d.post_id, t.opening_post_id)
    left join sanction s on s.community_id = ${at} and s.decision_id = d.id
    left join appeal a on a.community_id = ${at} and a.decision_id = d.id
    where d.community_id = ${at} and ${where}
    order by d.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** One decision; `null` when there is none. */
export async function loadToldOne(
  db: Db,
  ctx: Pick<Ctx, "community">,
  decisionId: number,
): Promise<ToldDecision | null> {
  const [row] = await loadTold(db, ctx, { where: sql`d.id = ${decisionId}`, limit: 1 });
  return row ?? null;
}
