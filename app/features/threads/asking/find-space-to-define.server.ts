import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";

/**
 * A space whose fields the actor defines. Throws SignInNeededError, ForbiddenError, NotFoundError.
 * With `lock` changes of its fields wait for each other.
 */
export async function findSpaceToDefine(
  ctx: Ctx,
  { db, slug, lock = false }: { db: Db; slug: string; lock?: boolean },
): Promise<{ id: number; slug: string; name: string }> {
  assertCan(ctx.actor, "space.defineFields", null);
  const space = await db
    .selectFrom("space")
    .select(["id", "slug", "name"])
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", slug)
    .where("read_role", "in", rolesUpTo(ctx.actor.role))
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (!space) throw new NotFoundError();
  return space;
}
