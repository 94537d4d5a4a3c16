import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { requireMember } from "./require-member.ts";

/** Has the verification link mailed again; nothing for a member who is verified already. */
export async function askVerification(ctx: Ctx): Promise<void> {
  const actor = requireMember(ctx);
  if (actor.verified) return;
  await inTransaction(ctx.db, (tx) =>
    publish(tx, {
      communityId: ctx.community.id,
      actorId: actor.id,
      type: "member.verification_asked",
      payload: { memberId: actor.id },
    }),
  );
}
