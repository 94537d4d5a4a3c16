import { sql, type SqlBool } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { ImportItem } from "./import-items.ts";
import type { ImportJob } from "./import-job.ts";

/** Kind and id under which import_record keeps an item; null for what is known by its own row. */
export function recordOf(item: ImportItem): { kind: string; id: string } | null {
  switch (item.type) {
    case "member":
    case "thread":
    case "post":
    case "comment":
      return { kind: item.type, id: item.key };
    case "accepted":
    case "official":
      return { kind: item.type, id: item.thread };
    case "same_here":
      return { kind: item.type, id: `${item.thread}:${item.member}` };
    case "vote":
      return item.member === null ? null : { kind: item.type, id: `${item.post}:${item.member}` };
    default:
      return null;
  }
}

/** What makes two items of a batch the same. */
function nameOf(item: ImportItem): string {
  const record = recordOf(item);
  if (record) return `${record.kind} ${record.id}`;
  if (item.type === "vote") return `vote of ${item.source}`;
  if (item.type === "redirect") return `redirect ${item.path}`;
  return `${item.type} ${"slug" in item ? item.slug : ""}`;
}

async function recordedNames(job: ImportJob, items: ImportItem[]): Promise<string[]> {
  const records = items.map(recordOf).filter((record) => record !== null);
  if (records.length === 0) return [];
  const rows = await job.ctx.db
    .selectFrom("import_record")
    .select(["kind", "source_id"])
    .where("community_id", "=", job.ctx.community.id)
    .where("source", "=", job.source.name)
    .where("kind", "in", [...new Set(records.map(({ kind }) => kind))])
    .where(sql<SqlBool>`source_id = any(${records.map(({ id }) => id)}::text[])`)
    .execute();
  return rows.map((row) => `${row.kind} ${row.source_id}`);
}

async function votedNames(db: Db, communityId: number, items: ImportItem[]): Promise<string[]> {
  const sources = items.flatMap((item) => (item.type === "vote" && item.source) || []);
  if (sources.length === 0) return [];
  const rows = await db
    .selectFrom("vote")
    .select("source")
    .where("community_id", "=", communityId)
    .where(sql<SqlBool>`source = any(${sources}::text[])`)
    .execute();
  return rows.map((row) => `vote of ${row.source}`);
}

async function redirectNames(db: Db, communityId: number, items: ImportItem[]): Promise<string[]> {
  const paths = items.flatMap((item) => (item.type === "redirect" ? item.path : []));
  if (paths.length === 0) return [];
  const rows = await db
    .selectFrom("redirect")
    .select("path")
    .where("community_id", "=", communityId)
    .where("path", "in", paths)
    .execute();
  return rows.map((row) => `redirect ${row.path}`);
}

/** The items that aren't here yet, each once. */
export async function findNewItems(job: ImportJob, items: ImportItem[]): Promise<ImportItem[]> {
  const { db, community } = job.ctx;
  const known = new Set([
    ...(await recordedNames(job, items)),
    ...(await votedNames(db, community.id, items)),
    ...(await redirectNames(db, community.id, items)),
    ...[...job.spaces.keys()].map((slug) => `space ${slug}`),
    ...[...job.tags.keys()].map((slug) => `tag ${slug}`),
  ]);
  return items.filter((item) => {
    const name = nameOf(item);
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
}
