import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { TooManyError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";

const DAY = 86_400_000;

/**
 * Throws TooManyError when the actor's votes of today (UTC, as the caps of points) are as many as the
 * community gives a day; members of the first rank get fewer. Counts the votes that stand, so that a
 * vote of today taken back frees its place, and one of an earlier day doesn't. Two votes at once wait
 * for each other until the transaction ends.
 */
export async function assertVotesLeft(tx: Tx, ctx: Ctx): Promise<void> {
  const { community, actor, now } = ctx;
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${`votes ${community.id} ${actor.id}`}, 0))
  `.execute(tx);
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const tomorrow = new Date(today.getTime() + DAY);
  const { rows } = await sql<{ most: number; given: number }>`
    select case when m.rank = 0 and m.role = 'member' then c.votes_a_day_new else c.votes_a_day end as most,
      (select count(*)::int from vote v where v.community_id = m.community_id and v.member_id = m.id
        and v.created_at >= ${today} and v.created_at < ${tomorrow}) as given
    from member m join community c on c.id = m.community_id
    where m.community_id = ${community.id} and m.id = ${actor.id}
  `.execute(tx);
  const { most, given } = rows[0]!;
  if (given < most) return;
  const seconds = Math.ceil((tomorrow.getTime() - now.getTime()) / 1_000);
  throw new TooManyError(seconds, "votes_a_day", {
    key: "error.votesADay",
    params: { most, hours: Math.ceil(seconds / 3_600) },
  });
}
