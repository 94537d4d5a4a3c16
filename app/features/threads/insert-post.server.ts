import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { sql } from "kysely";
import { attachUploads } from "./attached/attach-uploads.server.ts";
import type { StoredText } from "./rich-text/render-text.ts";

export type NewPost = {
  threadId: number;
  stored: StoredText;
} & (
  | { kind: "opening" | "answer"; parentId: null; rootId: null }
  | { kind: "reply"; parentId: number; rootId: number }
);

export type InsertedPost = {
  id: number;
  thread_id: number;
  kind: "opening" | "answer" | "reply";
  state: "held";
  created_at: Date;
};

/**
 * Writes a post that nobody sees yet; `publishPost` makes it visible and counts it. Throws InvalidError
 * on `body` when it shows uploads that its author may not.
 */
export async function insertPost(tx: Tx, ctx: Ctx, post: NewPost): Promise<InsertedPost> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('post', 'id')) as id
  `.execute(tx);
  const { id } = rows[0]!;
  await tx
    .insertInto("post")
    .values({
      community_id: ctx.community.id,
      id,
      thread_id: post.threadId,
      kind: post.kind,
      parent_id: post.parentId,
      root_id: post.rootId ?? id,
      author_id: ctx.actor.id,
      document: JSON.stringify(post.stored.document),
      html: post.stored.html,
      text: post.stored.text,
      state: "held",
      created_at: ctx.now,
    })
    .execute();
  await attachUploads(tx, ctx, { postId: id, document: post.stored.document });
  return { id, thread_id: post.threadId, kind: post.kind, state: "held", created_at: ctx.now };
}

/** How many of a member's last posts are compared with a new one. */
const LOOKED_AT = 20;
const SAME_WITHIN = 60_000;

/**
 * The post that a member wrote in the same place with the same words within the last minute: a
 * double click, a retry or the back button. The caller holds a lock that keeps twins apart.
 */
export async function findTwin(
  tx: Tx,
  ctx: Ctx,
  post: {
    kind: "opening" | "answer" | "reply";
    threadId?: number;
    parentId: number | null;
    html: string;
  },
): Promise<{ id: number; thread_id: number }[]> {
  const rows = await tx
    .selectFrom("post")
    .select(["id", "thread_id", "kind", "parent_id", "html", "state", "created_at"])
    .where("community_id", "=", ctx.community.id)
    .where("author_id", "=", ctx.actor.id)
    .orderBy("id", "desc")
    .limit(LOOKED_AT)
    .execute();
  return rows.filter(
    (row) =>
      row.kind === post.kind &&
      row.parent_id === post.parentId &&
      (post.threadId === undefined || row.thread_id === post.threadId) &&
      (row.state === "published" || row.state === "held") &&
      row.html === post.html &&
      row.created_at.getTime() > ctx.now.getTime() - SAME_WITHIN,
  );
}
