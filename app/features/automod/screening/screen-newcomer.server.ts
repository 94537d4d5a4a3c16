import { publish } from "#app/events/publish.server.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepScreening } from "./keep-screening.server.ts";
import { screen } from "./screen.server.ts";

/** The member who joined, as who wrote their name; `null` when they are gone. */
async function newcomer(ctx: Ctx, memberId: number): Promise<(Actor & { kind: "member" }) | null> {
  const row = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "role", "locale"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (!row) return null;
  const rank = { index: 0, key: "newcomer" };
  return { kind: "member", ...row, verified: false, rank, powers: new Set() };
}

/**
 * Looks at the name and handle of who joined, as at a profile that was changed: they have their
 * account, and staff are asked to look at what would be held or refused.
 */
export async function screenNewcomer(ctx: Ctx, event: AppEvent<"member.joined">): Promise<void> {
  const { memberId } = event.payload;
  const actor = await newcomer(ctx, memberId);
  if (!actor) return;
  const as = { ...ctx, actor };
  const screening = await screen(as, {
    place: null,
    written: { surface: "profile", title: actor.name, text: actor.handle, links: [] },
  });
  if (screening.verdict !== "hold" && screening.verdict !== "reject") return;
  await inTransaction(ctx.db, async (tx) => {
    const known = await tx
      .selectFrom("screening")
      .select("id")
      .where("community_id", "=", ctx.community.id)
      .where("member_id", "=", memberId)
      .where("surface", "=", "profile")
      .executeTakeFirst();
    // Told twice of the same joining.
    if (known) return;
    const screeningId = await keepScreening(tx, as, { postId: null, screening });
    if (screeningId === null) return;
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: memberId,
      type: "member.profile_flagged",
      payload: { memberId, screeningId },
    });
  });
}
