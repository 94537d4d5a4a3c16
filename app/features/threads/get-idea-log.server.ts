import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { IdeaStatus } from "#db/schema-threads.ts";
import { threadHref } from "./thread-view.ts";
import { visibleThreads } from "./visible-to.server.ts";

/** One thing that happened to an idea. */
export type IdeaStep =
  | { kind: "status"; status: IdeaStatus; note: string; by: string | null; at: TimeText }
  | { kind: "merged"; title: string; href: string; at: TimeText };

/** What became of an idea that the actor may see: its changes of status and what was merged into it. */
export async function getIdeaLog(ctx: Ctx, threadId: number): Promise<IdeaStep[]> {
  const changes = await visibleThreads(ctx)
    .innerJoin("idea_status_change as change", (join) =>
      join
        .onRef("change.community_id", "=", "thread.community_id")
        .onRef("change.thread_id", "=", "thread.id"),
    )
    .leftJoin("member as actor", (join) =>
      join
        .onRef("actor.community_id", "=", "change.community_id")
        .onRef("actor.id", "=", "change.actor_id"),
    )
    .where("thread.id", "=", threadId)
    .select(["change.to_status", "change.note", "change.created_at", "actor.name"])
    .orderBy("change.id")
    .execute();
  const merged = await visibleThreads(ctx)
    .where("thread.merged_into", "=", threadId)
    .where("thread.state", "=", "published")
    // One whose posts came along stands nowhere.
    .where("thread.opening_post_id", "is not", null)
    .select(["thread.id", "thread.slug", "thread.title", "thread.merged_at"])
    .orderBy("thread.merged_at")
    .execute();
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  const steps = [
    ...changes.map((row): IdeaStep => {
      const { to_status: status, note, name: by } = row;
      return { kind: "status", status, note, by, at: time(row.created_at) };
    }),
    ...merged.map((row): IdeaStep => {
      const href = `${threadHref(row.id, row.slug)}?stay`;
      return { kind: "merged", title: row.title, href, at: time(row.merged_at ?? ctx.now) };
    }),
  ];
  return steps.toSorted((a, b) => a.at.iso.localeCompare(b.at.iso));
}
