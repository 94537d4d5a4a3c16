import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

type Follows = Extract<
  AppEvent,
  {
    type:
      | "thread.started"
      | "thread.state_changed"
      | "thread.reshaped"
      | "answer.published"
      | "answer.accepted"
      | "answer.unaccepted"
      | "post.state_changed"
      | "vote.changed"
      | "import.finished";
  }
>;

const AT_ONCE = 500;

/**
 * Counts what members wrote, in published posts of published threads. Rows are locked before they
 * are counted, so that of two counts that run at once the later one sees what the earlier one saw.
 */
async function recount(db: Db, communityId: number, memberIds: number[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`
      select id from member where community_id = ${communityId} and id = any(${memberIds}::bigint[])
      order by id for no key update
    `.execute(tx);
    await sql`
      update member set thread_count = counted.threads, answer_count = counted.answers,
        accepted_count = counted.accepted, helpful_count = counted.helpful
      from (
        select wanted.id, wrote.* from unnest(${memberIds}::bigint[]) as wanted (id)
        cross join lateral (
          select count(*) filter (where post.kind = 'opening')::int as threads,
            count(*) filter (where post.kind = 'answer')::int as answers,
            count(*) filter (where thread.accepted_post_id = post.id)::int as accepted,
            coalesce(sum(post.helpful_count), 0)::int as helpful
          from post join thread on thread.community_id = post.community_id
            and thread.id = post.thread_id and thread.state = 'published'
          where post.community_id = ${communityId} and post.author_id = wanted.id
            and post.state = 'published'
        ) wrote
      ) counted
      where member.community_id = ${communityId} and member.id = counted.id
        and (member.thread_count, member.answer_count, member.accepted_count, member.helpful_count)
          is distinct from (counted.threads, counted.answers, counted.accepted, counted.helpful)
    `.execute(tx);
  });
}

async function authors(ctx: Ctx, event: Exclude<Follows, { type: "import.finished" }>) {
  const query = ctx.db
    .selectFrom("post")
    .select("author_id")
    .distinct()
    .where("community_id", "=", ctx.community.id)
    .where("author_id", "is not", null);
  const { payload } = event;
  const rows = await (
    "postId" in payload
      ? query.where("id", "=", payload.postId)
      : query.where("thread_id", "=", payload.threadId)
  ).execute();
  return rows.map((row) => row.author_id!).sort((a, b) => a - b);
}

/** Counts what every member of a community wrote. */
export async function recountAllMembers(db: Db, communityId: number): Promise<void> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("member")
      .select("id")
      .where("community_id", "=", communityId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return;
    await recount(
      db,
      communityId,
      rows.map((row) => row.id),
    );
    after = rows.at(-1)!.id;
  }
}

/** Keeps the counts of members; from the rows, so that it may run twice and late. */
export async function recountMembers(ctx: Ctx, event: Follows): Promise<void> {
  const communityId = ctx.community.id;
  if (event.type === "import.finished") return recountAllMembers(ctx.db, communityId);
  const ids = await authors(ctx, event);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await recount(ctx.db, communityId, ids.slice(from, from + AT_ONCE));
  }
}
