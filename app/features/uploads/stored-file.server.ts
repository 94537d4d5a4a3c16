import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { Storage } from "./storage/storage.ts";

/** What a stored file is made of: parts below its key. */
export type FilePart = { part: string; bytes: Uint8Array; mime: string };

/**
 * The key of a content in a community: the same bytes are the same file there, and a file of another
 * community can't be found from its bytes.
 */
export async function fileKey(ctx: Pick<Ctx, "db" | "community">, bytes: Uint8Array) {
  const { file_salt: salt } = await ctx.db
    .selectFrom("community")
    .select("file_salt")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  const content = createHash("sha256").update(bytes).digest();
  return createHash("sha256").update(salt).update(content).digest("hex");
}

/** Where a part lies in the storage. */
export function storageKey(communityId: number, key: string, part: string): string {
  return `${communityId}/${key.slice(0, 2)}/${key}/${part}`;
}

/** Says that a stored file is needed now, so that the sweep leaves it; false when there is none. */
export async function touchFile(db: Db, communityId: number, key: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("stored_file")
    .set({ used_at: sql<Date>`now()` })
    .where("community_id", "=", communityId)
    .where("key", "=", key)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Notes a file and writes its parts. The row comes first: what a crash leaves in the storage is found
 * by it and swept.
 */
export async function storeFile(
  ctx: Pick<Ctx, "db" | "community">,
  storage: Storage,
  { key, parts }: { key: string; parts: FilePart[] },
): Promise<void> {
  const names = parts.map(({ part }) => part);
  await sql`
    insert into stored_file as f (community_id, key, parts, used_at)
    values (${ctx.community.id}, ${key}, ${names}, now())
    on conflict (community_id, key) do update set used_at = now(), parts = (
      select array_agg(distinct part) from unnest(f.parts || excluded.parts) part
    )
  `.execute(ctx.db);
  for (const { part, bytes, mime } of parts) {
    await storage.put(storageKey(ctx.community.id, key, part), { bytes, mime });
  }
}
