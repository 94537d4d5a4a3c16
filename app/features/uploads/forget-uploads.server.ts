import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/**
 * Of a member who leaves: the uploads that no post shows any more are gone at once, their files with
 * the next sweep; those that stay in posts lose their sender's name. Where the member's texts are
 * removed, what only they showed goes too.
 */
export async function forgetUploads(
  tx: Tx,
  ctx: Pick<Ctx, "community">,
  { memberId, posts }: { memberId: number; posts: "keep" | "remove" },
): Promise<void> {
  const at = ctx.community.id;
  if (posts === "remove") {
    await sql`
      delete from post_upload u using post p
      where u.community_id = ${at} and p.community_id = ${at} and p.id = u.post_id
        and p.author_id = ${memberId}
    `.execute(tx);
  }
  await sql`
    delete from upload u where u.community_id = ${at} and u.member_id = ${memberId}
      and not exists (
        select from post_upload p where p.community_id = ${at} and p.upload_id = u.id)
  `.execute(tx);
}
