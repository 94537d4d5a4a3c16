import { loadCommunity } from "#app/features/communities/load-community.server.ts";
import type { Community } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { UsageError } from "./usage-error.ts";

/** The community named on the command line; without a name the only one there is. Throws UsageError. */
export async function findCommunity(db: Db, slug: string | undefined): Promise<Community> {
  const rows = await db.selectFrom("community").select(["id", "slug"]).orderBy("id").execute();
  const slugs = rows.map((row) => row.slug).join(", ");
  if (rows.length === 0)
    throw new UsageError("There is no community yet: run create-community first.");
  const row = slug === undefined && rows.length === 1 ? rows[0] : rows.find((r) => r.slug === slug);
  if (!row) {
    throw new UsageError(
      slug === undefined
        ? `Say which community: --community ${rows[0]!.slug} (there are ${slugs})`
        : `There is no community "${slug}" (there are ${slugs})`,
    );
  }
  const community = await loadCommunity(db, row.id);
  if (!community) throw new UsageError(`Community "${row.slug}" has no host name.`);
  return community;
}
