import type { Ctx } from "#app/lib/ctx.ts";
import { buildExport } from "../build-export.server.ts";

/** The member's export, as they would download it. */
export async function exported(ctx: Ctx, memberId: number): Promise<Record<string, unknown>> {
  const at = ctx.community.id;
  const { id: exportId } = await ctx.db
    .insertInto("member_export")
    .values({ community_id: at, member_id: memberId, expires_at: new Date() })
    .returning("id")
    .executeTakeFirstOrThrow();
  await buildExport(ctx, {
    id: crypto.randomUUID(),
    communityId: at,
    type: "member.export_asked",
    payload: { memberId, exportId },
    actorId: memberId,
    createdAt: new Date(),
  });
  const { body } = await ctx.db
    .selectFrom("member_export")
    .select("body")
    .where("id", "=", exportId)
    .executeTakeFirstOrThrow();
  return JSON.parse(body!) as Record<string, unknown>;
}
