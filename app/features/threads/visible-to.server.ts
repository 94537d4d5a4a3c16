import { sql, type ExpressionBuilder, type SqlBool } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff, rolesUpTo } from "#app/lib/roles.ts";
import type { Database } from "#db/schema.ts";
import type { ContentState } from "#db/schema-threads.ts";

const OWN_STATES: ContentState[] = ["held", "hidden"];

/**
 * Threads the actor may see, joined with their space: what every query about threads starts from.
 * Published by the space's rule; held and hidden also for their author; everything for staff.
 */
export function visibleThreads(ctx: Pick<Ctx, "db" | "community" | "actor">) {
  const { db, community, actor } = ctx;
  return db
    .selectFrom("thread")
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .where("thread.community_id", "=", community.id)
    .where("space.read_role", "in", rolesUpTo(actor.role))
    .where((eb) => visibleState(eb, actor));
}

function visibleState(eb: ExpressionBuilder<Database, "thread">, actor: Ctx["actor"]) {
  if (isStaff(actor.role)) return sql<SqlBool>`true`;
  const published = eb("thread.state", "=", "published");
  if (actor.kind === "guest") return published;
  return eb.or([
    published,
    eb.and([eb("thread.author_id", "=", actor.id), eb("thread.state", "in", OWN_STATES)]),
  ]);
}

/**
 * Condition on a post row (`alias`) of a thread the actor may see: published and hidden ones (which
 * others get as a stub), held for the author and staff, deleted for staff; a deleted answer that
 * was replied to stays as a stub, so that the replies keep their place.
 */
export function visiblePost(actor: Ctx["actor"], alias: string) {
  const row = (column: string) => sql.ref(`${alias}.${column}`);
  if (isStaff(actor.role)) return sql<SqlBool>`true`;
  const own =
    actor.id === null
      ? sql``
      : sql`or (${row("state")} = 'held' and ${row("author_id")} = ${actor.id})`;
  return sql<SqlBool>`(
    ${row("state")} in ('published', 'hidden') ${own}
    or (${row("state")} = 'deleted' and ${row("kind")} = 'answer' and exists (
      select from post kept where kept.community_id = ${row("community_id")}
        and kept.root_id = ${row("id")} and kept.kind = 'reply' and kept.state = 'published'
    ))
  )`;
}
