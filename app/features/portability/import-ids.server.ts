import { sql } from "kysely";
import { threadHref } from "#app/features/threads/thread-view.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertRows } from "./insert-rows.server.ts";
import type { ImportSource, Key, OutlineItem } from "./import-items.ts";
import { titleOf } from "./import-words.ts";

export type ThreadIds = { id: number; slug: string; openingId: number };
export type PostIds = { id: number; thread: ThreadIds };

const PAGE = 10_000;
const RESERVED_AT_ONCE = 1000;
export const RESERVED = { thread: "reserved thread", post: "reserved post" } as const;

/** Numbers take a third of the room of strings. */
function compact(key: Key): Key | number {
  const number = Number(key);
  return Number.isSafeInteger(number) && String(number) === key ? number : key;
}

/** New ids of a table, ascending. */
export async function newIds(db: Db | Tx, table: "thread" | "post" | "member", count: number) {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count})
  `.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Which row here a row of the source is, or will be. Threads and posts get their ids before the
 * first text is written, so that links may lead to what comes later; the ids are kept in
 * import_record as reserved until the import is done, so that a later run goes on with the same.
 */
export class ImportIds {
  private readonly members = new Map<Key | number, number>();
  private readonly threads = new Map<Key | number, ThreadIds>();
  private readonly posts = new Map<Key | number, PostIds>();
  private readonly db: Db;
  private readonly communityId: number;
  private readonly source: ImportSource;

  constructor(db: Db, communityId: number, source: ImportSource) {
    this.db = db;
    this.communityId = communityId;
    this.source = source;
  }

  member(key: Key | null): number | null {
    return key === null ? null : (this.members.get(compact(key)) ?? null);
  }

  addMember(key: Key, id: number): void {
    this.members.set(compact(key), id);
  }

  thread(key: Key): ThreadIds | null {
    return this.threads.get(compact(key)) ?? null;
  }

  post(key: Key): PostIds | null {
    return this.posts.get(compact(key)) ?? null;
  }

  /** The address here of what a link in the source leads to, or null. */
  addressOf(href: string): string | null {
    const target = this.source.findTarget(href);
    if (!target) return null;
    const post = "post" in target ? this.post(target.post) : null;
    const thread = "thread" in target ? this.thread(target.thread) : (post?.thread ?? null);
    if (!thread) return null;
    const base = threadHref(thread.id, thread.slug);
    return post && post.id !== thread.openingId ? `${base}?post=${post.id}#post-${post.id}` : base;
  }

  /** Reads what earlier runs recorded and reserves ids for what is new; `onRow` hears of each row. */
  async load(onRow: () => void): Promise<void> {
    for await (const { key, id } of this.recorded(["member"])) this.members.set(key, id);
    const known = {
      thread: new Map<Key | number, number>(),
      post: new Map<Key | number, number>(),
    };
    for (const kind of ["thread", "post"] as const) {
      for await (const { key, id } of this.recorded([kind, RESERVED[kind]]))
        known[kind].set(key, id);
    }
    let chunk: OutlineItem[] = [];
    for await (const item of this.source.outline()) {
      onRow();
      chunk.push(item);
      if (chunk.length < RESERVED_AT_ONCE) continue;
      await this.take(chunk, known);
      chunk = [];
    }
    await this.take(chunk, known);
  }

  private async take(
    items: OutlineItem[],
    known: Record<"thread" | "post", Map<Key | number, number>>,
  ): Promise<void> {
    const missing = items.filter((item) => !known[item.type].has(compact(item.key)));
    if (missing.length > 0) await this.reserve(missing, known);
    for (const item of items) {
      const id = known[item.type].get(compact(item.key))!;
      if (item.type === "thread") {
        const slug = slugOf(titleOf(item.title));
        this.threads.set(compact(item.key), { id, slug, openingId: 0 });
        continue;
      }
      const thread = this.threads.get(compact(item.thread));
      if (!thread) continue;
      if (item.isOpening) thread.openingId = id;
      this.posts.set(compact(item.key), { id, thread });
    }
  }

  private async reserve(
    items: OutlineItem[],
    known: Record<"thread" | "post", Map<Key | number, number>>,
  ): Promise<void> {
    const rows = await inTransaction(this.db, async (tx) => {
      const reserved = [];
      for (const kind of ["thread", "post"] as const) {
        const keys = items.filter((item) => item.type === kind).map((item) => item.key);
        if (keys.length === 0) continue;
        const ids = await newIds(tx, kind, keys.length);
        reserved.push(...keys.map((key, index) => ({ kind, key, id: ids[index]! })));
      }
      const own = { community_id: this.communityId, source: this.source.name };
      const records = reserved.map(({ kind, key, id }) => ({
        ...own,
        kind: RESERVED[kind],
        source_id: key,
        target_id: id,
      }));
      await insertRows(tx, "import_record", records);
      return reserved;
    });
    for (const { kind, key, id } of rows) known[kind].set(compact(key), id);
  }

  private async *recorded(kinds: string[]): AsyncGenerator<{ key: Key | number; id: number }> {
    for (const kind of kinds) {
      for (let after = ""; ;) {
        const rows = await this.db
          .selectFrom("import_record")
          .select(["source_id", "target_id"])
          .where("community_id", "=", this.communityId)
          .where("source", "=", this.source.name)
          .where("kind", "=", kind)
          .where("source_id", ">", after)
          .orderBy("source_id")
          .limit(PAGE)
          .execute();
        for (const row of rows) yield { key: compact(row.source_id), id: row.target_id };
        if (rows.length < PAGE) break;
        after = rows.at(-1)!.source_id;
      }
    }
  }
}
