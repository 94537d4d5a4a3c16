import type { EnqueuedTask, Meilisearch } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import type { DocumentChange } from "../port.ts";
import { prepareDocuments } from "../postgres/prepare-documents.server.ts";
import { indexName } from "./client.server.ts";
import { storedDocument } from "./stored-document.ts";

/** A task that takes longer is waited for by the next try. */
const TASK_PATIENCE = 60_000;

export type Receiver = { db: Db; client: Meilisearch; uid: string };

/** Waits until Meilisearch has done what it took. Throws when it refused it. */
export async function finished(
  client: Meilisearch,
  task: EnqueuedTask,
  patience = TASK_PATIENCE,
): Promise<void> {
  const done = await client.tasks.waitForTask(task.taskUid, { timeout: patience });
  if (done.status !== "succeeded") {
    throw new Error(`Meilisearch task ${done.uid} ${done.status}: ${done.error?.message ?? ""}`);
  }
}

/** Hands documents to an index; gives the tasks that Meilisearch made of them, done in their order. */
export async function enqueueDocuments(
  { db, client, uid }: Receiver,
  changes: DocumentChange[],
): Promise<EnqueuedTask[]> {
  const index = client.index(uid);
  const prepared = await prepareDocuments(
    db,
    changes.flatMap(({ document }) => document ?? []),
  );
  const gone = changes.filter(({ document }) => document === null);
  const tasks: EnqueuedTask[] = [];
  if (prepared.length > 0) {
    tasks.push(await index.addDocuments(prepared.map(storedDocument), { primaryKey: "id" }));
  }
  if (gone.length > 0) {
    tasks.push(await index.deleteDocuments(gone.map(({ threadId }) => threadId)));
  }
  return tasks;
}

/**
 * Sends documents into the index of a community and waits until they are there. The caller sees to it
 * that two senders don't overtake each other.
 */
export async function sendDocuments(
  { db, client }: { db: Db; client: Meilisearch },
  communityId: number,
  changes: DocumentChange[],
): Promise<void> {
  const receiver = { db, client, uid: indexName(communityId) };
  for (const task of await enqueueDocuments(receiver, changes)) await finished(client, task);
}

/** Of changes just written to the embedded index, those that no newer version has replaced. */
export async function newestOf(
  db: Db,
  communityId: number,
  changes: DocumentChange[],
): Promise<DocumentChange[]> {
  if (changes.length === 0) return [];
  const rows = await db
    .selectFrom("search_document as d")
    .innerJoin("search_index as i", (join) =>
      join.onRef("i.community_id", "=", "d.community_id").onRef("i.live", "=", "d.generation"),
    )
    .select(["d.thread_id", "d.version"])
    .where("d.community_id", "=", communityId)
    .where(
      "d.thread_id",
      "in",
      changes.map(({ threadId }) => threadId),
    )
    .execute();
  const stored = new Map(rows.map((row) => [row.thread_id, row.version]));
  return changes.filter(({ threadId, version }) => stored.get(threadId) === version);
}
