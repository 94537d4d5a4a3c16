import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import { uploadIdsOf } from "../rich-text/upload-ids.ts";
import { shownUploads } from "./shown-uploads.server.ts";

type Attach = {
  postId: number;
  document: DocumentJson;
  /** What the post said before: what stood there may stay, whatever became of it. */
  before?: unknown;
};

type Found = { id: string; member_id: number | null };

/** Refuses a text with files that aren't there, or aren't the writer's to show. */
async function assertUsable(tx: Tx, ctx: Ctx, ids: string[], found: Found[]): Promise<void> {
  const owners = new Map(found.map((upload) => [upload.id, upload.member_id]));
  const others = ids.filter((id) => owners.get(id) !== ctx.actor.id);
  if (others.length === 0 || (isStaff(ctx.actor.role) && ids.every((id) => owners.has(id)))) return;
  const shown = await shownUploads({ ...ctx, db: tx }, others);
  if (others.every((id) => shown.includes(id))) return;
  throw new InvalidError({ body: { key: "upload.notHere" } });
}

/**
 * Notes which uploads a post shows, in the transaction that stores its text: they belong to this
 * community and are the writer's own, or shown to them already. What an edit took out stays noted for
 * the revision that shows it. Throws InvalidError on `body`.
 */
export async function attachUploads(
  tx: Tx,
  ctx: Ctx,
  { postId, document, before }: Attach,
): Promise<void> {
  const communityId = ctx.community.id;
  const ids = uploadIdsOf(document);
  const old = before ? new Set(uploadIdsOf(before as DocumentJson)) : new Set<string>();
  if (ids.length === 0 && old.size === 0) return;
  // Held until the end: the sweep leaves rows that somebody else has locked.
  const found = await sql<Found>`
    select id, member_id from upload
    where community_id = ${communityId} and id = any(${ids}::text[])
    order by id for no key update
  `.execute(tx);
  await assertUsable(
    tx,
    ctx,
    ids.filter((id) => !old.has(id)),
    found.rows,
  );
  const here = found.rows.map(({ id }) => id);
  await sql`
    update post_upload set current = false
    where community_id = ${communityId} and post_id = ${postId} and current
      and upload_id <> all(${here}::text[])
  `.execute(tx);
  await sql`
    insert into post_upload (community_id, post_id, upload_id)
    select ${communityId}, ${postId}, id from unnest(${here}::text[]) id
    on conflict (community_id, post_id, upload_id) do update set current = true
  `.execute(tx);
  await sql`
    update upload set attached_at = ${ctx.now}
    where community_id = ${communityId} and id = any(${here}::text[]) and attached_at is null
  `.execute(tx);
}
