import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { DocumentChange, ThreadDocument } from "../port.ts";
import { countWords, type DocumentWords } from "./count-words.server.ts";
import { keysOf, prepareDocuments, type PreparedDocument } from "./prepare-documents.server.ts";
import { saltOf, type Place } from "./salt.ts";
import { lockIndex, openIndex } from "./index-state.server.ts";

/** What is kept of a thread that can't be found: that no older version may bring it back. */
const NOTHING: Omit<ThreadDocument, "threadId" | "version"> = {
  language: "",
  title: "",
  opening: "",
  accepted: "",
  answers: "",
  tags: [],
  spaceId: 0,
  spaceSlug: "",
  kind: "question",
  status: "open",
  solved: false,
  official: false,
  helpful: 0,
  authorId: null,
  createdAt: new Date(0),
  activeAt: new Date(0),
  externalId: null,
};

function documentRow(place: Place, change: DocumentChange, prepared?: PreparedDocument) {
  const document = prepared?.document ?? { ...NOTHING, threadId: change.threadId };
  return {
    community_id: place.communityId,
    generation: place.generation,
    thread_id: change.threadId,
    version: change.version,
    content_hash: prepared?.hash ?? "",
    language: document.language,
    kind: document.kind,
    status: document.status,
    space_id: document.spaceId,
    author_key: String(document.authorId ?? ""),
    tags: document.tags.map(({ slug }) => slug),
    external_id: document.externalId,
    solved: document.solved,
    official: document.official,
    helpful: document.helpful,
    created_at: document.createdAt,
    active_at: document.activeAt,
    title_keys: prepared ? keysOf(prepared.titleTerms, prepared.titleForms, saltOf(place)) : [],
    title_signature: prepared?.titleSignature ?? Buffer.alloc(0),
  };
}

function textRow(place: Place, prepared: PreparedDocument) {
  return {
    community_id: place.communityId,
    generation: place.generation,
    thread_id: prepared.document.threadId,
    keys: keysOf(prepared.terms, prepared.forms, saltOf(place)),
    signature: prepared.signature,
    title_terms: prepared.titleTerms,
    terms: prepared.terms,
    forms: prepared.forms,
  };
}

/** Words of the documents that are there, by thread. */
async function wordsBefore(tx: Tx, place: Place, ids: number[]) {
  const rows = await tx
    .selectFrom("search_text")
    .select(["thread_id", "title_terms", "terms", "forms"])
    .where("community_id", "=", place.communityId)
    .where("generation", "=", place.generation)
    .where("thread_id", "in", ids)
    .execute();
  return new Map<number, DocumentWords>(rows.map((row) => [row.thread_id, row]));
}

async function upsertRows(tx: Tx, rows: ReturnType<typeof documentRow>[]): Promise<Set<number>> {
  const written = await tx
    .insertInto("search_document")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["community_id", "generation", "thread_id"])
        .doUpdateSet((eb) => {
          const { community_id: _c, generation: _g, thread_id: _t, ...rest } = rows[0]!;
          return Object.fromEntries(
            Object.keys(rest).map((column) => [column, eb.ref(`excluded.${column}` as never)]),
          );
        })
        .whereRef("search_document.version", "<", "excluded.version"),
    )
    .returning("thread_id")
    .execute();
  return new Set(written.map((row) => row.thread_id));
}

/** Writes prepared changes into one generation; `counted`: its words are kept with them. */
export async function writeGeneration(
  tx: Tx,
  place: Place,
  input: { changes: DocumentChange[]; prepared: Map<number, PreparedDocument>; counted: boolean },
): Promise<void> {
  const { changes, prepared, counted } = input;
  const written = await upsertRows(
    tx,
    changes.map((change) => documentRow(place, change, prepared.get(change.threadId))),
  );
  if (written.size === 0) return;
  const ids = [...written];
  const before = counted ? await wordsBefore(tx, place, ids) : new Map<number, DocumentWords>();
  await tx
    .deleteFrom("search_text")
    .where("community_id", "=", place.communityId)
    .where("generation", "=", place.generation)
    .where("thread_id", "in", ids)
    .execute();
  const texts = ids.flatMap((id) => prepared.get(id) ?? []).map((one) => textRow(place, one));
  if (texts.length > 0) await tx.insertInto("search_text").values(texts).execute();
  if (!counted) return;
  const after = new Map<number, DocumentWords>(texts.map((text) => [text.thread_id, text]));
  await countWords(
    tx,
    place,
    ids.map((id) => ({ before: before.get(id), after: after.get(id) })),
  );
}

/** Analyses changes; those without a document have no entry. */
export async function prepareChanges(
  db: Db,
  changes: DocumentChange[],
): Promise<Map<number, PreparedDocument>> {
  const documents = changes.flatMap(({ document }) => document ?? []);
  const prepared = await prepareDocuments(db, documents);
  return new Map(prepared.map((one) => [one.document.threadId, one]));
}

/**
 * Takes changes into the live generation and the one being built; at most one change a thread. An
 * older version than the one that is there changes nothing.
 */
export async function writeDocuments(
  db: Db,
  communityId: number,
  changes: DocumentChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const sorted = changes.toSorted((a, b) => a.threadId - b.threadId);
  const prepared = await prepareChanges(db, sorted);
  await inTransaction(db, async (tx) => {
    await lockIndex(tx, communityId, "shared");
    const index = await openIndex(tx, communityId);
    const input = { changes: sorted, prepared };
    await writeGeneration(tx, { communityId, generation: index.live }, { ...input, counted: true });
    if (index.building !== null) {
      await writeGeneration(
        tx,
        { communityId, generation: index.building },
        { ...input, counted: false },
      );
    }
  });
}
