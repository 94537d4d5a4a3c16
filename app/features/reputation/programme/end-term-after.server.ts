import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changeTerm, lockMember, openTerm } from "./change-term.server.ts";

/** Ends the running term of a member whose role an admin changed by hand; may run twice and late. */
export async function endTermAfter(
  ctx: Ctx,
  { payload: { memberId } }: AppEvent<"member.role_changed">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const member = await lockMember(tx, ctx, memberId).catch(() => null);
    if (!member || member.role === "super_user") return;
    const term = await openTerm(tx, ctx, memberId);
    if (term?.state === "active") await changeTerm(tx, ctx, { term, to: "ended" });
  });
}
