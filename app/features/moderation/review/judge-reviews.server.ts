import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewVerdict } from "#db/schema-review.ts";
import { inTransaction } from "#db/transaction.server.ts";

type Judged = { id: number; verdict: ReviewVerdict | null };

/**
 * The items that a decision of staff says something about, with what it left: whether the post is seen,
 * the thread closed, a duplicate of that one, the edit still there.
 */
async function loadJudged(tx: Tx, communityId: number, decisionId: number): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select i.id, case
      when i.kind in ('first_post', 'held') then case case when i.post_id is null then t.state else p.state end
        when 'published' then 'approve' when 'held' then null else 'refuse' end
      when i.kind = 'close' then case when t.locked_at is not null then 'approve' else 'refuse' end
      when i.kind = 'duplicate' then
        case when t.duplicate_of = i.target_id then 'approve' else 'refuse' end
      when p.text = (select r.text from revision r where r.community_id = i.community_id
        and r.post_id = p.id and r.number = i.revision) then 'refuse'
      when p.revision = i.revision + 1 or p.text = (select r.text from revision r
        where r.community_id = i.community_id and r.post_id = p.id and r.number = i.revision + 1)
        then 'approve' end as verdict
    from decision d
    join review_item i on i.community_id = d.community_id
      and (i.post_id = d.post_id or (i.post_id is null and i.thread_id = d.thread_id))
    join thread t on t.community_id = i.community_id and t.id = i.thread_id
    join post p on p.community_id = i.community_id and p.id = coalesce(i.post_id, t.opening_post_id)
    where d.community_id = ${communityId} and (d.id = ${decisionId} or d.batch_id = ${decisionId})
      and d.actor_id is not null and not d.automated
      and (case
        when i.kind in ('first_post', 'held') then d.verb = 'approve'
          or d.after -> ('post:' || p.id) ? 'state' or d.after -> ('thread:' || t.id) ? 'state'
        when i.kind = 'close' then d.after -> ('thread:' || t.id) ? 'locked'
        when i.kind = 'duplicate' then d.after -> ('thread:' || t.id) ? 'duplicate_of'
        else d.after -> ('post:' || p.id) ? 'text' or d.after -> ('thread:' || t.id) ? 'title' end
        or d.after ? ('case:' || i.case_id))
  `.execute(tx);
  return rows;
}

/**
 * What staff decide is what reviewers are measured by: whoever said the same was right, the others
 * weren't, also when a decision that members agreed on is undone later. What still waited for members
 * is settled by it.
 */
export async function judgeReviews(
  ctx: Ctx,
  { payload, createdAt }: AppEvent<"decision.made">,
): Promise<void> {
  const at = ctx.community.id;
  await inTransaction(ctx.db, async (tx) => {
    for (const { id, verdict } of await loadJudged(tx, at, payload.decisionId)) {
      if (verdict === null) continue;
      const { rows } = await sql`
        update review_item set staff_outcome = ${verdict}, staff_at = ${createdAt},
          state = case when state = 'open' then 'staff' else state end,
          settled_at = coalesce(settled_at, ${createdAt})
        where community_id = ${at} and id = ${id}
          and (staff_at is null or staff_at <= ${createdAt}) returning id
      `.execute(tx);
      if (rows.length === 0) continue;
      await sql`
        update review_turn set agrees = (verdict = ${verdict})
        where community_id = ${at} and item_id = ${id} and verdict in ('approve', 'refuse')
      `.execute(tx);
    }
  });
}
