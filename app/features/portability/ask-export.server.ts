import { publish } from "#app/events/publish.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";

/** How long an export can be downloaded. */
export const EXPORT_HOURS = 72;

/** Asks for a file with everything of the actor's; a job writes it. Throws SignInNeededError. */
export async function askExport(ctx: Ctx): Promise<void> {
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const row = await tx
      .insertInto("member_export")
      .values({
        community_id: ctx.community.id,
        member_id: actor.id,
        asked_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + EXPORT_HOURS * 3_600_000),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "member.export_asked",
      payload: { memberId: actor.id, exportId: row.id },
    });
  });
}
