import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";

/** Counts that a thread's accepted answer made asking unneeded, unless its own author says so. */
export async function countFound(ctx: Ctx, threadId: number): Promise<void> {
  await sql`
    insert into answer_reach as kept (community_id, post_id, month, found)
    select p.community_id, p.id, date_trunc('month', ${ctx.now}::timestamptz, 'UTC')::date, 1
    from thread t join post p on p.community_id = t.community_id and p.id = t.accepted_post_id
      and p.state = 'published' and p.author_id is not null
      and p.author_id is distinct from ${ctx.actor.id}::bigint
    where t.community_id = ${ctx.community.id} and t.id = ${threadId} and t.state = 'published'
    on conflict (community_id, post_id, month) do update set found = kept.found + 1
  `.execute(ctx.db);
}
