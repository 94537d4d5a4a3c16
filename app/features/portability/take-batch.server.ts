import { inTransaction } from "#db/transaction.server.ts";
import { findNewItems } from "./find-known-items.server.ts";
import type { ImportItem } from "./import-items.ts";
import type { CountKey, ImportJob, Of } from "./import-job.ts";
import {
  prepareMarks,
  prepareRedirects,
  prepareSameHere,
  prepareVotes,
} from "./prepare-marks.server.ts";
import { prepareMembers } from "./prepare-members.server.ts";
import { preparePosts } from "./prepare-posts.server.ts";
import { PreparedBatch } from "./prepared-batch.ts";
import { writeBatch } from "./write-batch.server.ts";
import { maybeLine } from "./import-words.ts";

function only<T extends ImportItem["type"]>(items: ImportItem[], ...types: T[]): Of<T>[] {
  return items.filter((item): item is Of<T> => (types as string[]).includes(item.type));
}

function preparePlaces(job: ImportJob, items: ImportItem[], batch: PreparedBatch): void {
  const community_id = job.ctx.community.id;
  for (const { slug, name, description, icon, position, readRole } of only(items, "space")) {
    if (job.space.always) continue;
    const line = maybeLine(name, 80) ?? slug;
    batch.spaces.push({
      community_id,
      slug,
      name: line,
      description,
      icon,
      position,
      read_role: readRole,
    });
    batch.count("spaces");
  }
  for (const { slug, name } of only(items, "tag")) {
    batch.tags.push({ community_id, slug, name: maybeLine(name, 60) ?? slug });
    batch.count("tags");
  }
}

async function prepareBatch(job: ImportJob, items: ImportItem[]): Promise<PreparedBatch> {
  const batch = new PreparedBatch();
  preparePlaces(job, items, batch);
  await prepareMembers(job, only(items, "member"), batch);
  await preparePosts(job, only(items, "thread", "post", "comment"), batch);
  await prepareMarks(job, only(items, "accepted", "official"), batch);
  await prepareVotes(job, only(items, "vote"), batch);
  await prepareSameHere(job, only(items, "same_here"), batch);
  const redirects = only(items, "redirect");
  await prepareRedirects(job, redirects, batch);
  for (let count = batch.redirects.length; count > 0; count -= 1) batch.count("redirects");
  return batch;
}

function isAboutTheRow(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  // Wrong values (22…), broken constraints (23…), a row too large (54…).
  return /^(22|23|54)...$/.test(code);
}

function settle(job: ImportJob, batch: PreparedBatch): void {
  for (const { where, reason, isTaken } of batch.notes) {
    if (isTaken) job.report.note(where, reason);
    else job.report.problem(where, reason);
  }
  for (const [key, count] of Object.entries(batch.counts)) job.counts[key as CountKey] += count;
  for (const { key, row } of batch.members) job.ids.addMember(key, row.id);
}

async function write(job: ImportJob, items: ImportItem[]): Promise<void> {
  const batch = await prepareBatch(job, items);
  if (!batch.isEmpty) {
    const { ctx, source, tags, isMarked } = job;
    const into = { communityId: ctx.community.id, source: source.name, tags, isMarked };
    const places = await inTransaction(ctx.db, (tx) => writeBatch(tx, batch, into));
    job.isMarked = true;
    for (const [slug, id] of places.spaces) job.spaces.set(slug, id);
    for (const [slug, id] of places.tags) job.tags.set(slug, id);
  }
  settle(job, batch);
}

async function writeOrHalve(job: ImportJob, items: ImportItem[]): Promise<void> {
  try {
    await write(job, items);
  } catch (error) {
    if (!isAboutTheRow(error)) throw error;
    if (items.length === 1) {
      job.report.problem(items[0]!.where, `the database refused it: ${(error as Error).message}`);
      return;
    }
    const half = Math.ceil(items.length / 2);
    await writeOrHalve(job, items.slice(0, half));
    await writeOrHalve(job, items.slice(half));
  }
}

/**
 * Takes a batch of items in one transaction: what is here already is passed over, a row that the
 * database refuses is reported and costs no other row.
 */
export async function takeBatch(job: ImportJob, items: ImportItem[]): Promise<void> {
  const fresh = await findNewItems(job, items);
  job.counts.known += items.length - fresh.length;
  if (fresh.length > 0) await writeOrHalve(job, fresh);
}
