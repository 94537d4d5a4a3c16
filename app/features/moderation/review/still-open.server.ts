import { sql } from "kysely";

/** SQL: whether what an item `i` (of thread `t`, post `p`, target `target`) asks can still be done. */
export const stillOpen = sql<boolean>`(case i.kind
  when 'first_post' then t.state = 'published' and p.state = 'published'
  when 'held' then case when i.post_id is null then t.state else p.state end = 'held'
  when 'edit' then t.state = 'published' and p.state = 'published' and p.revision = i.revision + 1
  when 'close' then t.state = 'published' and t.locked_at is null and t.merged_into is null
  else t.state = 'published' and t.locked_at is null and t.merged_into is null
    and coalesce(target.state = 'published' and target.duplicate_of is null
      and target.merged_into is null, false) end)`;

/** SQL: the rows that it reads. */
export const itemRows = sql`review_item i
  join thread t on t.community_id = i.community_id and t.id = i.thread_id
  join space s on s.community_id = t.community_id and s.id = t.space_id
  join post p on p.community_id = i.community_id and p.id = coalesce(i.post_id, t.opening_post_id)
  left join thread target on target.community_id = i.community_id and target.id = i.target_id`;
