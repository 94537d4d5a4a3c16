import type { Db } from "#db/client.server.ts";
import { luciaFor } from "./lucia.server.ts";
import { blankSessionCookie, readSessionCookie } from "./session-cookie.server.ts";

/** Signs this device out; gives the Set-Cookie value. Harmless without a session. */
export async function endSession(
  db: Db,
  communityId: number,
  cookieHeader: string | null,
): Promise<string> {
  const sessionId = readSessionCookie(cookieHeader);
  if (sessionId) await luciaFor(db, communityId).invalidateSession(sessionId);
  return blankSessionCookie();
}
