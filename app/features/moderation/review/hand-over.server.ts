import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadMasks } from "../masking/load-masks.server.ts";
import { loadCase } from "../load-case.server.ts";
import { holdsPersonal } from "./find-personal.ts";
import { insertItem } from "./insert-item.server.ts";
import { loadReviewSettings } from "./load-settings.server.ts";

type Held = {
  thread_id: number;
  post_id: number | null;
  author_id: number | null;
  title: string;
  text: string;
  html: string;
};

/** Whether members got it: an open case of something held by a member, without personal data. */
export async function handOverCase(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "now">,
  caseId: number,
): Promise<boolean> {
  const { rows } = await sql<Held>`
    select t.id as thread_id, c.post_id, p.author_id, t.title, p.text, p.html
    from moderation_case c
    join post p on p.community_id = c.community_id and p.id = coalesce(c.post_id,
      (select o.opening_post_id from thread o where o.community_id = c.community_id and o.id = c.thread_id))
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
    left join member m on m.community_id = p.community_id and m.id = p.author_id
    where c.community_id = ${ctx.community.id} and c.id = ${caseId} and c.closed_at is null
      and c.queue = 'held' and coalesce(m.role, 'member') in ('member', 'super_user')
      and case when c.post_id is null then t.state else p.state end = 'held'
  `.execute(tx);
  const held = rows[0];
  if (!held) return false;
  const { options } = await loadMasks(tx, ctx);
  const text = held.post_id === null ? `${held.title}\n${held.text}` : held.text;
  if (holdsPersonal({ text, html: held.html }, options)) return false;
  await insertItem(tx, ctx, {
    kind: "held",
    threadId: held.thread_id,
    postId: held.post_id,
    authorId: held.author_id,
    caseId,
  });
  return true;
}

/**
 * Hands a held post or thread over to the members who review; the case stays open for staff meanwhile.
 * Throws ConflictError when members don't review held posts, or it isn't for them: it isn't held any
 * more, is of staff, or holds personal data. Throws NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function handOver(ctx: Ctx, input: { caseId: number }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await loadCase(tx, ctx, input.caseId, { lock: true });
    const { held } = await loadReviewSettings(tx, ctx.community.id);
    if (!held.enabled) throw new ConflictError("review_off", { key: "review.heldOff" });
    if (await handOverCase(tx, ctx, input.caseId)) return;
    throw new ConflictError("not_for_members", { key: "review.notForMembers" });
  });
}
