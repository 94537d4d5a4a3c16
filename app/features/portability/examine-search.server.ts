import type { Db } from "#db/client.server.ts";
import { compareIndex, type IndexDifference } from "#search/compare-index.server.ts";
import { compareMeilisearch } from "#search/meilisearch/compare-meilisearch.server.ts";
import type { Difference } from "./difference.ts";

const LISTED = 100;
/** What has just been written is indexed within this time. */
const WAITS = [500, 1_500, 3_000];

/** Compares until nothing differs; what is being indexed at this moment is waited for. */
async function patiently(compare: () => Promise<IndexDifference[]>): Promise<IndexDifference[]> {
  let found = await compare();
  for (const wait of WAITS) {
    if (found.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    found = await compare();
  }
  return found;
}

/** Meilisearch is compared by what its server says of each document; a server that is away is a difference. */
async function examineMeilisearch(db: Db, communityId: number): Promise<Difference[]> {
  const named = { check: "search.meilisearch", communityId };
  try {
    const found = await patiently(() => compareMeilisearch(db, communityId, LISTED));
    return found.map(({ threadId, indexed, actual }) => ({
      ...named,
      id: String(threadId),
      stored: indexed,
      actual,
    }));
  } catch (error) {
    return [{ ...named, id: "-", stored: (error as Error).message, actual: "an answer" }];
  }
}

/**
 * Threads whose search documents are not what the threads say, in the embedded index and in
 * Meilisearch; of one community, or of all.
 */
export async function examineSearch(db: Db, communityId?: number): Promise<Difference[]> {
  const communities = await db
    .selectFrom("community")
    .select(["id", "locale"])
    .$if(communityId !== undefined, (query) => query.where("id", "=", communityId!))
    .execute();
  const differences: Difference[] = [];
  for (const community of communities) {
    const found = await patiently(() => compareIndex(db, community, LISTED));
    differences.push(
      ...found.map(({ threadId, indexed, actual }) => ({
        check: "search.document",
        communityId: community.id,
        id: String(threadId),
        stored: indexed,
        actual,
      })),
      ...(await examineMeilisearch(db, community.id)),
    );
  }
  return differences;
}
