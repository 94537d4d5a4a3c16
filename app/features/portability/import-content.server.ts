import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import type pg from "pg";
import { publish } from "#app/events/publish.server.ts";
import { settleReputation } from "#app/features/reputation/settle-reputation.server.ts";
import { recountAllMembers } from "#app/features/threads/recount-members.server.ts";
import { recountAllPlaces } from "#app/features/threads/recount-places.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rolesUpTo } from "#app/lib/roles.ts";
import type { Connection } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ImportIds, RESERVED } from "./import-ids.server.ts";
import type { GivenText, ImportItem, ImportSource } from "./import-items.ts";
import { noCounts, type ImportCounts, type ImportJob } from "./import-job.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { ImportRefusedError } from "./import-refused-error.ts";
import type { ImportReport } from "./import-report.server.ts";
import { takeBatch } from "./take-batch.server.ts";
import { UNFINISHED } from "./write-batch.server.ts";

/** Hears what is being read, row by row. */
export type OnRow = (what: string) => void;

/** What may stand in one batch: a kind never waits for a row of its own batch. */
const GROUPS: Record<ImportItem["type"], string> = {
  space: "members",
  tag: "members",
  member: "members",
  thread: "posts",
  post: "posts",
  comment: "replies",
  accepted: "accepted answers",
  official: "accepted answers",
  vote: "votes",
  same_here: "votes",
  redirect: "votes",
};

const LOCK = 0x1a907;
const LOCK_RETRY_MS = 250;
const LOCK_PATIENCE_MS = 5_000;

function lengthOf(item: ImportItem): number {
  const text: GivenText | null | undefined =
    item.type === "member"
      ? item.bio
      : item.type === "thread"
        ? item.opening.text
        : "text" in item
          ? item.text
          : null;
  if (!text) return 100;
  if ("document" in text) return 10_000;
  return "html" in text ? text.html.length : text.markdown.length;
}

async function* batchesOf(
  items: AsyncIterable<ImportItem>,
  onRow: OnRow,
): AsyncGenerator<ImportItem[]> {
  let batch: ImportItem[] = [];
  let characters = 0;
  let group = "";
  for await (const item of items) {
    const most = group === "votes" ? IMPORT_LIMITS.batchVotes : IMPORT_LIMITS.batchRows;
    const isFull = batch.length >= most || characters > IMPORT_LIMITS.batchCharacters;
    if (batch.length > 0 && (isFull || group !== GROUPS[item.type])) {
      yield batch;
      batch = [];
      characters = 0;
    }
    group = GROUPS[item.type];
    batch.push(item);
    characters += lengthOf(item);
    onRow(group);
  }
  if (batch.length > 0) yield batch;
}

async function findSpaces(ctx: Ctx, wanted: string | null) {
  const rows = await ctx.db
    .selectFrom("space")
    .select(["id", "slug", "read_role"])
    .where("community_id", "=", ctx.community.id)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const open = rows.filter((row) => rolesUpTo("guest").includes(row.read_role));
  const chosen =
    wanted === null
      ? (open.find((row) => row.slug === "general") ?? open[0])
      : rows.find((row) => row.slug === wanted);
  if (!chosen) {
    throw new ImportRefusedError(
      wanted === null
        ? "The community has no space that everybody may read: name one with --space"
        : `There is no space "${wanted}" (there are ${rows.map((row) => row.slug).join(", ")})`,
    );
  }
  const space = { id: chosen.id, always: wanted !== null };
  return { spaces: new Map(rows.map((row) => [row.slug, row.id])), space };
}

async function findTags(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom("tag")
    .select(["id", "slug"])
    .where("community_id", "=", ctx.community.id)
    .execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Ends an import: lets the reserved ids go, tells the subscribers, brings lagging counts up to date. */
async function finish({ ctx, source }: ImportJob): Promise<void> {
  const communityId = ctx.community.id;
  const hasWritten = await inTransaction(ctx.db, async (tx) => {
    const gone = await tx
      .deleteFrom("import_record")
      .where("community_id", "=", communityId)
      .where("source", "=", source.name)
      .where("kind", "in", [UNFINISHED.kind, ...Object.values(RESERVED)])
      .returning("kind")
      .execute();
    if (!gone.some(({ kind }) => kind === UNFINISHED.kind)) return false;
    const payload = { source: source.name };
    await publish(tx, { communityId, actorId: null, type: "import.finished", payload });
    return true;
  });
  if (!hasWritten) return;
  // So many new rows: without new statistics the recounts would be planned for empty tables.
  await sql`analyze member, thread, thread_tag, post, revision, vote`.execute(ctx.db);
  await recountAllPlaces(ctx.db, communityId);
  await recountAllMembers(ctx.db, communityId);
  await settleReputation(ctx, { tell: false });
}

/** Waits a little: the lock of an import that was killed goes when the database notices. */
async function lock(client: pg.PoolClient, communityId: number): Promise<void> {
  for (let waited = 0; ; waited += LOCK_RETRY_MS) {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1, $2) as mine",
      [LOCK, communityId],
    );
    if (rows[0]!.mine) return;
    if (waited >= LOCK_PATIENCE_MS) {
      throw new ImportRefusedError("Another import into this community is running");
    }
    await setTimeout(LOCK_RETRY_MS);
  }
}

/** Holds a lock of the community while `work` runs: two imports at once would reserve ids twice. */
async function alone<T>(
  pool: Connection["pool"],
  communityId: number,
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await lock(client, communityId);
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1, $2)", [LOCK, communityId]);
    }
  } finally {
    client.release();
  }
}

/**
 * Brings a source into a community: rows in batches, each with its import_record in one transaction,
 * so that a run that was killed goes on where it stopped and a second run changes nothing.
 * Throws ImportRefusedError when it can't begin; rows it can't take are in the report.
 */
export function importContent(
  { ctx, pool }: { ctx: Ctx; pool: Connection["pool"] },
  { source, report, space }: { source: ImportSource; report: ImportReport; space: string | null },
  onRow: (what: string, counts: ImportCounts) => void,
): Promise<ImportCounts> {
  return alone(pool, ctx.community.id, async () => {
    const ids = new ImportIds(ctx.db, ctx.community.id, source);
    const places = await findSpaces(ctx, space);
    const tags = await findTags(ctx);
    const counts = noCounts();
    const job: ImportJob = { ctx, source, ids, report, counts, tags, ...places, isMarked: false };
    await ids.load(() => onRow("reading", job.counts));
    const batches = batchesOf(source.items(), (what) => onRow(what, job.counts));
    for await (const batch of batches) await takeBatch(job, batch);
    await finish(job);
    return job.counts;
  });
}
