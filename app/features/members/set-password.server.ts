import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { endTokens } from "./link-token.server.ts";
import { endAllSessions } from "./sessions/end-all-sessions.server.ts";

/**
 * Replaces a member's password and ends what the old one opened: every session, and links to set a
 * password or to move the account to another address.
 */
export async function setPassword(
  tx: Tx,
  ctx: Ctx,
  given: { memberId: number; passwordHash: string; actorId: number | null },
): Promise<void> {
  const { memberId, passwordHash, actorId } = given;
  const communityId = ctx.community.id;
  await tx
    .updateTable("member")
    .set({ password_hash: passwordHash })
    .where("community_id", "=", communityId)
    .where("id", "=", memberId)
    .execute();
  await endAllSessions(tx, communityId, memberId);
  await endTokens(tx, { communityId, memberId }, ["reset_password", "change_email"]);
  await publish(tx, {
    communityId,
    actorId,
    type: "member.password_changed",
    payload: { memberId },
  });
}
