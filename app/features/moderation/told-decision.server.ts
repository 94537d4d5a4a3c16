import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { Told } from "./load-decided.server.ts";

/** A decision as others are told of it. */
export async function toldDecision(
  db: Db,
  ctx: Pick<Ctx, "community">,
  decisionId: number,
): Promise<Told> {
  return db
    .selectFrom("decision as d")
    .leftJoin("member as actor", (join) =>
      join.onRef("actor.community_id", "=", "d.community_id").onRef("actor.id", "=", "d.actor_id"),
    )
    .where("d.community_id", "=", ctx.community.id)
    .where("d.id", "=", decisionId)
    .select(["d.id", "d.verb", "d.reverses", "actor.name"])
    .executeTakeFirstOrThrow();
}
