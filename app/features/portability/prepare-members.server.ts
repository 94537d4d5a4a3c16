import { handleKey, handleKeys } from "#app/features/members/handle.ts";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import { newIds } from "./import-ids.server.ts";
import { handlesFor, importedName, isFree } from "./import-handles.ts";
import type { ImportJob, Of } from "./import-job.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { oneLine } from "./import-words.ts";
import type { PreparedBatch } from "./prepared-batch.ts";
import { renderGivenText } from "./render-given-text.ts";

function bioOf(item: Of<"member">, job: ImportJob, batch: PreparedBatch): string {
  if (!item.bio) return "";
  try {
    const links = { baseUrl: job.source.baseUrl, rewrite: () => null };
    const { text } = renderGivenText(item.bio, links);
    if (text.length <= IMPORT_LIMITS.bio) return text;
    batch.changed(item.where, "what the member says of themselves was too long and is cut");
    return text.slice(0, IMPORT_LIMITS.bio).toWellFormed();
  } catch {
    batch.changed(item.where, "what the member says of themselves can't be read");
    return "";
  }
}

/** Adds to `taken` those keys of the handles that somebody has. */
async function findTaken(job: ImportJob, handles: string[], taken: Set<string>): Promise<void> {
  const keys = [...new Set(handles.flatMap(handleKeys))];
  if (keys.length === 0) return;
  const rows = await job.ctx.db
    .selectFrom("member")
    .select("handle_key")
    .where("community_id", "=", job.ctx.community.id)
    .where("handle_key", "in", keys)
    .execute();
  for (const row of rows) taken.add(row.handle_key);
}

/** A handle for each member, in their order; nearly all get the first they would have. */
async function chooseHandles(
  job: ImportJob,
  items: Of<"member">[],
): Promise<Map<Of<"member">, string>> {
  const { name } = job.ctx.community;
  const waiting = items.map((item) => ({ item, handles: handlesFor(item.handle, item.key, name) }));
  const tried = waiting.map(({ handles }) => handles.next().value ?? null);
  const taken = new Set<string>();
  await findTaken(
    job,
    tried.filter((handle) => handle !== null),
    taken,
  );
  const chosen = new Map<Of<"member">, string>();
  for (const [index, { item, handles }] of waiting.entries()) {
    let handle = tried[index]!;
    while (handle !== null && !isFree(handle, taken)) {
      handle = handles.next().value ?? null;
      if (handle !== null) await findTaken(job, [handle], taken);
    }
    if (handle === null) continue;
    chosen.set(item, handle);
    taken.add(handleKey(handle));
  }
  return chosen;
}

/** Members without a password or an address: nobody can sign in as one of them. */
export async function prepareMembers(
  job: ImportJob,
  items: Of<"member">[],
  batch: PreparedBatch,
): Promise<void> {
  if (items.length === 0) return;
  const { community, db } = job.ctx;
  const handles = await chooseHandles(job, items);
  const ids = await newIds(db, "member", items.length);
  for (const [index, item] of items.entries()) {
    const handle = handles.get(item);
    if (handle === undefined) {
      batch.notTaken(item.where, "no handle is free for the member");
      continue;
    }
    const key = handleKey(handle);
    const id = ids[index]!;
    const row = {
      community_id: community.id,
      id,
      handle,
      handle_key: key,
      name: importedName(item.name, handle, community.name),
      title: oneLine(item.title, 80),
      bio: bioOf(item, job, batch),
      hue: avatarHue(key),
      created_at: item.createdAt,
    };
    batch.members.push({ key: item.key, row });
    batch.record("member", item.key, id);
    batch.count("members");
  }
}
