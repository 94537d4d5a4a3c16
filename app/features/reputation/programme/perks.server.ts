import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockTerm } from "./change-term.server.ts";

export type AddPerk = { name: string; description: string; codes: string[] };

/** Adds a perk with its codes, each once; gives its id. Throws ForbiddenError, SignInNeededError. */
export async function addPerk(ctx: Ctx, input: AddPerk): Promise<number> {
  assertCan(ctx.actor, "programme.manage", null);
  const at = { community_id: ctx.community.id };
  return inTransaction(ctx.db, async (tx) => {
    const { id } = await tx
      .insertInto("perk")
      .values({ ...at, name: input.name, description: input.description, created_at: ctx.now })
      .returning("id")
      .executeTakeFirstOrThrow();
    const codes = [...new Set(input.codes)].map((code) => ({ ...at, perk_id: id, code }));
    await tx.insertInto("perk_code").values(codes).execute();
    return id;
  });
}

/**
 * Gives a member of the programme a code of a perk, which only they see. A code is given once, a
 * member gets one of each perk. Throws ConflictError when there is none left or they have one,
 * NotFoundError, ForbiddenError, SignInNeededError.
 */
export async function givePerk(ctx: Ctx, input: { termId: number; perkId: number }): Promise<void> {
  assertCan(ctx.actor, "programme.manage", null);
  const at = ctx.community.id;
  await inTransaction(ctx.db, async (tx) => {
    // Locks the member: two codes of one perk for one member wait for each other.
    const term = await lockTerm(tx, ctx, { termId: input.termId, state: "active" });
    const perk = await tx
      .selectFrom("perk")
      .leftJoin("perk_code as held", (join) =>
        join
          .onRef("held.community_id", "=", "perk.community_id")
          .onRef("held.perk_id", "=", "perk.id")
          .on("held.member_id", "=", term.member_id),
      )
      .select(["perk.id", "held.id as held"])
      .where("perk.community_id", "=", at)
      .where("perk.id", "=", input.perkId)
      .executeTakeFirst();
    if (!perk) throw new NotFoundError();
    if (perk.held !== null) throw new ConflictError("perk_held", { key: "programme.perkHeld" });
    const { rows } = await sql<{ id: number }>`
      update perk_code set member_id = ${term.member_id}, given_at = ${ctx.now}
      where community_id = ${at} and id = (
        select id from perk_code where community_id = ${at} and perk_id = ${perk.id}
          and given_at is null
        order by id limit 1 for update skip locked)
      returning id
    `.execute(tx);
    if (rows.length === 0) throw new ConflictError("no_code", { key: "programme.noCode" });
  });
}
