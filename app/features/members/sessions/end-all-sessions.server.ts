import type { Db } from "#db/client.server.ts";
import { luciaFor } from "./lucia.server.ts";

/** Signs a member out everywhere. */
export async function endAllSessions(db: Db, communityId: number, memberId: number): Promise<void> {
  await luciaFor(db, communityId).invalidateUserSessions(memberId);
}
