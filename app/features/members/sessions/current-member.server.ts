import { GUEST, type Actor, type Community } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { luciaFor } from "./lucia.server.ts";
import { readSessionCookie } from "./session-cookie.server.ts";

/** Who a Cookie header stands for in a community: one query, none for guests. */
export async function currentMember(
  db: Db,
  community: Pick<Community, "id">,
  cookieHeader: string | null,
): Promise<Actor> {
  const sessionId = readSessionCookie(cookieHeader);
  if (!sessionId) return GUEST;
  const { user } = await luciaFor(db, community.id).validateSession(sessionId);
  if (!user) return GUEST;
  const { id, handle, name, role, verified, locale, rank, powers, moderates, silenced } = user;
  const actor = { kind: "member", id, handle, name, role, verified, locale, rank, powers } as const;
  return { ...actor, moderates, ...(silenced ? { silenced } : {}) };
}
