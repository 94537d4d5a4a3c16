import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";

/** Deletes what was masked in what a member wrote, and where others named them. */
export async function forgetOriginals(
  tx: Tx,
  { community }: Pick<Ctx, "community">,
  memberId: number,
): Promise<void> {
  await sql`
    update masked_original m set texts = null
    where m.community_id = ${community.id} and m.texts is not null and (
      exists (select from post p where p.community_id = m.community_id and p.id = m.post_id
        and p.author_id = ${memberId})
      or jsonb_path_exists(m.texts, '$.** ? (@.type == "mention" && @.attrs.id == $id)',
        ${JSON.stringify({ id: memberId })}::jsonb))
  `.execute(tx);
}
