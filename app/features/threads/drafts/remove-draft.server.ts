import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { DraftKey } from "./draft-key.ts";
import { lockDrafts } from "./lock-drafts.server.ts";

/** Takes the actor's draft away with the post it became, in the post's transaction. */
export async function removeDraft(tx: Tx, ctx: Ctx, key: DraftKey): Promise<void> {
  if (ctx.actor.id === null) return;
  await lockDrafts(tx, ctx);
  await tx
    .deleteFrom("draft")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("key", "=", key)
    .execute();
}

/** Throws away one of the actor's drafts; quiet when it is gone. Throws SignInNeededError. */
export async function discardDraft(ctx: Ctx, key: DraftKey): Promise<void> {
  requireMember(ctx);
  await inTransaction(ctx.db, (tx) => removeDraft(tx, ctx, key));
}
