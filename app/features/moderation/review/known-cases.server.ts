import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { KNOWN_AFTER_DAYS } from "./review-rules.ts";

/** Decisions that are looked through for new known cases, and how old they may be. */
const AT_ONCE = 20;
const OLDEST_DAYS = 365;
const DAY = 86_400_000;

type Where = Pick<Ctx, "community" | "now">;

function settledBefore(now: Date): Date {
  return new Date(now.getTime() - KNOWN_AFTER_DAYS * DAY);
}

/** What staff decided about a post alone: not by law, not about what nobody should read again. */
async function addPosts(tx: Tx, { community, now }: Where, kind: ReviewKind): Promise<void> {
  await sql`
    insert into review_item (community_id, kind, thread_id, post_id, author_id, state, decision_id,
      staff_outcome, staff_at, created_at)
    select d.community_id, ${kind}, t.id, d.post_id, d.about_id, 'known', d.id,
      case d.verb when 'approve' then 'approve' else 'refuse' end, d.created_at, ${now}
    from decision d
    left join post p on p.community_id = d.community_id and p.id = d.post_id
    join thread t on t.community_id = d.community_id and t.id = coalesce(d.thread_id, p.thread_id)
    join member m on m.community_id = d.community_id and m.id = d.about_id and m.role = 'member'
    where d.community_id = ${community.id} and d.verb in ('approve', 'hide') and d.reverses is null
      and d.actor_id is not null and not d.automated and d.ground = 'terms'
      and d.created_at <= ${settledBefore(now)}
      and d.created_at > ${new Date(now.getTime() - OLDEST_DAYS * DAY)}
      and coalesce(p.state, t.state) = case d.verb when 'approve' then 'published' else 'hidden' end
      and not exists (select from decision r where r.community_id = d.community_id and r.id > d.id
        and (r.post_id = d.post_id or (d.post_id is null and r.thread_id = d.thread_id)))
      and not exists (select from report r where r.community_id = d.community_id
        and r.kind in ('illegal', 'personal_data', 'safety')
        and (r.post_id = d.post_id or (d.post_id is null and r.thread_id = d.thread_id)))
      and not exists (select from review_item i where i.community_id = d.community_id
        and i.kind = ${kind} and i.decision_id = d.id)
    order by d.id desc limit ${AT_ONCE}
    on conflict do nothing
  `.execute(tx);
}

/** Threads that staff closed, or closed as duplicates; those that were opened again are for "no". */
async function addThreads(tx: Tx, { community, now }: Where, kind: ReviewKind): Promise<void> {
  const verb = kind === "close" ? "lock" : "mark_duplicate";
  await sql`
    insert into review_item (community_id, kind, thread_id, target_id, author_id, reason, state,
      decision_id, staff_outcome, staff_at, created_at)
    select d.community_id, ${kind}, t.id, into_thread.id, t.author_id, left(d.reason, 300), 'known', d.id,
      case when undone.id is null then 'approve' else 'refuse' end,
      coalesce(undone.created_at, d.created_at), ${now}
    from decision d
    join thread t on t.community_id = d.community_id and t.id = d.thread_id and t.state = 'published'
    left join decision undone on undone.community_id = d.community_id and undone.reverses = d.id
      and undone.actor_id is not null
    left join thread into_thread on into_thread.community_id = d.community_id
      and into_thread.state = 'published' and ${kind} = 'duplicate'
      and into_thread.id = (d.after -> ('thread:' || t.id) ->> 'duplicate_of')::bigint
    where d.community_id = ${community.id} and d.verb = ${verb} and d.reverses is null
      and d.actor_id is not null and not d.automated
      and coalesce(undone.created_at, d.created_at) <= ${settledBefore(now)}
      and d.created_at > ${new Date(now.getTime() - OLDEST_DAYS * DAY)}
      and (${kind} <> 'duplicate' or into_thread.id is not null)
      and not exists (select from review_item i where i.community_id = d.community_id
        and i.kind = ${kind} and i.decision_id = d.id)
    order by d.id desc limit ${AT_ONCE}
    on conflict do nothing
  `.execute(tx);
}

async function pick(
  tx: Tx,
  { community, actor, now }: Where & Pick<Ctx, "actor">,
  kind: ReviewKind,
) {
  const { rows } = await sql<{ id: number }>`
    select i.id from review_item i
    join thread t on t.community_id = i.community_id and t.id = i.thread_id
    join space s on s.community_id = t.community_id and s.id = t.space_id
    join post p on p.community_id = i.community_id and p.id = coalesce(i.post_id, t.opening_post_id)
    left join thread target on target.community_id = i.community_id and target.id = i.target_id
    where i.community_id = ${community.id} and i.kind = ${kind} and i.state <> 'open'
      and i.staff_outcome is not null and i.staff_at <= ${settledBefore(now)}
      and s.read_role = any(${rolesUpTo(actor.role)}::text[])
      and i.author_id is distinct from ${actor.id} and i.proposed_by is distinct from ${actor.id}
      and not exists (select from review_turn v where v.community_id = i.community_id
        and v.item_id = i.id and v.member_id = ${actor.id})
      and case when i.kind in ('first_post', 'held')
        then (p.edited_at is null or p.edited_at <= i.staff_at)
          and (case when i.post_id is null then t.state else p.state end)
            = case i.staff_outcome when 'approve' then 'published' else 'hidden' end
          and (i.post_id is null or t.state = 'published')
        else t.state = 'published' and (target.id is null or target.state = 'published')
          and (i.post_id is null or p.state = 'published') end
    order by random() limit 1
  `.execute(tx);
  return rows[0]?.id ?? null;
}

/** Something of a kind that staff decided at least a week ago and the actor never saw; `null` for none. */
export async function pickKnownCase(
  tx: Tx,
  ctx: Where & Pick<Ctx, "actor">,
  kind: ReviewKind,
): Promise<number | null> {
  if (kind === "first_post" || kind === "held") await addPosts(tx, ctx, kind);
  else if (kind !== "edit") await addThreads(tx, ctx, kind);
  return pick(tx, ctx, kind);
}
