import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

type Follows = Extract<
  AppEvent,
  {
    type:
      | "thread.started"
      | "thread.state_changed"
      | "thread.retagged"
      | "thread.moved"
      | "thread.reshaped"
      | "idea.merged"
      | "import.finished";
  }
>;

/** Of one thread, or of the whole community. */
type Part = {
  communityId: number;
  threadId: number | null;
  /** Places that the thread left, too. */
  left?: { spaceIds?: number[]; tagIds?: number[] };
};

/**
 * Rows are locked before they are counted, so that of two counts that run at once the later one
 * sees what the earlier one saw, and more.
 */
async function recountSpaces(tx: Tx, { communityId, threadId, left }: Part): Promise<void> {
  const which =
    threadId === null
      ? sql`true`
      : sql`(id = (select space_id from thread where community_id = ${communityId} and id = ${threadId})
          or id = any(${left?.spaceIds ?? []}::bigint[]))`;
  await sql`
    select id from space where community_id = ${communityId} and ${which}
    order by id for no key update
  `.execute(tx);
  await sql`
    update space set thread_count = counted.n from (
      select space.id, (select count(*)::int from thread where thread.community_id = space.community_id
        and thread.space_id = space.id and thread.state = 'published' and thread.merged_into is null) as n
      from space where community_id = ${communityId} and ${which}
    ) counted
    where space.community_id = ${communityId} and space.id = counted.id and space.thread_count <> counted.n
  `.execute(tx);
}

async function recountTags(tx: Tx, { communityId, threadId, left }: Part): Promise<void> {
  const which =
    threadId === null
      ? sql`true`
      : sql`(id in (select tag_id from thread_tag where community_id = ${communityId} and thread_id = ${threadId})
          or id = any(${left?.tagIds ?? []}::bigint[]))`;
  await sql`
    select id from tag where community_id = ${communityId} and ${which}
    order by id for no key update
  `.execute(tx);
  await sql`
    update tag set thread_count = counted.n from (
      select tag.id, (select count(*)::int from thread_tag tt
        join thread on thread.community_id = tt.community_id and thread.id = tt.thread_id
        where tt.community_id = tag.community_id and tt.tag_id = tag.id
          and thread.state = 'published' and thread.merged_into is null) as n
      from tag where community_id = ${communityId} and ${which}
    ) counted
    where tag.community_id = ${communityId} and tag.id = counted.id and tag.thread_count <> counted.n
  `.execute(tx);
}

/** Counts the published threads of every space and tag of a community. */
export async function recountAllPlaces(db: Db, communityId: number): Promise<void> {
  const part: Part = { communityId, threadId: null };
  await inTransaction(db, (tx) => recountSpaces(tx, part));
  await inTransaction(db, (tx) => recountTags(tx, part));
}

/** Keeps the counts of spaces and tags; from the rows, so that it may run twice and late. */
export async function recountPlaces(ctx: Ctx, event: Follows): Promise<void> {
  const communityId = ctx.community.id;
  if (event.type === "import.finished") return recountAllPlaces(ctx.db, communityId);
  const { payload } = event;
  const left = {
    spaceIds: "spaceIds" in payload ? payload.spaceIds : [],
    tagIds: "tagIds" in payload ? payload.tagIds : [],
  };
  const part: Part = { communityId, threadId: payload.threadId, left };
  await inTransaction(ctx.db, async (tx) => {
    await recountSpaces(tx, part);
    await recountTags(tx, part);
  });
}
