import { sql } from "kysely";
import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ANALYSIS_VERSION } from "../settings.ts";

export type IndexState = { live: number; building: number | null };

/** Classes of this index's advisory locks; the second half of the key is the community. */
const LOCKS = 7_364;
const REBUILDS = 7_366;

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

/**
 * Runs a rebuild; as long as it runs, and its process lives, others see that somebody is at it. Takes a
 * connection of its own for that.
 */
export async function asRebuild<T>(
  db: Db,
  communityId: number,
  work: () => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock_shared(${REBUILDS}, ${communityId})`.execute(one);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock_shared(${REBUILDS}, ${communityId})`.execute(one);
    }
  });
}

/**
 * Gives up a generation whose rebuild was killed, so that nobody writes into it any more. Says whether
 * no rebuild is going on.
 */
export async function giveUpDeadRebuild(db: Db, communityId: number): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ nobody: boolean }>`
      select pg_try_advisory_xact_lock(${REBUILDS}, ${communityId}) as nobody
    `.execute(tx);
    if (!rows[0]!.nobody) return false;
    await lockIndex(tx, communityId, "exclusive");
    await tx
      .updateTable("search_index")
      .set({ building: null, building_since: null })
      .where("community_id", "=", communityId)
      .where("building", "is not", null)
      .execute();
    return true;
  });
}
