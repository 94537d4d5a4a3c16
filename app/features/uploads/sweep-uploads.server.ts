import { sql } from "kysely";
import { getLog } from "#app/lib/log.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { getStorage } from "./storage/open-storage.server.ts";
import type { Storage } from "./storage/storage.ts";
import { storageKey } from "./stored-file.server.ts";
import { ORPHAN_HOURS } from "./upload-limits.ts";

const BATCH = 200;
/** It reads all drafts; the limit of a page's statements is too short for that. */
const TIME_LIMIT = "10min";

type Place = { community_id: number; id: string };
type FileRow = { community_id: number; key: string; parts: string[] };
export type Swept = { uploads: number; files: number };

/** Ids in what is being written; read before the uploads, so that a text that is sent meanwhile counts. */
async function idsInDrafts(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m[1] as id from (
      select body || ' ' || coalesce(document::text, '') as written from draft
      union all select body || ' ' || coalesce(document::text, '') from kept_question
    ) w, regexp_matches(w.written, '/files/([a-z2-7]{26})', 'g') m
    where w.written like '%/files/%'
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Deletes a batch of uploads that no post, revision or draft shows. A text that is being stored holds
 * its uploads' rows: those are left. What is locked here can't be attached before it is gone, so that
 * the second look is the last word.
 */
async function deleteOrphans(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    await sql`select set_config('statement_timeout', ${TIME_LIMIT}, true)`.execute(tx);
    const held = await idsInDrafts(tx);
    const { rows } = await sql<Place>`
      select u.community_id, u.id from upload u
      where u.created_at < now() - make_interval(hours => ${ORPHAN_HOURS})
        and u.id <> all(${held}::text[]) and not exists (
          select from post_upload p where p.community_id = u.community_id and p.upload_id = u.id)
      order by u.created_at limit ${BATCH} for update skip locked
    `.execute(tx);
    if (rows.length === 0) return 0;
    const deleted = await sql`
      delete from upload u using unnest(
        ${rows.map((row) => row.community_id)}::int[], ${rows.map((row) => row.id)}::text[]
      ) as o(community_id, id)
      where u.community_id = o.community_id and u.id = o.id
        and u.created_at < now() - make_interval(hours => ${ORPHAN_HOURS})
        and not exists (
          select from post_upload p where p.community_id = u.community_id and p.upload_id = u.id)
    `.execute(tx);
    return Number(deleted.numAffectedRows ?? 0n);
  });
}

/** The next file after `after` that no upload needs and nobody is storing; its row stays locked. */
async function nextUnneeded(tx: Tx, after: FileRow | null): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    select f.community_id, f.key, f.parts from stored_file f
    where f.used_at < now() - interval '1 hour'
      and (f.community_id, f.key) > (${after?.community_id ?? 0}, ${after?.key ?? ""})
      and not exists (
        select from upload u where u.community_id = f.community_id and u.file_key = f.key)
    order by f.community_id, f.key limit 1 for update skip locked
  `.execute(tx);
  return rows[0] ?? null;
}

/**
 * Removes one file from the storage and then its row, in the row's transaction: cut off in between, or
 * where the storage is away, the row is there for the next sweep.
 */
async function removeFile(
  db: Db,
  storage: Storage,
  after: FileRow | null,
): Promise<{ file: FileRow | null; removed: boolean }> {
  let file: FileRow | null = null;
  try {
    const removed = await inTransaction(db, async (tx) => {
      file = await nextUnneeded(tx, after);
      if (!file) return false;
      const { community_id: communityId, key, parts } = file;
      const { numAffectedRows } = await sql`
        delete from stored_file f where f.community_id = ${communityId} and f.key = ${key}
          and f.used_at < now() - interval '1 hour' and not exists (
            select from upload u where u.community_id = f.community_id and u.file_key = f.key)
      `.execute(tx);
      if (numAffectedRows !== 1n) return false;
      for (const part of parts) await storage.remove(storageKey(communityId, key, part));
      return true;
    });
    return { file, removed };
  } catch (error) {
    if (!file) throw error;
    getLog().warn({ err: error }, "a stored file could not be removed");
    return { file, removed: false };
  }
}

/**
 * Daily job: uploads that no post, revision or draft shows a day after they were sent, then the stored
 * files that no upload needs, whoever left them. Runs twice without harm.
 */
export async function sweepUploads(db: Db, storage: Storage = getStorage()): Promise<Swept> {
  const swept = { uploads: 0, files: 0 };
  for (let deleted = BATCH; deleted > 0;) {
    deleted = await deleteOrphans(db);
    swept.uploads += deleted;
  }
  for (let after: FileRow | null = null; ;) {
    const { file, removed }: Awaited<ReturnType<typeof removeFile>> = await removeFile(
      db,
      storage,
      after,
    );
    if (!file) break;
    if (removed) swept.files += 1;
    after = file;
  }
  await storage.tidy();
  return swept;
}
