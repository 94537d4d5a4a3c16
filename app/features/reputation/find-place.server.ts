import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo } from "#app/lib/roles.ts";

/** A part of the community that members can be known for. */
export type Place = { kind: "space" | "tag"; id: number; slug: string; name: string };

const ofSpace = ({ db, community, actor }: Ctx, slug: string) =>
  db
    .selectFrom("space")
    .select(["id", "slug", "name"])
    .where("community_id", "=", community.id)
    .where("slug", "=", slug)
    .where("read_role", "in", rolesUpTo(actor.role))
    .executeTakeFirst();

const ofTag = ({ db, community }: Ctx, slug: string) =>
  db
    .selectFrom("tag")
    .select(["id", "slug", "name"])
    .where("community_id", "=", community.id)
    .where("slug", "=", slug)
    .executeTakeFirst();

/** A space that the actor may read, or a tag, by its slug. Throws NotFoundError. */
export async function findPlace(ctx: Ctx, kind: Place["kind"], slug: string): Promise<Place> {
  const row = await (kind === "space" ? ofSpace(ctx, slug) : ofTag(ctx, slug));
  if (!row) throw new NotFoundError();
  return { kind, ...row };
}
