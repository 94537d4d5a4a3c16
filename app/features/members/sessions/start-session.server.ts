import type { Db } from "#db/client.server.ts";
import { luciaFor } from "./lucia.server.ts";
import { sessionCookie } from "./session-cookie.server.ts";

/** What a session says of where it was started, for the member's own list. */
export type Device = { userAgent: string; network: string };

/** Signs a member in on one device, always with a new id; gives the Set-Cookie value. */
export async function startSession(
  db: Db,
  member: { communityId: number; memberId: number },
  device: Device,
): Promise<string> {
  const session = await luciaFor(db, member.communityId).createSession(member.memberId, {
    userAgent: device.userAgent.slice(0, 300),
    network: device.network.slice(0, 60),
  });
  return sessionCookie(session.id);
}
