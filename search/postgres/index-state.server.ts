import { sql } from "kysely";
import type { Db, Tx } from "#db/client.server.ts";
import { ANALYSIS_VERSION } from "../settings.ts";

export type IndexState = { live: number; building: number | null };

/** Class of this index's advisory locks; the second half of the key is the community. */
const LOCKS = 7_364;

/**
 * Until the transaction ends: writers hold the index together (`shared`), the swap of a rebuild
 * alone (`exclusive`).
 */
export async function lockIndex(
  tx: Tx,
  communityId: number,
  kind: "shared" | "exclusive",
): Promise<void> {
  const lock = kind === "shared" ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await sql`select ${lock}(${LOCKS}, ${communityId})`.execute(tx);
}

/** Which generations a community's index has; `null` before its first document. */
export async function findIndex(db: Db, communityId: number): Promise<IndexState | null> {
  const row = await db
    .selectFrom("search_index")
    .select(["live", "building"])
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row ?? null;
}

/** As `findIndex`; makes an empty index where there is none. */
export async function openIndex(tx: Tx, communityId: number): Promise<IndexState> {
  const found = await findIndex(tx, communityId);
  if (found) return found;
  await tx
    .insertInto("search_index")
    .values({ community_id: communityId, live: 1, analysis_version: ANALYSIS_VERSION })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findIndex(tx, communityId)) ?? { live: 1, building: null };
}
