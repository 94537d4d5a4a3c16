import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadProgramme } from "./load-programme.server.ts";

export type SetProgramme = {
  active: boolean;
  termMonths: number;
  /** Of a space that is for super users; `null`: none. */
  spaceId: number | null;
  /** Plain text. */
  wording: string;
};

/**
 * Turns the programme on or off and says what its terms are; another text is a new version, which
 * those agree to who are invited from then on. Terms that run go on. Throws InvalidError,
 * ForbiddenError, SignInNeededError.
 */
export async function setProgramme(ctx: Ctx, input: SetProgramme): Promise<void> {
  assertCan(ctx.actor, "programme.manage", null);
  const actor = requireMember(ctx);
  const communityId = ctx.community.id;
  if (input.active && input.wording === "") {
    throw new InvalidError({ wording: { key: "programme.wordingNeeded" } });
  }
  await inTransaction(ctx.db, async (tx) => {
    if (input.spaceId !== null) {
      const space = await tx
        .selectFrom("space")
        .select("id")
        .where("community_id", "=", communityId)
        .where("id", "=", input.spaceId)
        .where("read_role", "=", "super_user")
        .executeTakeFirst();
      if (!space) throw new InvalidError({ space: { key: "programme.notItsSpace" } });
    }
    const settings = {
      active: input.active,
      term_months: input.termMonths,
      space_id: input.spaceId,
    };
    await tx
      .insertInto("programme")
      .values({ community_id: communityId, ...settings })
      .onConflict((conflict) => conflict.column("community_id").doUpdateSet(settings))
      .execute();
    const now = await loadProgramme(tx, communityId);
    if (input.wording === "" || input.wording === now.wording) return;
    await tx
      .insertInto("programme_wording")
      .values({
        community_id: communityId,
        version: now.wordingVersion + 1,
        text: input.wording,
        published_by: actor.id,
        published_at: ctx.now,
      })
      .execute();
  });
}
