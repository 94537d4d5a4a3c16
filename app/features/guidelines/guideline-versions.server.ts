import type { Ctx } from "#app/lib/ctx.ts";
import type { Db, Tx } from "#db/client.server.ts";

export type CurrentGuidelines = { number: number; markdown: string };

/** The guidelines as they are; what there was before the first change is version 1. */
export async function currentGuidelines(
  db: Db | Tx,
  ctx: Pick<Ctx, "community">,
): Promise<CurrentGuidelines> {
  const version = await db
    .selectFrom("guideline_version")
    .select("number")
    .where("community_id", "=", ctx.community.id)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const { guidelines } = await db
    .selectFrom("community")
    .select("guidelines")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  return { number: version?.number ?? 1, markdown: guidelines };
}
