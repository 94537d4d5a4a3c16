import type { Ctx } from "#app/lib/ctx.ts";
import { deviceWords } from "./device-words.ts";
import { requireMember } from "./require-member.ts";

export type SessionView = {
  /** The session's hash: names it, but signs nobody in. */
  id: string;
  browser: string | null;
  system: string | null;
  network: string;
  startedAt: Date;
  current: boolean;
};

const SHOWN = 50;

/** The actor's sessions, this one first, then the newest. `currentId` is `sessionHash(cookie)`. */
export async function listSessions(ctx: Ctx, currentId: string | null): Promise<SessionView[]> {
  const actor = requireMember(ctx);
  const rows = await ctx.db
    .selectFrom("member_session")
    .select(["id_hash", "user_agent", "network", "created_at"])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .where("expires_at", ">", ctx.now)
    .orderBy((eb) => eb("id_hash", "=", currentId ?? ""), "desc")
    .orderBy("created_at", "desc")
    .orderBy("id_hash")
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id_hash,
    ...deviceWords(row.user_agent),
    network: row.network,
    startedAt: row.created_at,
    current: row.id_hash === currentId,
  }));
}
