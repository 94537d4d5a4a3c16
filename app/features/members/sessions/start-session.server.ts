import type { Db } from "#db/client.server.ts";
import { luciaFor } from "./lucia.server.ts";
import { sessionCookie } from "./session-cookie.server.ts";

/** Signs a member in on one device, always with a new id; gives the Set-Cookie value. */
export async function startSession(
  db: Db,
  member: { communityId: number; memberId: number },
  device: { userAgent: string; network: string },
): Promise<string> {
  const session = await luciaFor(db, member.communityId).createSession(member.memberId, {
    userAgent: device.userAgent.slice(0, 300),
    network: device.network.slice(0, 60),
  });
  return sessionCookie(session.id);
}
