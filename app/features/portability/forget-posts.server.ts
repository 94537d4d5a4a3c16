import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Tx } from "#db/client.server.ts";

/** Sees everything, is nobody: what it withdraws is withdrawn by no member. */
const HOUSE: Actor = {
  kind: "member",
  id: 0,
  role: "admin",
  handle: "",
  name: "",
  verified: true,
  locale: null,
  rank: { index: 0, key: "" },
  powers: new Set(),
};

async function withdrawAll(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const posts = await tx
    .selectFrom("post")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("author_id", "=", memberId)
    .where("kind", "<>", "opening")
    .where("state", "<>", "deleted")
    .orderBy("thread_id")
    .orderBy("id")
    .execute();
  const house = { ...ctx, actor: HOUSE };
  for (const { id } of posts) {
    const post = await loadPost(tx, house, id, { lock: true });
    await withdrawPost(tx, house, post, { to: "deleted", reason: "" });
  }
  await sql`
    update post set state_by = null where community_id = ${ctx.community.id} and state_by = ${HOUSE.id}
  `.execute(tx);
}

/** Threads that nobody else wrote in go as a whole; in the others only the opening text goes. */
async function closeThreads(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const title = ctx.t("data.removedTitle");
  const { rows } = await sql<{ id: number }>`
    update thread set state = 'deleted', state_reason = '', state_by = null,
      state_at = ${ctx.now}, title = ${title}, slug = ${slugOf(title)}
    where community_id = ${ctx.community.id} and author_id = ${memberId} and not exists (
      select from post p where p.community_id = thread.community_id and p.thread_id = thread.id
        and p.author_id is distinct from ${memberId}
    ) returning id
  `.execute(tx);
  for (const { id } of rows) {
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: null,
      type: "thread.state_changed",
      payload: { threadId: id },
    });
  }
}

/**
 * Takes everything that a member wrote out of the community: answers and replies are withdrawn, the
 * texts of all posts and their revisions are gone. A question that others answered keeps its title.
 */
export async function forgetPosts(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  await withdrawAll(tx, ctx, memberId);
  await closeThreads(tx, ctx, memberId);
  await sql`
    delete from thread_field f using thread t
    where f.community_id = ${ctx.community.id} and t.community_id = f.community_id
      and t.id = f.thread_id and t.author_id = ${memberId}
  `.execute(tx);
  const stub = renderMarkdown(ctx.t("data.removedPost"));
  await sql`
    with own as (
      update post set document = ${JSON.stringify(stub.document)}::jsonb, html = ${stub.html},
        text = ${stub.text}, revision = 1, edited_at = null, edited_by = null
      where community_id = ${ctx.community.id} and author_id = ${memberId} returning id
    )
    delete from revision r using own where r.community_id = ${ctx.community.id} and r.post_id = own.id
  `.execute(tx);
}
