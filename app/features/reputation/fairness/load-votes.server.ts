import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { DAY, type AcceptRow, type VoteFacts, type VoteRow } from "./vote-rows.ts";

/** How far back votes are looked at. */
const WINDOW = 365 * DAY;

/** Causes of cases that staff dismissed: not looked at again, so that they accuse nobody twice. */
const cleared = (communityId: number, cause: ReturnType<typeof sql>) => sql`exists (
  select from held_cause h where h.community_id = ${communityId} and h.cause = ${cause} and h.lifted)`;

async function votesSince(db: Db, communityId: number, since: Date): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select v.id, v.member_id as giver, p.author_id as receiver, t.space_id as "spaceId",
      t.id as "threadId", (extract(epoch from v.created_at) * 1000)::float8 as at,
      t.author_id is not distinct from v.member_id as "ownThread"
    from vote v
    join post p on p.community_id = v.community_id and p.id = v.post_id and p.state = 'published'
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
      and t.state = 'published' and t.merged_into is null
    where v.community_id = ${communityId} and v.member_id is not null and v.created_at > ${since}
      and p.author_id is not null and p.author_id <> v.member_id
      and not ${cleared(communityId, sql`'helpful:' || v.id`)}
    order by v.id
  `.execute(db);
  return rows;
}

async function acceptsSince(db: Db, communityId: number, since: Date): Promise<AcceptRow[]> {
  const { rows } = await sql<AcceptRow>`
    select t.author_id as asker, p.author_id as author, t.id as "threadId", p.id as "postId"
    from thread t
    join post p on p.community_id = t.community_id and p.id = t.accepted_post_id and p.state = 'published'
    where t.community_id = ${communityId} and t.state = 'published' and t.merged_into is null
      and t.accepted_at > ${since} and t.author_id <> p.author_id
      and not ${cleared(communityId, sql`'accepted:' || t.id || ':' || p.id`)}
    order by t.id
  `.execute(db);
  return rows;
}

/**
 * What the search for unfair votes looks at: a year of votes by members (imported ones have no giver
 * and are left out), accepted answers, when members joined, and the networks of their sessions.
 */
export async function loadVotes(
  db: Db,
  { communityId, now }: { communityId: number; now: Date },
): Promise<VoteFacts> {
  const since = new Date(now.getTime() - WINDOW);
  const { rows: members } = await sql<{ id: number; at: number }>`
    select id, (extract(epoch from created_at) * 1000)::float8 as at
    from member where community_id = ${communityId}
  `.execute(db);
  const { rows: networks } = await sql<{ network: string; ids: number[] }>`
    select network, array_agg(distinct member_id::float8) as ids from member_session
    where community_id = ${communityId} and network <> ''
    group by network having count(distinct member_id) > 1
  `.execute(db);
  return {
    votes: await votesSince(db, communityId, since),
    accepts: await acceptsSince(db, communityId, since),
    joined: new Map(members.map(({ id, at }) => [id, at])),
    networks: new Map(networks.map(({ network, ids }) => [network, ids])),
  };
}
