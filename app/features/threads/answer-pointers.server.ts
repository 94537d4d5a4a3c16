import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { threadLine } from "./thread-line.ts";

type Where = Pick<Ctx, "community" | "actor">;
/** A thread, and what it points at. */
export type Pointing = {
  id: number;
  accepted_post_id: number | null;
  official_post_id: number | null;
};

/** Sets the line that lists show from the accepted answer, else the official one, else none. */
export async function refreshLine(tx: Tx, communityId: number, threadId: number): Promise<void> {
  const shown = await tx
    .selectFrom("thread")
    .innerJoin("post", (join) =>
      join
        .onRef("post.community_id", "=", "thread.community_id")
        .on((eb) =>
          eb("post.id", "=", eb.fn.coalesce("thread.accepted_post_id", "thread.official_post_id")),
        ),
    )
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "post.community_id")
        .onRef("member.id", "=", "post.author_id"),
    )
    .where("thread.community_id", "=", communityId)
    .where("thread.id", "=", threadId)
    .select(["post.text", "post.source_author", "member.name"])
    .executeTakeFirst();
  const line = shown
    ? threadLine(shown.name ?? shown.source_author, shown.text)
    : { line_who: "", line_text: "" };
  await tx
    .updateTable("thread")
    .set(line)
    .where("community_id", "=", communityId)
    .where("id", "=", threadId)
    .execute();
}

/** Takes back which answer is accepted; the caller holds the thread's row. */
export async function clearAccepted(tx: Tx, ctx: Where, thread: Pointing): Promise<void> {
  if (thread.accepted_post_id === null) return;
  await tx
    .updateTable("thread")
    .set({ accepted_post_id: null, accepted_by: null, accepted_at: null })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.id)
    .execute();
  await refreshLine(tx, ctx.community.id, thread.id);
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "answer.unaccepted",
    payload: { threadId: thread.id, postId: thread.accepted_post_id },
  });
}

/** Takes back which answer is official; the caller holds the thread's row. */
export async function clearOfficial(tx: Tx, ctx: Where, thread: Pointing): Promise<void> {
  if (thread.official_post_id === null) return;
  await tx
    .updateTable("thread")
    .set({ official_post_id: null, official_at: null })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.id)
    .execute();
  await tx
    .updateTable("post")
    .set({ official: false })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", thread.official_post_id)
    .execute();
  await refreshLine(tx, ctx.community.id, thread.id);
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "answer.official_changed",
    payload: { threadId: thread.id, postId: thread.official_post_id },
  });
}
