import type { Db } from "#db/client.server.ts";

/** What can become of the posts of members who delete their account. */
export const ERASE_POLICIES = ["keep", "remove"] as const;
export type ErasePolicy = (typeof ERASE_POLICIES)[number];

/** Decides it for a community, from now on. */
export async function setErasePolicy(
  db: Db,
  communityId: number,
  policy: ErasePolicy,
): Promise<void> {
  await db
    .updateTable("community")
    .set({ erase_policy: policy })
    .where("id", "=", communityId)
    .execute();
}
