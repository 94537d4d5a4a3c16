import type { Community } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { EXAMPLE_ORIGIN, normaliseOrigin } from "./normalise-origin.ts";

/** How many sites a community allows at most. */
export const MOST_ORIGINS = 50;

/** What messages name that is the same in every language. */
const NAMES = {
  example: EXAMPLE_ORIGIN,
  secure: "https",
  plain: "http",
  local: "localhost",
};

type Changed = {
  community: Pick<Community, "id" | "baseUrl">;
  origin: string;
  /** The member who did it; nobody from the command line. */
  by: number | null;
  at: Date;
};

/**
 * Allows a site's pages to read the community's API; gives the origin as it is kept. Whether the member
 * may decide this is asked by the caller. Throws InvalidError (origin), ConflictError.
 */
export async function allowOrigin(db: Db, { community, origin, by, at }: Changed): Promise<string> {
  const read = normaliseOrigin(origin);
  if ("problem" in read) throw new InvalidError({ origin: { key: read.problem, params: NAMES } });
  if (read.origin === new URL(community.baseUrl).origin) {
    throw new InvalidError({ origin: { key: "words.originOwn" } });
  }
  return inTransaction(db, async (tx) => {
    await tx
      .selectFrom("community")
      .select("id")
      .where("id", "=", community.id)
      .forNoKeyUpdate()
      .execute();
    const known = await tx
      .selectFrom("community_origin")
      .select("origin")
      .where("community_id", "=", community.id)
      .execute();
    if (known.some((row) => row.origin === read.origin)) {
      throw new InvalidError({ origin: { key: "words.originKnown" } });
    }
    if (known.length >= MOST_ORIGINS) {
      const params = { max: MOST_ORIGINS };
      throw new ConflictError("too_many_origins", { key: "words.originsFull", params });
    }
    await tx
      .insertInto("community_origin")
      .values({ community_id: community.id, origin: read.origin, added_by: by, added_at: at })
      .execute();
    return read.origin;
  });
}

/** Takes the permission back; says whether there was one. */
export async function removeOrigin(db: Db, communityId: number, origin: string): Promise<boolean> {
  const read = normaliseOrigin(origin);
  const done = await db
    .deleteFrom("community_origin")
    .where("community_id", "=", communityId)
    .where("origin", "=", "origin" in read ? read.origin : origin)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
