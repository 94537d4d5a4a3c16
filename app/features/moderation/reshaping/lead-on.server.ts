import type { Tx } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { partsOf } from "../subject.ts";

/**
 * What else leads to threads that are to end in others leads there too, so that nobody has to follow
 * twice; the caller holds the threads.
 */
export async function leadOn(tx: Tx, communityId: number, was: Changes): Promise<Changes> {
  const led: Changes = {};
  for (const [target, fields] of Object.entries(was)) {
    const { kind, id } = partsOf(target);
    if (kind !== "thread" || typeof fields.merged_into !== "number") continue;
    const rows = await tx
      .selectFrom("thread")
      .select("id")
      .where("community_id", "=", communityId)
      .where("merged_into", "=", id)
      .execute();
    for (const row of rows) led[`thread:${row.id}`] = { merged_into: fields.merged_into };
  }
  return led;
}
