import type { Selectable } from "kysely";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { ThreadTable } from "#db/schema-threads.ts";
import { stateKeyOf, threadHref, type ThreadRow } from "./thread-view.ts";
import { stampText } from "./time-cursor.ts";
import { visibleThreads } from "./visible-to.server.ts";

/** Selects what a list shows of the threads of a query. */
export function withRow(query: ReturnType<typeof visibleThreads>) {
  return query
    .leftJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "thread.community_id")
        .onRef("author.id", "=", "thread.author_id"),
    )
    .leftJoin("post as line", (join) =>
      join
        .onRef("line.community_id", "=", "thread.community_id")
        .on((eb) =>
          eb("line.id", "=", eb.fn.coalesce("thread.accepted_post_id", "thread.official_post_id")),
        ),
    )
    .leftJoin("member as speaker", (join) =>
      join
        .onRef("speaker.community_id", "=", "line.community_id")
        .onRef("speaker.id", "=", "line.author_id"),
    )
    .select([
      "thread.id",
      "thread.slug",
      "thread.title",
      "thread.kind",
      "thread.state",
      "thread.pinned",
      "thread.locked_at",
      "thread.idea_status",
      "thread.accepted_post_id",
      "thread.official_post_id",
      "thread.answer_count",
      "thread.reply_count",
      "thread.same_here_count",
      "thread.score",
      "thread.line_who",
      "thread.line_text",
      "thread.last_activity_at",
      "space.slug as space_slug",
      "space.name as space_name",
      "author.handle as author_handle",
      "author.name as author_name",
      "author.role as author_role",
      "author.rank as author_rank",
      "speaker.name as speaker_name",
      stampText("thread.last_activity_at").as("activity_stamp"),
      stampText("thread.created_at").as("created_stamp"),
    ]);
}

/** A fetched row of a list. */
export type ListedThread = Pick<
  Selectable<ThreadTable>,
  | "id"
  | "slug"
  | "title"
  | "kind"
  | "state"
  | "pinned"
  | "locked_at"
  | "idea_status"
  | "accepted_post_id"
  | "official_post_id"
  | "answer_count"
  | "reply_count"
  | "same_here_count"
  | "line_who"
  | "line_text"
  | "last_activity_at"
> & {
  space_slug: string;
  space_name: string;
  author_handle: string | null;
  author_name: string | null;
  author_role: MemberRole | null;
  author_rank: number | null;
  speaker_name: string | null;
};

/** A fetched row → what a list shows of it. */
export function threadRowView(
  ctx: Pick<Ctx, "t" | "now" | "community">,
  row: ListedThread,
): ThreadRow {
  return {
    id: row.id,
    href: threadHref(row.id, row.slug),
    title: row.title,
    kind: row.kind,
    stateKey: stateKeyOf(row),
    line:
      row.line_text === ""
        ? null
        : {
            who: row.speaker_name ?? row.line_who,
            text: row.line_text,
            official: row.accepted_post_id === null,
          },
    space: { slug: row.space_slug, name: row.space_name },
    author:
      row.author_handle === null
        ? null
        : {
            handle: row.author_handle,
            name: row.author_name ?? "",
            role: row.author_role ?? "member",
            rank: row.author_rank ?? 0,
          },
    at: formatTime(ctx.t, row.last_activity_at, ctx.now, ctx.community.timeZone),
    counts: { sameHere: row.same_here_count, replies: row.reply_count },
    pinned: row.pinned,
  };
}

/** The threads of the ids that the actor may see and that are published, in the ids' order. */
export async function listThreadsById(ctx: Ctx, ids: number[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return [];
  const rows = await withRow(visibleThreads(ctx))
    .where("thread.id", "in", ids)
    .where("thread.state", "=", "published")
    .where("thread.merged_into", "is", null)
    .execute();
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    .map((row) => threadRowView(ctx, row));
}
