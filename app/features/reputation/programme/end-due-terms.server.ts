import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changeTerm, dayOf, lockMember, openTerm, setSuperUser } from "./change-term.server.ts";

const DAY = 86_400_000;
/** How long before its end a member is told. */
const NOTICE_DAYS = 14;

/** Running terms of a community that end on a day or before. */
function endingBy(ctx: Ctx, day: string) {
  return ctx.db
    .selectFrom("programme_term")
    .select(["id", "member_id"])
    .where("community_id", "=", ctx.community.id)
    .where("state", "=", "active")
    .where("ends_on", "<=", day)
    .orderBy("id");
}

async function endOne(ctx: Ctx, memberId: number): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    await lockMember(tx, ctx, memberId);
    const term = await openTerm(tx, ctx, memberId);
    if (term?.state !== "active" || term.ends_on! > dayOf(ctx.now)) return false;
    await changeTerm(tx, ctx, { term, to: "expired" });
    await setSuperUser(tx, ctx, { memberId, on: false });
    return true;
  });
}

/** Notes that a member was told, and tells them: once a term. */
async function tellOne(ctx: Ctx, { id, member_id }: { id: number; member_id: number }) {
  await inTransaction(ctx.db, async (tx) => {
    const noted = await tx
      .updateTable("programme_term")
      .set({ ending_told_at: ctx.now })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", id)
      .where("state", "=", "active")
      .where("ending_told_at", "is", null)
      .executeTakeFirst();
    if (noted.numUpdatedRows === 0n) return;
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: null,
      type: "programme.ending",
      payload: { memberId: member_id, termId: id },
    });
  });
}

/**
 * Ends the terms that are over by today (UTC), with their powers, and tells those whose term ends
 * within 14 days. May run twice. Gives the members whose term ended.
 */
export async function endDueTerms(ctx: Ctx): Promise<number[]> {
  const ended: number[] = [];
  for (const { member_id: memberId } of await endingBy(ctx, dayOf(ctx.now)).execute()) {
    if (await endOne(ctx, memberId)) ended.push(memberId);
  }
  const soon = dayOf(new Date(ctx.now.getTime() + NOTICE_DAYS * DAY));
  const untold = await endingBy(ctx, soon).where("ending_told_at", "is", null).execute();
  for (const term of untold) await tellOne(ctx, term);
  return ended;
}
