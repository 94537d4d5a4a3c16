import { Lucia, TimeSpan } from "lucia";
import type { Db } from "#db/client.server.ts";
import { sessionAdapter, type MemberAttributes, type SessionAttributes } from "./adapter.server.ts";

/** A session ends after this long without a visit; visits in its second half renew it. */
const IDLE_DAYS = 30;

/** Lucia for one community. Nothing outside this folder sees it. */
export function luciaFor(db: Db, communityId: number): Lucia<SessionAttributes, MemberAttributes> {
  return new Lucia(sessionAdapter(db, communityId), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, "d"),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}
