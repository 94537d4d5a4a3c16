import { expect } from "@playwright/test";
import { query } from "./database.ts";
import { larkfield } from "./origins.ts";

/** Until a thread can be found as it is now: the index follows by a job. `solved`: with its answer. */
export async function awaitIndexed(path: string, { solved = false } = {}): Promise<void> {
  const id = Number(/\d+/.exec(path)![0]);
  await expect
    .poll(
      async () => {
        const rows = await query(
          `select 1 from search_document d join community_host h on h.community_id = d.community_id
           join search_index i on i.community_id = d.community_id and i.live = d.generation
           where h.host = $1 and d.thread_id = $2 and d.content_hash <> '' and (d.solved or not $3)`,
          [new URL(larkfield()).hostname, id, solved],
        );
        return rows.length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}
