import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { isFault, readFormula } from "../rank-formula.ts";
import { BADGE_LIMITS, FORMULA_EXAMPLE, type DefineBadge } from "./badge-forms.ts";
import { isBuiltIn } from "./built-in-badges.ts";
import { settleFormulaBadges } from "./settle-formula-badges.server.ts";

/** `own-1`, `own-2`, …: stays when the name changes, and is never used again. */
async function nextKey(tx: Tx, communityId: number): Promise<string> {
  const rows = await tx
    .selectFrom("badge")
    .select("key")
    .where("community_id", "=", communityId)
    .where("key", "like", "own-%")
    .execute();
  const max = BADGE_LIMITS.own;
  if (rows.length >= max) {
    throw new ConflictError("too_many_badges", { key: "badges.full", params: { max } });
  }
  return `own-${Math.max(0, ...rows.map(({ key }) => Number(key.slice(4)) || 0)) + 1}`;
}

/**
 * Adds a badge of the brand's own; one by formula goes at once to everybody it holds for. Gives its
 * key. Throws InvalidError (formula), ConflictError when there are 30, ForbiddenError,
 * SignInNeededError.
 */
export async function defineBadge(ctx: Ctx, input: DefineBadge): Promise<string> {
  assertCan(ctx.actor, "badge.define", null);
  const actor = requireMember(ctx);
  if (input.formula !== "" && isFault(readFormula(input.formula))) {
    const params = { example: FORMULA_EXAMPLE };
    throw new InvalidError({ formula: { key: "badges.formulaFault", params } });
  }
  return inTransaction(ctx.db, async (tx) => {
    await tx
      .selectFrom("community")
      .select("id")
      .where("id", "=", ctx.community.id)
      .forNoKeyUpdate()
      .execute();
    const key = await nextKey(tx, ctx.community.id);
    await tx
      .insertInto("badge")
      .values({
        community_id: ctx.community.id,
        key,
        kind: input.formula === "" ? "by_hand" : "formula",
        name: input.name,
        description: input.description,
        icon: input.icon,
        track: input.track,
        formula: input.formula,
        created_by: actor.id,
        created_at: ctx.now,
      })
      .execute();
    if (input.formula !== "") await settleFormulaBadges(tx, ctx.community.id, ctx.now);
    return key;
  });
}

export type AdjustBadge = {
  key: string;
  /** Empty: its own name from the catalogue of texts. */
  name: string;
  /** Turned off, nobody sees it; grants go on in silence, so that turning it on shows them all. */
  active: boolean;
};

/**
 * Turns a badge on or off and names it. Throws NotFoundError, InvalidError (name) for a badge of the
 * brand's own without a name, ForbiddenError, SignInNeededError.
 */
export async function adjustBadge(ctx: Ctx, { key, name, active }: AdjustBadge): Promise<void> {
  assertCan(ctx.actor, "badge.define", null);
  const actor = requireMember(ctx);
  if (isBuiltIn(key)) {
    await ctx.db
      .insertInto("badge")
      .values({
        community_id: ctx.community.id,
        key,
        kind: "built_in",
        name: key === "tag" ? "" : name,
        active,
        created_by: actor.id,
        created_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["community_id", "key"])
          .doUpdateSet((eb) => ({ name: eb.ref("excluded.name"), active })),
      )
      .execute();
    return;
  }
  if (name === "") throw new InvalidError({ name: { key: "error.required" } });
  const changed = await ctx.db
    .updateTable("badge")
    .set({ name, active })
    .where("community_id", "=", ctx.community.id)
    .where("key", "=", key)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new NotFoundError();
}
