import { sql } from "kysely";
import { can, type PostSubject } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import { postSubject, threadSubject } from "./subjects.ts";

function threadRow(db: Db, communityId: number) {
  return db
    .selectFrom("thread")
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .where("thread.community_id", "=", communityId)
    .select([
      "thread.id",
      "thread.kind",
      "thread.space_id",
      "thread.author_id",
      "thread.title",
      "thread.slug",
      "thread.state",
      "thread.state_by",
      "thread.locked_at",
      "thread.opening_post_id",
      "thread.accepted_post_id",
      "thread.official_post_id",
      "thread.answer_count",
      "thread.merged_into",
      "thread.duplicate_of",
      "thread.pinned",
      "thread.idea_status",
      "thread.idea_note",
      "thread.accepted_by",
      "thread.accepted_at",
      "thread.official_at",
      "thread.created_at",
      "space.read_role",
    ]);
}

export type LoadedThread = Awaited<
  ReturnType<ReturnType<typeof threadRow>["executeTakeFirstOrThrow"]>
>;

function postRow(db: Db, communityId: number) {
  return db
    .selectFrom("post")
    .where("post.community_id", "=", communityId)
    .select([
      "post.id",
      "post.thread_id",
      "post.kind",
      "post.parent_id",
      "post.root_id",
      "post.author_id",
      "post.document",
      "post.html",
      "post.text",
      "post.state",
      "post.state_by",
      "post.official",
      "post.revision",
      "post.created_at",
    ])
    .select((eb) => [
      eb
        .selectFrom("post as root")
        .whereRef("root.community_id", "=", "post.community_id")
        .whereRef("root.id", "=", "post.root_id")
        .select("root.state")
        .as("root_state"),
      eb
        .selectFrom("member")
        .whereRef("member.community_id", "=", "post.community_id")
        .whereRef("member.id", "=", "post.author_id")
        .select("member.role")
        .as("role"),
      sql<boolean>`exists (
        select from post below where below.community_id = post.community_id
          and below.root_id = post.root_id and below.parent_id = post.id
          and below.state = 'published' and below.author_id is distinct from post.author_id
      )`.as("replied_by_others"),
    ]);
}

export type LoadedPost = Awaited<
  ReturnType<ReturnType<typeof postRow>["executeTakeFirstOrThrow"]>
> & {
  thread: LoadedThread;
  subject: PostSubject;
};

type Where = Pick<Ctx, "community" | "actor">;

/**
 * A thread for a command; `lock` holds its row until the transaction ends, so that commands on one
 * thread follow each other. Throws NotFoundError when the actor may not know of it.
 */
export async function loadThread(
  db: Db,
  { community, actor }: Where,
  threadId: number,
  options: { lock?: boolean } = {},
): Promise<LoadedThread> {
  if (!Number.isSafeInteger(threadId)) throw new NotFoundError();
  const query = threadRow(db, community.id).where("thread.id", "=", threadId);
  const row = await (options.lock ? query.forNoKeyUpdate("thread") : query).executeTakeFirst();
  if (!row) throw new NotFoundError();
  const subject = threadSubject(row);
  const mayUndo = can(actor, "thread.restore", subject);
  if (!mayUndo && !can(actor, "thread.read", subject)) throw new NotFoundError();
  return row;
}

/**
 * A post with its thread for a command; `lock` takes the thread's row first, then the post's, the
 * order of every command. Throws NotFoundError when the actor may not know of it.
 */
export async function loadPost(
  db: Db,
  where: Where,
  postId: number,
  options: { lock?: boolean } = {},
): Promise<LoadedPost> {
  if (!Number.isSafeInteger(postId)) throw new NotFoundError();
  const found = await db
    .selectFrom("post")
    .select("thread_id")
    .where("community_id", "=", where.community.id)
    .where("id", "=", postId)
    .executeTakeFirst();
  if (!found) throw new NotFoundError();
  const thread = await loadThread(db, where, found.thread_id, options);
  const query = postRow(db, where.community.id).where("post.id", "=", postId);
  const row = await (options.lock ? query.forNoKeyUpdate("post") : query).executeTakeFirst();
  if (!row) throw new NotFoundError();
  const rootState = row.root_state ?? row.state;
  const subject = postSubject(row, thread, rootState);
  const mayUndo = can(where.actor, "post.restore", subject);
  // A hidden post shows as a stub, so its being there is no secret; a held or deleted one is.
  const known = row.state === "hidden" || can(where.actor, "post.read", subject);
  if (!mayUndo && !known) throw new NotFoundError();
  return { ...row, thread, subject };
}
