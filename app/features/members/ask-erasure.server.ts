import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { checkOwnPassword } from "./check-own-password.server.ts";
import { endAllSessions } from "./sessions/end-all-sessions.server.ts";

/** Between asking and the end of an account. */
export const ERASE_AFTER_DAYS = 14;

/** A community whose last admin goes would be without anybody to run it. */
async function assertNotLastAdmin(tx: Tx, ctx: Ctx, memberId: number): Promise<void> {
  const name = `admins:${ctx.community.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  const admins = await tx
    .selectFrom("member")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("role", "=", "admin")
    .where("erase_at", "is", null)
    .execute();
  if (admins.length === 1 && admins[0]!.id === memberId) {
    throw new ConflictError("last_admin", { key: "data.lastAdmin" });
  }
}

/**
 * Asks that the actor's account ends in 14 days, and signs them out everywhere; signing in before
 * takes it back. Throws InvalidError (currentPassword), ConflictError for the last admin,
 * SignInNeededError.
 */
export async function askErasure(ctx: Ctx, input: { currentPassword: string }): Promise<void> {
  const { id } = await checkOwnPassword(ctx, input.currentPassword);
  await inTransaction(ctx.db, async (tx) => {
    await assertNotLastAdmin(tx, ctx, id);
    await tx
      .updateTable("member")
      .set({ erase_at: new Date(ctx.now.getTime() + ERASE_AFTER_DAYS * 86_400_000) })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", id)
      .execute();
    await endAllSessions(tx, ctx.community.id, id);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: id,
      type: "member.erasure_asked",
      payload: { memberId: id },
    });
  });
}
