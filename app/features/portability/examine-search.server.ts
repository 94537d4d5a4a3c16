import type { Db } from "#db/client.server.ts";
import { compareIndex } from "#search/compare-index.server.ts";
import type { Difference } from "./difference.ts";

const LISTED = 100;
/** What has just been written is indexed within this time. */
const WAITS = [500, 1_500, 3_000];

/**
 * Threads whose search documents are not what the threads say; of one community, or of all. What is
 * being indexed at this moment is waited for.
 */
export async function examineSearch(db: Db, communityId?: number): Promise<Difference[]> {
  const communities = await db
    .selectFrom("community")
    .select(["id", "locale"])
    .$if(communityId !== undefined, (query) => query.where("id", "=", communityId!))
    .execute();
  const differences: Difference[] = [];
  for (const community of communities) {
    let found = await compareIndex(db, community, LISTED);
    for (const wait of WAITS) {
      if (found.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      found = await compareIndex(db, community, LISTED);
    }
    differences.push(
      ...found.map(({ threadId, indexed, actual }) => ({
        check: "search.document",
        communityId: community.id,
        id: String(threadId),
        stored: indexed,
        actual,
      })),
    );
  }
  return differences;
}
