import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadDocuments } from "../load-documents.server.ts";
import type { DocumentChange } from "../port.ts";
import { ANALYSIS_VERSION } from "../settings.ts";
import { fillWords } from "./fill-words.server.ts";
import { asRebuild, lockIndex, openIndex } from "./index-state.server.ts";
import { learnRelated } from "./learn-related.server.ts";
import type { Place } from "./salt.ts";
import { prepareChanges, writeGeneration } from "./write-documents.server.ts";

const BATCH = 250;
/** Searches that began before the swap still read the generation before; then it goes. */
const GRACE = 2_000;

export type Rebuilt = { documents: number; generation: number };

/** Batches of changes to fill a generation with. */
export type Batches = AsyncIterable<DocumentChange[]>;

/** Every thread of the community as it is when its batch is read. */
export async function* allDocuments(
  db: Db,
  community: { id: number; locale: string },
): AsyncGenerator<DocumentChange[]> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("thread")
      .select("id")
      .where("community_id", "=", community.id)
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    const changes = await loadDocuments(
      db,
      community,
      rows.map((row) => row.id),
    );
    yield changes.filter(({ document }) => document !== null);
    after = rows.at(-1)!.id;
  }
}

/** A new generation that writers fill from now on beside the live one; an unfinished one is given up. */
async function beginGeneration(db: Db, communityId: number): Promise<Place> {
  return inTransaction(db, async (tx) => {
    await lockIndex(tx, communityId, "exclusive");
    const { live, building } = await openIndex(tx, communityId);
    const generation = Math.max(live, building ?? 0) + 1;
    await tx
      .updateTable("search_index")
      .set({ building: generation, building_since: new Date() })
      .where("community_id", "=", communityId)
      .execute();
    return { communityId, generation };
  });
}

/** Makes a filled generation the live one, all at once; says no when another rebuild took over. */
async function swap(db: Db, { communityId, generation }: Place): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await sql`set local statement_timeout = '10min'`.execute(tx);
    await lockIndex(tx, communityId, "exclusive");
    const { building } = await openIndex(tx, communityId);
    if (building !== generation) return false;
    // Writers wait here, so that no word is counted twice or not at all.
    await fillWords(tx, { communityId, generation });
    await tx
      .updateTable("search_index")
      .set({
        live: generation,
        building: null,
        building_since: null,
        analysis_version: ANALYSIS_VERSION,
      })
      .where("community_id", "=", communityId)
      .execute();
    return true;
  });
}

/** Removes generations that are neither live nor being built. */
export async function removeOldGenerations(db: Db, communityId: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`set local statement_timeout = '10min'`.execute(tx);
    await lockIndex(tx, communityId, "shared");
    const { live, building } = await openIndex(tx, communityId);
    const kept = [live, building ?? live];
    for (const table of [
      "search_related",
      "search_word",
      "search_text",
      "search_document",
    ] as const) {
      await tx
        .deleteFrom(table)
        .where("community_id", "=", communityId)
        .where("generation", "not in", kept)
        .execute();
    }
  });
}

/** Fills a new generation and makes it the live one; `null` when another rebuild took over. */
export async function rebuildFrom(
  db: Db,
  communityId: number,
  batches: Batches,
): Promise<Rebuilt | null> {
  return asRebuild(db, communityId, () => fillAndSwap(db, communityId, batches));
}

async function fillAndSwap(db: Db, communityId: number, batches: Batches) {
  const place = await beginGeneration(db, communityId);
  let documents = 0;
  for await (const changes of batches) {
    const prepared = await prepareChanges(db, changes);
    await inTransaction(db, (tx) =>
      writeGeneration(tx, place, { changes, prepared, counted: false }),
    );
    documents += changes.length;
  }
  // What was put off while many rows came in; searches would read it one by one.
  await sql`select gin_clean_pending_list('search_document_title'), gin_clean_pending_list('search_text_keys')`.execute(
    db,
  );
  await sql`analyze search_document, search_text`.execute(db);
  if (!(await swap(db, place))) return null;
  await sql`analyze search_word`.execute(db);
  await learnRelated(db, place);
  return { documents, generation: place.generation };
}

/**
 * Builds the index of a community anew from its threads, beside the one that answers, and swaps them.
 * Writes go on and reach both. May be stopped at any moment: what answers stays, and the next
 * rebuild begins again. `null` when another rebuild began meanwhile and took over.
 */
export async function rebuildIndex(
  db: Db,
  community: { id: number; locale: string },
): Promise<Rebuilt | null> {
  const rebuilt = await rebuildFrom(db, community.id, allDocuments(db, community));
  await new Promise((resolve) => setTimeout(resolve, GRACE));
  await removeOldGenerations(db, community.id);
  return rebuilt;
}
