import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import type { IdeaStatus, ThreadKind } from "#db/schema-threads.ts";
import type { ListName } from "./list-name.ts";
import { isFollowed } from "./following/followed-threads.server.ts";
import { unreadAmong } from "./following/unread-among.server.ts";
import { threadRowView, withRow } from "./thread-rows.server.ts";
import type { ThreadList } from "./thread-view.ts";
import { isCount, isStamp } from "./time-cursor.ts";
import { visibleThreads } from "./visible-to.server.ts";

export type ListThreads = {
  list: ListName;
  spaceSlug?: string | undefined;
  tagSlug?: string | undefined;
  kind?: ThreadKind | undefined;
  ideaStatus?: IdeaStatus | undefined;
  /** Of one member; with their own held and hidden ones when they look at it themselves. */
  authorHandle?: string | undefined;
  cursor?: string | null | undefined;
  limit?: number | undefined;
};

type Places = { space_id: number | null; tag_id: number | null; author_id: number | null };
type Sort = "activity" | "created" | "score";

const SORTS: Record<ListName, Sort> = {
  latest: "activity",
  needs_answer: "created",
  solved: "activity",
  top: "score",
  following: "activity",
};
const COLUMNS = {
  activity: "thread.last_activity_at",
  created: "thread.created_at",
  score: "thread.score",
} as const;
const MAX_LIMIT = 100;

/** Looks up what the list is limited to, in one query. Throws NotFoundError for what isn't there. */
async function findPlaces(ctx: Ctx, input: ListThreads): Promise<Places> {
  const { spaceSlug, tagSlug, authorHandle } = input;
  if (!spaceSlug && !tagSlug && !authorHandle) {
    return { space_id: null, tag_id: null, author_id: null };
  }
  const { rows } = await sql<Places>`
    select
      (select id from space where community_id = ${ctx.community.id} and slug = ${spaceSlug ?? ""}
        and read_role = any(${rolesUpTo(ctx.actor.role)}::text[])) as space_id,
      (select id from tag where community_id = ${ctx.community.id} and slug = ${tagSlug ?? ""}) as tag_id,
      (select id from member where community_id = ${ctx.community.id}
        and handle_key = ${handleKey(authorHandle ?? "")}) as author_id
  `.execute(ctx.db);
  const found = rows[0]!;
  if (spaceSlug && found.space_id === null) throw new NotFoundError();
  if (tagSlug && found.tag_id === null) throw new NotFoundError();
  if (authorHandle && found.author_id === null) throw new NotFoundError();
  return found;
}

function filtered(ctx: Ctx, input: ListThreads, places: Places, cursor: Cursor | null) {
  let query = visibleThreads(ctx).where("thread.merged_into", "is", null);
  if (places.author_id === null) query = query.where("thread.state", "=", "published");
  else query = query.where("thread.author_id", "=", places.author_id);
  if (places.space_id !== null) query = query.where("thread.space_id", "=", places.space_id);
  if (input.kind) query = query.where("thread.kind", "=", input.kind);
  if (input.ideaStatus) query = query.where("thread.idea_status", "=", input.ideaStatus);
  if (places.tag_id !== null) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("thread_tag")
          .select(sql<number>`1`.as("one"))
          .where("thread_tag.community_id", "=", ctx.community.id)
          .where("thread_tag.tag_id", "=", places.tag_id!)
          .whereRef("thread_tag.thread_id", "=", "thread.id"),
      ),
    );
  }
  if (input.list === "following") query = query.where(isFollowed(ctx, cursor));
  if (input.list === "solved") query = query.where("thread.accepted_post_id", "is not", null);
  if (input.list === "needs_answer") {
    query = query
      .where("thread.kind", "=", "question")
      .where("thread.answer_count", "=", 0)
      .where("thread.locked_at", "is", null);
  }
  return query;
}

function readCursor(sort: Sort, text: string | null | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  if (!cursor) return null;
  const fits = sort === "score" ? isCount(cursor.value) : isStamp(cursor.value);
  return fits ? cursor : null;
}

/** Members pin in a space; before the threads of all spaces only the brand's announcements stand. */
function onTop(places: Places) {
  const pinned = sql<boolean>`thread.pinned`;
  if (places.space_id !== null || places.tag_id !== null) return pinned;
  return sql<boolean>`(thread.pinned and thread.kind = 'announcement')`;
}

/** Pinned threads stand before the first page of the latest, whatever their age; at most this many. */
const MAX_PINNED = 50;

/**
 * A page of threads by one of the lists, newest (or highest) first, and the cursor of the next page.
 * Two queries at most,
 * and a third for members: what is unread. Throws NotFoundError for a space, tag or member that isn't there.
 */
export async function listThreads(ctx: Ctx, input: ListThreads): Promise<ThreadList> {
  const places = await findPlaces(ctx, input);
  const sort = SORTS[input.list];
  const cursor = readCursor(sort, input.cursor);
  const limit = Math.min(MAX_LIMIT, Math.max(1, input.limit ?? 20));
  const column = COLUMNS[sort];
  const pins = input.list === "latest" && places.author_id === null;

  let query = withRow(filtered(ctx, input, places, cursor))
    .orderBy(column, "desc")
    .orderBy("thread.id", "desc")
    .limit(limit + 1);
  if (cursor) {
    const value = sort === "score" ? sql`${cursor.value}::int` : sql`${cursor.value}::timestamptz`;
    query = query.where(sql<boolean>`(${sql.ref(column)}, thread.id) < (${value}, ${cursor.id})`);
  }
  const top = onTop(places);
  const unpinned = (pins ? query.where(sql<boolean>`not ${top}`) : query).select(
    sql<boolean>`false`.as("on_top"),
  );
  const rows = await (pins && !cursor
    ? ctx.db
        .selectFrom(
          withRow(filtered(ctx, input, places, cursor))
            .where("thread.pinned", "=", true)
            .where(top)
            .select(sql<boolean>`true`.as("on_top"))
            .orderBy("thread.last_activity_at", "desc")
            .limit(MAX_PINNED)
            .as("pin"),
        )
        .selectAll()
        .unionAll(ctx.db.selectFrom(unpinned.as("rest")).selectAll())
        .orderBy("on_top", "desc")
        .orderBy("last_activity_at", "desc")
        .orderBy("id", "desc")
        .execute()
    : unpinned.execute());

  const pinned = pins && !cursor ? rows.filter((row) => row.on_top) : [];
  const page = pageOf(
    pinned.length > 0 ? rows.filter((row) => !row.on_top) : rows,
    limit,
    (row): Cursor => ({
      value: { activity: row.activity_stamp, created: row.created_stamp, score: row.score }[sort],
      id: row.id,
    }),
  );
  const shown = [...pinned, ...page.rows];
  const unread = await unreadAmong(
    ctx,
    shown.map((row) => row.id),
  );
  return {
    threads: shown.map((row) => ({
      ...threadRowView(ctx, row),
      pinned: row.on_top,
      unread: unread.has(row.id),
    })),
    next: page.next,
  };
}
