import { assertCan, can } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";

/**
 * A case for whoever may see it; `lock` holds its row. Throws SignInNeededError, ForbiddenError for
 * whoever sees no case at all, NotFoundError.
 */
export async function loadCase(
  db: Db,
  ctx: Pick<Ctx, "community" | "actor">,
  caseId: number,
  options: { lock?: boolean } = {},
) {
  const { actor } = ctx;
  const somewhere = actor.kind === "member" && [...(actor.moderates ?? [])][0];
  if (!somewhere) assertCan(actor, "desk.see", { spaceId: null });
  if (!Number.isSafeInteger(caseId)) throw new NotFoundError();
  const query = db
    .selectFrom("moderation_case as c")
    .leftJoin("member as claimer", (join) =>
      join
        .onRef("claimer.community_id", "=", "c.community_id")
        .onRef("claimer.id", "=", "c.claimed_by"),
    )
    .where("c.community_id", "=", ctx.community.id)
    .where("c.id", "=", caseId)
    .selectAll("c")
    .select("claimer.name as claimed_name");
  const row = await (options.lock ? query.forNoKeyUpdate("c") : query).executeTakeFirst();
  if (!row || !can(actor, "desk.see", { spaceId: row.space_id })) throw new NotFoundError();
  return row;
}
