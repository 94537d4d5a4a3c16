import { handleKey, handleKeys } from "#app/features/members/handle.ts";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import { newIds } from "./import-ids.server.ts";
import { freeHandle, handlesFor, importedName } from "./import-handles.ts";
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

async function takenKeys(job: ImportJob, handles: string[][]): Promise<Set<string>> {
  const keys = [...new Set(handles.flat().flatMap(handleKeys))];
  const rows = await job.ctx.db
    .selectFrom("member")
    .select("handle_key")
    .where("community_id", "=", job.ctx.community.id)
    .where("handle_key", "in", keys)
    .execute();
  return new Set(rows.map((row) => row.handle_key));
}

/** Members without a password or an address: nobody can sign in as one of them. */
export async function prepareMembers(
  job: ImportJob,
  items: Of<"member">[],
  batch: PreparedBatch,
): Promise<void> {
  if (items.length === 0) return;
  const { community, db } = job.ctx;
  const handles = items.map((item) => handlesFor(item.handle, item.key, community.name));
  const taken = await takenKeys(job, handles);
  const ids = await newIds(db, "member", items.length);
  for (const [index, item] of items.entries()) {
    const handle = freeHandle(handles[index]!, taken);
    if (handle === null) {
      batch.notTaken(item.where, "no handle is free for the member");
      continue;
    }
    const key = handleKey(handle);
    taken.add(key);
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
