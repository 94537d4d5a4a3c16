import { sql, type SqlBool } from "kysely";
import type { MarkItem, RedirectItem, SameHereItem } from "./import-items.ts";
import type { ImportJob, Of } from "./import-job.ts";
import type { PreparedBatch } from "./prepared-batch.ts";

type PostRow = { threadId: number; authorId: number | null; isAnswer: boolean };

async function findPosts(job: ImportJob, ids: number[]): Promise<Map<number, PostRow>> {
  if (ids.length === 0) return new Map();
  const rows = await job.ctx.db
    .selectFrom("post")
    .select(["id", "thread_id", "author_id", "kind", "state"])
    .where("community_id", "=", job.ctx.community.id)
    .where(sql<SqlBool>`id = any(${[...new Set(ids)]}::bigint[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        threadId: row.thread_id,
        authorId: row.author_id,
        isAnswer: row.kind === "answer" && row.state === "published",
      },
    ]),
  );
}

async function findThreads(job: ImportJob, ids: number[]) {
  if (ids.length === 0) return new Map();
  const rows = await job.ctx.db
    .selectFrom("thread")
    .select(["id", "kind", "author_id", "accepted_post_id", "official_post_id"])
    .where("community_id", "=", job.ctx.community.id)
    .where(sql<SqlBool>`id = any(${[...new Set(ids)]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Accepted and official answers. */
export async function prepareMarks(
  job: ImportJob,
  items: MarkItem[],
  batch: PreparedBatch,
): Promise<void> {
  const threads = await findThreads(
    job,
    items.flatMap((item) => job.ids.thread(item.thread)?.id ?? []),
  );
  const posts = await findPosts(
    job,
    items.flatMap((item) => job.ids.post(item.post)?.id ?? []),
  );
  for (const item of items) {
    const thread = threads.get(job.ids.thread(item.thread)?.id ?? 0);
    const postId = job.ids.post(item.post)?.id ?? 0;
    const post = posts.get(postId);
    const isRight = thread && post?.isAnswer && post.threadId === thread.id;
    if (!isRight || (item.type === "accepted" && thread.kind !== "question")) {
      batch.notTaken(item.where, `the ${item.type} answer isn't there`);
      continue;
    }
    const { type, at } = item;
    batch.marks.push({ type, threadId: thread.id, postId, at, by: job.ids.member(item.by) });
    batch.record(type, item.thread, postId);
    batch.touchedThreads.add(thread.id);
    batch.count(type);
  }
}

/** Helpful votes; one's own post can't be voted for. */
export async function prepareVotes(
  job: ImportJob,
  items: Of<"vote">[],
  batch: PreparedBatch,
): Promise<void> {
  const posts = await findPosts(
    job,
    items.flatMap((item) => job.ids.post(item.post)?.id ?? []),
  );
  for (const item of items) {
    const postId = job.ids.post(item.post)?.id ?? 0;
    const post = posts.get(postId);
    const memberId = job.ids.member(item.member);
    if (!post) batch.notTaken(item.where, "a vote on a post that wasn't taken");
    else if (item.member !== null && memberId === null) {
      batch.notTaken(item.where, "a vote of a member who wasn't taken");
    } else if (memberId !== null && memberId === post.authorId) {
      batch.notTaken(item.where, "a vote on one's own post");
    } else {
      const { source, createdAt } = item;
      batch.votes.push({ postId, memberId, source, createdAt });
      if (item.member !== null) batch.record("vote", `${item.post}:${item.member}`, postId);
      batch.touchedThreads.add(post.threadId);
      batch.count("votes");
    }
  }
}

/** Who has the same question. */
export async function prepareSameHere(
  job: ImportJob,
  items: SameHereItem[],
  batch: PreparedBatch,
): Promise<void> {
  const threads = await findThreads(
    job,
    items.flatMap((item) => job.ids.thread(item.thread)?.id ?? []),
  );
  for (const item of items) {
    const thread = threads.get(job.ids.thread(item.thread)?.id ?? 0);
    const memberId = job.ids.member(item.member);
    if (!thread || memberId === null || thread.author_id === memberId) {
      batch.notTaken(item.where, "its thread or member wasn't taken, or started the thread");
      continue;
    }
    batch.sameHere.push({ threadId: thread.id, memberId, createdAt: item.createdAt });
    batch.record("same_here", `${item.thread}:${item.member}`, thread.id);
    batch.touchedThreads.add(thread.id);
    batch.count("sameHere");
  }
}

/** Old addresses. */
export async function prepareRedirects(
  job: ImportJob,
  items: RedirectItem[],
  batch: PreparedBatch,
): Promise<void> {
  const threads = await findThreads(
    job,
    items.flatMap((item) => job.ids.thread(item.thread)?.id ?? []),
  );
  const posts = await findPosts(
    job,
    items.flatMap((item) => (item.post && job.ids.post(item.post)?.id) || []),
  );
  for (const item of items) {
    const thread = threads.get(job.ids.thread(item.thread)?.id ?? 0);
    const postId = item.post === null ? null : (job.ids.post(item.post)?.id ?? 0);
    if (!thread || (postId !== null && posts.get(postId)?.threadId !== thread.id)) {
      batch.notTaken(item.where, "an old address of a thread or post that wasn't taken");
      continue;
    }
    const row = { community_id: job.ctx.community.id, path: item.path };
    batch.redirects.push({ ...row, thread_id: thread.id, post_id: postId });
  }
}
