import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

export type AllowedOrigin = {
  origin: string;
  /** Name of who allowed it; `null` when they left, or it was done from the command line. */
  by: string | null;
  at: Date;
};

/** The sites whose pages may read a community's API, by name. */
export async function listOrigins(db: Db, communityId: number): Promise<AllowedOrigin[]> {
  return db
    .selectFrom("community_origin as allowed")
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "allowed.community_id")
        .onRef("member.id", "=", "allowed.added_by"),
    )
    .select(["allowed.origin", "member.name as by", "allowed.added_at as at"])
    .where("allowed.community_id", "=", communityId)
    .orderBy("allowed.origin")
    .execute();
}

/** Whether a community allows exactly this origin, as a browser sent it. */
export async function allowsOrigin(db: Db, communityId: number, origin: string): Promise<boolean> {
  const row = await db
    .selectFrom("community_origin")
    .select(sql<number>`1`.as("one"))
    .where("community_id", "=", communityId)
    .where("origin", "=", origin)
    .executeTakeFirst();
  return row !== undefined;
}
