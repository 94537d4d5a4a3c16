import { sql, type Selectable } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import type { ThreadKind, ThreadTable } from "#db/schema.ts";
import type { ListName } from "./list-name.ts";
import { stateKeyOf, threadHref, type ThreadList, type ThreadRow } from "./thread-view.ts";
import { isCount, isStamp, stampText } from "./time-cursor.ts";
import { visibleThreads } from "./visible-to.server.ts";

export type ListThreads = {
  list: ListName;
  spaceSlug?: string | undefined;
  tagSlug?: string | undefined;
  kind?: ThreadKind | undefined;
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

function filtered(ctx: Ctx, input: ListThreads, places: Places) {
  let query = visibleThreads(ctx);
  if (places.author_id === null) query = query.where("thread.state", "=", "published");
  else query = query.where("thread.author_id", "=", places.author_id);
  if (places.space_id !== null) query = query.where("thread.space_id", "=", places.space_id);
  if (input.kind) query = query.where("thread.kind", "=", input.kind);
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
  if (input.list === "solved") query = query.where("thread.accepted_post_id", "is not", null);
  if (input.list === "needs_answer") {
    query = query
      .where("thread.kind", "=", "question")
      .where("thread.answer_count", "=", 0)
      .where("thread.locked_at", "is", null);
  }
  return query;
}

function withRow(query: ReturnType<typeof filtered>) {
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
        : { handle: row.author_handle, name: row.author_name ?? "" },
    at: formatTime(ctx.t, row.last_activity_at, ctx.now, ctx.community.timeZone),
    counts: { sameHere: row.same_here_count, replies: row.reply_count },
    pinned: row.pinned,
  };
}

function readCursor(sort: Sort, text: string | null | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  if (!cursor) return null;
  const fits = sort === "score" ? isCount(cursor.value) : isStamp(cursor.value);
  return fits ? cursor : null;
}

/** Pinned threads stand before the first page of the latest, whatever their age; at most this many. */
const MAX_PINNED = 50;

/**
 * A page of threads by one of the lists, newest (or highest) first, and the cursor of the next page.
 * Two queries at most. Throws NotFoundError for a space, tag or member that isn't there.
 */
export async function listThreads(ctx: Ctx, input: ListThreads): Promise<ThreadList> {
  const places = await findPlaces(ctx, input);
  const sort = SORTS[input.list];
  const cursor = readCursor(sort, input.cursor);
  const limit = Math.min(MAX_LIMIT, Math.max(1, input.limit ?? 20));
  const column = COLUMNS[sort];
  const pins = input.list === "latest" && places.author_id === null;

  let query = withRow(filtered(ctx, input, places))
    .orderBy(column, "desc")
    .orderBy("thread.id", "desc")
    .limit(limit + 1);
  if (cursor) {
    const value = sort === "score" ? sql`${cursor.value}::int` : sql`${cursor.value}::timestamptz`;
    query = query.where(sql<boolean>`(${sql.ref(column)}, thread.id) < (${value}, ${cursor.id})`);
  }
  const unpinned = pins ? query.where("thread.pinned", "=", false) : query;
  const rows = await (pins && !cursor
    ? ctx.db
        .selectFrom(
          withRow(filtered(ctx, input, places))
            .where("thread.pinned", "=", true)
            .orderBy("thread.last_activity_at", "desc")
            .limit(MAX_PINNED)
            .as("pin"),
        )
        .selectAll()
        .unionAll(ctx.db.selectFrom(unpinned.as("rest")).selectAll())
        .orderBy("pinned", "desc")
        .orderBy("last_activity_at", "desc")
        .orderBy("id", "desc")
        .execute()
    : unpinned.execute());

  const pinned = pins && !cursor ? rows.filter((row) => row.pinned) : [];
  const page = pageOf(
    pinned.length > 0 ? rows.filter((row) => !row.pinned) : rows,
    limit,
    (row): Cursor => ({
      value: { activity: row.activity_stamp, created: row.created_stamp, score: row.score }[sort],
      id: row.id,
    }),
  );
  return {
    threads: [...pinned, ...page.rows].map((row) => threadRowView(ctx, row)),
    next: page.next,
  };
}

/** The threads of the ids that the actor may see and that are published, in the ids' order. */
export async function listThreadsById(ctx: Ctx, ids: number[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return [];
  const rows = await withRow(visibleThreads(ctx))
    .where("thread.id", "in", ids)
    .where("thread.state", "=", "published")
    .execute();
  const order = new Map(ids.map((id, index) => [id, index]));
  return rows
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    .map((row) => threadRowView(ctx, row));
}
