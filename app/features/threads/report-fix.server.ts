import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError } from "#app/lib/errors.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadThread } from "./load-post.server.ts";
import { threadRef, type ThreadRef } from "./post-ref.ts";
import { threadSubject } from "./subjects.ts";

export type ReportFix = {
  threadId: number;
  works: boolean;
  /** A guest's random name for this visit; only a hash of it with the thread is kept, for a day. */
  visit: string | null;
};

type Reporter = { member_id: number } | { visit_hash: string };

/** Unlike in two threads, so that nobody's reports can be put together. */
function reporterOf(ctx: Ctx, { threadId, visit }: ReportFix): Reporter {
  if (ctx.actor.id !== null) return { member_id: ctx.actor.id };
  if (!visit) throw new Error("a guest's report needs a visit");
  return { visit_hash: hashToken(`${ctx.community.id}:${threadId}:${visit}`) };
}

async function findReport(tx: Tx, ctx: Ctx, threadId: number, reporter: Reporter) {
  const query = tx
    .selectFrom("fix_report")
    .select(["id", "post_id", "works"])
    .where("community_id", "=", ctx.community.id)
    .where("thread_id", "=", threadId);
  return "member_id" in reporter
    ? query.where("member_id", "=", reporter.member_id).executeTakeFirst()
    : query.where("visit_hash", "=", reporter.visit_hash).executeTakeFirst();
}

async function recountWorks(tx: Tx, communityId: number, postIds: number[]): Promise<void> {
  await sql`
    update post p set works_count = c.n, last_worked_at = c.last
    from (
      select wanted.id, count(r.id)::int as n, max(r.created_at) as last
      from unnest(${postIds}::bigint[]) as wanted (id)
      left join fix_report r on r.community_id = ${communityId} and r.post_id = wanted.id and r.works
      group by wanted.id
    ) c
    where p.community_id = ${communityId} and p.id = c.id
  `.execute(tx);
}

/** The answer that readers try: the accepted one, else the official one. */
async function answerOf(tx: Tx, ctx: Ctx, postId: number | null): Promise<number> {
  if (postId === null) {
    throw new ConflictError("nothing_to_report", { key: "fix.nothingToReport" });
  }
  const post = await tx
    .selectFrom("post")
    .select("author_id")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  if (ctx.actor.id !== null && post.author_id === ctx.actor.id) {
    throw new ForbiddenError("own_answer", { key: "fix.ownAnswer" });
  }
  return postId;
}

/**
 * Whether a thread's answer worked for somebody: once a member, or a guest's visit, who may change
 * their mind. Throws ConflictError when there is nothing to try, ForbiddenError, NotFoundError.
 */
export async function reportFix(ctx: Ctx, input: ReportFix): Promise<ThreadRef> {
  const reporter = reporterOf(ctx, input);
  return inTransaction(ctx.db, async (tx) => {
    const thread = await loadThread(tx, ctx, input.threadId, { lock: true });
    assertCan(ctx.actor, "thread.reportFix", threadSubject(thread));
    const postId = await answerOf(tx, ctx, thread.accepted_post_id ?? thread.official_post_id);
    const known = await findReport(tx, ctx, thread.id, reporter);
    if (known?.post_id === postId && known.works === input.works) return threadRef(thread);
    const said = { post_id: postId, works: input.works, created_at: ctx.now };
    if (known) {
      await tx
        .updateTable("fix_report")
        .set(said)
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", known.id)
        .execute();
    } else {
      await tx
        .insertInto("fix_report")
        .values({ community_id: ctx.community.id, thread_id: thread.id, ...reporter, ...said })
        .execute();
    }
    const changed = new Set([postId, ...(known ? [known.post_id] : [])]);
    await recountWorks(tx, ctx.community.id, [...changed]);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "fix.reported",
      payload: { threadId: thread.id, postId },
    });
    return threadRef(thread);
  });
}
