import type { Ctx } from "#app/lib/ctx.ts";
import { visibleThreads } from "../visible-to.server.ts";

/**
 * Which of some uploads a published post shows that the actor may read. A post that is held, hidden or
 * removed shows its files to nobody; an earlier revision shows none.
 */
export async function shownUploads(
  ctx: Pick<Ctx, "db" | "community" | "actor">,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await visibleThreads(ctx)
    .innerJoin("post", (join) =>
      join
        .onRef("post.community_id", "=", "thread.community_id")
        .onRef("post.thread_id", "=", "thread.id"),
    )
    .innerJoin("post_upload", (join) =>
      join
        .onRef("post_upload.community_id", "=", "post.community_id")
        .onRef("post_upload.post_id", "=", "post.id"),
    )
    .where("post.state", "=", "published")
    .where("post_upload.community_id", "=", ctx.community.id)
    .where("post_upload.upload_id", "in", ids)
    .where("post_upload.current", "=", true)
    .select("post_upload.upload_id")
    .distinct()
    .execute();
  return rows.map((row) => row.upload_id);
}
