import { sql } from "kysely";
import { FULL_PART } from "#app/features/uploads/encode-picture.server.ts";
import type { Storage } from "#app/features/uploads/storage/storage.ts";
import { FILE_PART } from "#app/features/uploads/store-upload.server.ts";
import { storageKey } from "#app/features/uploads/stored-file.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Difference } from "./difference.ts";
import type { Check } from "./doctor-checks.server.ts";

/** The newest stored files that are looked for in the storage. */
const LOOKED_FOR = 1_000;

/** What posts show, and what is noted of it, each way. */
export const uploadChecks: Check[] = [
  {
    name: "post_upload.missing",
    find: (inScope) => sql`
      select t.community_id, t.id::text as id, 'nothing' as stored, 'shows ' || u.id as actual
      from post t cross join lateral regexp_matches(t.html, '/files/([a-z2-7]{26})', 'g') m
      join upload u on u.community_id = t.community_id and u.id = m[1]
      left join post_upload pu on pu.community_id = t.community_id and pu.post_id = t.id
        and pu.upload_id = u.id and pu.current
      where t.html like '%/files/%' and pu.post_id is null and ${inScope("t.community_id")}
      group by 1, 2, u.id`,
  },
  {
    name: "post_upload.current",
    find: (inScope) => sql`
      select t.community_id, t.post_id::text as id, 'shows ' || t.upload_id as stored,
        'not in its text' as actual
      from post_upload t join post p on p.community_id = t.community_id and p.id = t.post_id
      where t.current and position('/files/' || t.upload_id in p.html) = 0
        and ${inScope("t.community_id")}`,
  },
  {
    name: "upload.attached_at",
    find: (inScope) => sql`
      select t.community_id, t.id, 'never attached' as stored, 'shown by a post' as actual
      from upload t where t.attached_at is null and ${inScope("t.community_id")} and exists (
        select from post_upload p where p.community_id = t.community_id and p.upload_id = t.id)`,
  },
];

/** Uploads whose file is not in the storage, among the newest: a backup may have left it out. */
export async function examineStorage(
  db: Db,
  storage: Storage,
  community?: number,
): Promise<Difference[]> {
  const { rows } = await sql<{ community_id: number; id: string; key: string; kind: string }>`
    select u.community_id, u.id, u.file_key as key, u.kind from upload u
    where u.community_id = coalesce(${community ?? null}, u.community_id) order by u.created_at desc limit ${LOOKED_FOR}
  `.execute(db);
  const missing: Difference[] = [];
  for (const { community_id: communityId, id, key, kind } of rows) {
    const part = kind === "image" ? FULL_PART : FILE_PART;
    if (await storage.has(storageKey(communityId, key, part))) continue;
    missing.push({ check: "upload.file", communityId, id, stored: "nothing", actual: "a file" });
  }
  return missing;
}
