import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { handOverCase } from "./hand-over.server.ts";
import { insertItem } from "./insert-item.server.ts";
import { loadReviewSettings } from "./load-settings.server.ts";
import { FIRST_POSTS, type ReviewSetting } from "./review-rules.ts";

/** Whether members get this one of what comes; the same for a fact that is heard twice. */
function falls({ enabled, share }: ReviewSetting, eventId: string): boolean {
  const number = createHash("sha256").update(eventId).digest().readUInt32BE(0);
  return enabled && number % 100 < share;
}

type Posted = AppEvent<"thread.started" | "answer.published" | "reply.published">;

/** One of the first visible posts of a member of the first rank that nobody decided about. */
async function loadFirst(ctx: Ctx, { threadId, postId }: { threadId: number; postId?: number }) {
  const at = ctx.community.id;
  const { rows } = await sql<{ author_id: number; post_id: number | null }>`
    select m.id as author_id, case when p.kind = 'opening' then null else p.id end as post_id
    from thread t
    join post p on p.community_id = t.community_id and p.thread_id = t.id
      and p.id = coalesce(${postId ?? null}::bigint, t.opening_post_id)
    join member m on m.community_id = p.community_id and m.id = p.author_id
    where t.community_id = ${at} and t.id = ${threadId} and t.state = 'published'
      and p.state = 'published' and m.role = 'member' and m.rank = 0
      and (select count(*) from (
        select from post o where o.community_id = m.community_id and o.author_id = m.id
          and o.id < p.id limit ${FIRST_POSTS}) earlier) < ${FIRST_POSTS}
      and not exists (select from decision d where d.community_id = t.community_id
        and (d.post_id = p.id or (p.kind = 'opening' and d.thread_id = t.id)))
  `.execute(ctx.db);
  return rows[0];
}

/** Hands the first posts of newcomers to members. */
export async function queueFirstPost(ctx: Ctx, event: Posted): Promise<void> {
  const settings = await loadReviewSettings(ctx.db, ctx.community.id);
  if (!falls(settings.first_post, event.id)) return;
  const { threadId } = event.payload;
  const postId = "postId" in event.payload ? event.payload.postId : undefined;
  const first = await loadFirst(ctx, postId === undefined ? { threadId } : { threadId, postId });
  if (!first) return;
  await inTransaction(ctx.db, async (tx) => {
    await insertItem(tx, ctx, {
      kind: "first_post",
      threadId,
      postId: first.post_id,
      authorId: first.author_id,
    });
  });
}

/** Hands what a member edited of somebody else's to other members. */
export async function queueEdit(ctx: Ctx, event: AppEvent<"post.edited">): Promise<void> {
  const settings = await loadReviewSettings(ctx.db, ctx.community.id);
  if (!falls(settings.edit, event.id)) return;
  const { threadId, postId } = event.payload;
  const { rows } = await sql<{
    number: number;
    editor_id: number;
    author_id: number | null;
    opening: boolean;
  }>`
    select r.number, r.editor_id, p.author_id, p.kind = 'opening' as opening
    from post p
    join revision r on r.community_id = p.community_id and r.post_id = p.id
      and r.number = p.revision - 1
    join member e on e.community_id = r.community_id and e.id = r.editor_id
    where p.community_id = ${ctx.community.id} and p.id = ${postId} and p.state = 'published'
      and r.editor_id is distinct from p.author_id and e.role in ('member', 'super_user')
  `.execute(ctx.db);
  const edit = rows[0];
  if (!edit) return;
  await inTransaction(ctx.db, async (tx) => {
    await insertItem(tx, ctx, {
      kind: "edit",
      threadId,
      postId: edit.opening ? null : postId,
      revision: edit.number,
      authorId: edit.author_id,
      proposedBy: edit.editor_id,
    });
  });
}

/** Hands over what was held, where staff share that part of the queue. */
export async function queueHeld(ctx: Ctx, event: AppEvent<"case.opened">): Promise<void> {
  const settings = await loadReviewSettings(ctx.db, ctx.community.id);
  if (!falls(settings.held, event.id)) return;
  const { caseId } = event.payload;
  const row = await ctx.db
    .selectFrom("moderation_case")
    .select("queue")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", caseId)
    .executeTakeFirst();
  if (row?.queue === "held") {
    await inTransaction(ctx.db, (tx) => handOverCase(tx, ctx, caseId));
  }
}
