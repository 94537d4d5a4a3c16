import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";

/** Who may be given a case of a space, or of none: by name. */
export async function listWorkers(
  ctx: Pick<Ctx, "db" | "community">,
  spaceId: number | null,
): Promise<{ id: number; name: string }[]> {
  const at = ctx.community.id;
  const { rows } = await sql<{ id: number; name: string }>`
    select m.id, m.name from member m
    where m.community_id = ${at} and m.role in ('moderator', 'admin')
    union
    select m.id, m.name from space_moderator s
    join member m on m.community_id = s.community_id and m.id = s.member_id
    where s.community_id = ${at} and s.space_id = ${spaceId}
    order by name, id limit 200
  `.execute(ctx.db);
  return rows;
}
