import { sql } from "kysely";
import { recomputeCounters } from "#app/features/threads/recompute-counters.server.ts";
import { threadLine } from "#app/features/threads/thread-line.ts";
import type { Tx } from "#db/client.server.ts";
import { insertRows } from "./insert-rows.server.ts";
import type { PreparedBatch } from "./prepared-batch.ts";

/** The row of import_record that says that an import has begun and isn't done. */
export const UNFINISHED = { kind: "unfinished", source_id: "import", target_id: 0 } as const;

/** Ids that the database gave, by slug. */
export type WrittenPlaces = { spaces: Map<string, number>; tags: Map<string, number> };

async function writePlaces(
  tx: Tx,
  communityId: number,
  batch: PreparedBatch,
): Promise<WrittenPlaces> {
  const places: WrittenPlaces = { spaces: new Map(), tags: new Map() };
  for (const table of ["spaces", "tags"] as const) {
    const rows = batch[table];
    if (rows.length === 0) continue;
    const name = table === "spaces" ? "space" : "tag";
    await insertRows(tx, name, rows, true);
    const found = await tx
      .selectFrom(name)
      .select(["id", "slug"])
      .where("community_id", "=", communityId)
      .where(
        "slug",
        "in",
        rows.map((row) => row.slug),
      )
      .execute();
    for (const { id, slug } of found) places[table].set(slug, id);
  }
  return places;
}

async function writeThreads(
  tx: Tx,
  batch: PreparedBatch,
  { communityId, tags }: { communityId: number; tags: Map<string, number> },
): Promise<void> {
  await insertRows(tx, "thread", batch.threads);
  await insertRows(tx, "post", batch.posts);
  const tagged = batch.threadTags.map(({ threadId, slug }) => ({
    community_id: communityId,
    thread_id: threadId,
    tag_id: tags.get(slug)!,
  }));
  await insertRows(tx, "thread_tag", tagged);
}

/** An answer isn't accepted before it is written, whatever the source says. */
async function writeMarks(tx: Tx, communityId: number, batch: PreparedBatch): Promise<void> {
  for (const type of ["accepted", "official"] as const) {
    const marks = batch.marks.filter((mark) => mark.type === type);
    if (marks.length === 0) continue;
    const pairs = sql`unnest(
      ${marks.map((mark) => mark.threadId)}::bigint[], ${marks.map((mark) => mark.postId)}::bigint[],
      ${marks.map((mark) => mark.at)}::timestamptz[], ${marks.map((mark) => mark.by)}::bigint[]
    ) as mark (thread_id, post_id, at, by)`;
    await (
      type === "accepted"
        ? sql`update thread set accepted_post_id = mark.post_id, accepted_by = mark.by,
            accepted_at = greatest(mark.at, post.created_at)
          from ${pairs} join post on post.community_id = ${communityId} and post.id = mark.post_id
          where thread.community_id = ${communityId} and thread.id = mark.thread_id`
        : sql`with marked as (
            update post set official = true from ${pairs}
            where post.community_id = ${communityId} and post.id = mark.post_id
            returning post.thread_id, post.id, greatest(mark.at, post.created_at) as at
          )
          update thread set official_post_id = marked.id, official_at = marked.at from marked
          where thread.community_id = ${communityId} and thread.id = marked.thread_id`
    ).execute(tx);
  }
  await writeLines(tx, communityId, [...new Set(batch.marks.map((mark) => mark.threadId))]);
}

type LineRow = { id: number; who: string | null; text: string };

async function writeLines(tx: Tx, communityId: number, threadIds: number[]): Promise<void> {
  if (threadIds.length === 0) return;
  const { rows } = await sql<LineRow>`
    select thread.id, coalesce(member.name, post.source_author) as who, post.text
    from thread join post on post.community_id = thread.community_id
      and post.id = coalesce(thread.accepted_post_id, thread.official_post_id)
    left join member on member.community_id = post.community_id and member.id = post.author_id
    where thread.community_id = ${communityId} and thread.id = any(${threadIds}::bigint[])
  `.execute(tx);
  const lines = rows.map(({ id, who, text }) => ({ id, ...threadLine(who, text) }));
  await sql`
    update thread set line_who = line.who, line_text = line.text
    from unnest(${lines.map(({ id }) => id)}::bigint[], ${lines.map((line) => line.line_who)}::text[],
      ${lines.map((line) => line.line_text)}::text[]) as line (id, who, text)
    where thread.community_id = ${communityId} and thread.id = line.id
  `.execute(tx);
}

async function writeVotes(tx: Tx, communityId: number, batch: PreparedBatch): Promise<void> {
  const community_id = communityId;
  const votes = batch.votes.map(({ postId, memberId, source, createdAt }) => ({
    community_id,
    post_id: postId,
    member_id: memberId,
    source,
    created_at: createdAt,
  }));
  const sameHere = batch.sameHere.map(({ threadId, memberId, createdAt }) => ({
    community_id,
    thread_id: threadId,
    member_id: memberId,
    created_at: createdAt,
  }));
  await insertRows(tx, "vote", votes, true);
  await insertRows(tx, "same_here", sameHere, true);
  await insertRows(tx, "redirect", batch.redirects, true);
}

/**
 * Writes a prepared batch with its records and the counters it changes; the caller's transaction
 * makes them one. Gives the spaces and tags that are there now.
 */
export async function writeBatch(
  tx: Tx,
  batch: PreparedBatch,
  into: { communityId: number; source: string; tags: Map<string, number>; isMarked: boolean },
): Promise<WrittenPlaces> {
  const { communityId, source } = into;
  // A crash may cost the last batches whole, never a part: the next run brings them again.
  await sql`set local synchronous_commit = off`.execute(tx);
  const places = await writePlaces(tx, communityId, batch);
  await insertRows(
    tx,
    "member",
    batch.members.map(({ row }) => row),
  );
  const tags = new Map([...into.tags, ...places.tags]);
  await writeThreads(tx, batch, { communityId, tags });
  await writeMarks(tx, communityId, batch);
  await writeVotes(tx, communityId, batch);
  const records = batch.records.map((record) => ({ community_id: communityId, source, ...record }));
  await insertRows(tx, "import_record", records);
  if (!into.isMarked) {
    const mark = { community_id: communityId, source, ...UNFINISHED };
    await insertRows(tx, "import_record", [mark], true);
  }
  const touched = [...batch.touchedThreads].sort((a, b) => a - b);
  if (touched.length > 0) await recomputeCounters(tx, communityId, touched);
  return places;
}
