import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#db/client.server.ts";

/** Signs a member in by a row; gives the cookie. */
export async function sessionCookie(
  db: Db,
  { communityId, memberId }: { communityId: number; memberId: number },
): Promise<string> {
  const session = randomBytes(20).toString("hex");
  await db
    .insertInto("member_session")
    .values({
      id_hash: createHash("sha256").update(session).digest("hex"),
      community_id: communityId,
      member_id: memberId,
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute();
  return `porchlight=${session}`;
}
