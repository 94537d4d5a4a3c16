import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { BenchPage } from "./bench-pages.server.ts";
import { sessionCookie } from "./bench-session.server.ts";

const CASES = 5_000;

/** Who works at the desk of the data set. */
async function addModerator(db: Db, communityId: number): Promise<number> {
  const { id } = await db
    .insertInto("member")
    .values({
      community_id: communityId,
      handle: "desk",
      handle_key: "desk",
      name: "Desk",
      role: "moderator",
      email_verified_at: new Date(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Opens 5,000 cases about answers, each reported once; gives the pages that show them. */
export async function benchDesk(db: Db, communityId: number): Promise<BenchPage[]> {
  const memberId = await addModerator(db, communityId);
  await sql`
    insert into moderation_case (community_id, queue, post_id, space_id, priority, due_at)
    select ${communityId}, (array['held', 'reported', 'personal_data'])[1 + n % 3], p.id, p.space_id, n % 4,
      case when n % 5 > 0 then now() + (n - 2500) * interval '1 minute' end
    from (select p.id, t.space_id, row_number() over (order by p.id) as n from post p
      join thread t on t.community_id = p.community_id and t.id = p.thread_id
      where p.community_id = ${communityId} and p.kind = 'answer' order by p.id limit ${CASES}) p
  `.execute(db);
  await sql`
    insert into report (community_id, reporter_id, post_id, case_id, kind, weight)
    select ${communityId}, ${memberId}, post_id, id, 'rude', 1 from moderation_case
    where community_id = ${communityId}
  `.execute(db);
  await sql`analyze moderation_case, report`.execute(db);
  const { id } = await db
    .selectFrom("moderation_case")
    .select((eb) => eb.fn.max("id").as("id"))
    .where("community_id", "=", communityId)
    .executeTakeFirstOrThrow();
  const cookie = await sessionCookie(db, { communityId, memberId });
  return [
    { name: "desk, staff", path: "/staff/desk", cookie },
    { name: "desk with a case, staff", path: `/staff/desk?case=${id}`, cookie },
  ];
}
