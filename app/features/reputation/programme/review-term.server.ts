import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { addTerm, changeTerm, dayOf, lockTerm, setSuperUser } from "./change-term.server.ts";
import { loadProgramme } from "./load-programme.server.ts";

export type ReviewTerm = { termId: number; note: string };

/**
 * Renews a term: the next one follows on its last day, with the same consent and mentor; gives its
 * id. Throws ConflictError when it doesn't run any more, NotFoundError, ForbiddenError,
 * SignInNeededError.
 */
export async function renewTerm(ctx: Ctx, { termId, note }: ReviewTerm): Promise<number> {
  assertCan(ctx.actor, "programme.manage", null);
  const actor = requireMember(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const term = await lockTerm(tx, ctx, { termId, state: "active" });
    if (term.ends_on! <= dayOf(ctx.now)) {
      throw new ConflictError("term_over", { key: "programme.tooLate" });
    }
    const { termMonths } = await loadProgramme(tx, ctx.community.id);
    const set = { review_note: note, reviewed_by: actor.id, reviewed_at: ctx.now };
    await changeTerm(tx, ctx, { term, to: "renewed", reason: note, set });
    const { rows } = await sql<{ day: string }>`
      select (${term.ends_on}::date + make_interval(months => ${termMonths}::int))::date::text as day
    `.execute(tx);
    return addTerm(tx, ctx, {
      memberId: term.member_id,
      to: "active",
      note,
      consented_at: term.consented_at,
      wording_version: term.wording_version,
      listed: term.listed,
      mentor_id: term.mentor_id,
      starts_on: term.ends_on,
      ends_on: rows[0]!.day,
    });
  });
}

/**
 * Ends a term today, with a reason that its member reads. Throws ConflictError when it doesn't run
 * any more, NotFoundError, ForbiddenError, SignInNeededError.
 */
export async function endTerm(ctx: Ctx, { termId, note }: ReviewTerm): Promise<void> {
  assertCan(ctx.actor, "programme.manage", null);
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const term = await lockTerm(tx, ctx, { termId, state: "active" });
    const set = { review_note: note, reviewed_by: actor.id, reviewed_at: ctx.now };
    await changeTerm(tx, ctx, { term, to: "ended", reason: note, set });
    await setSuperUser(tx, ctx, { memberId: term.member_id, on: false });
  });
}

/**
 * Names a member's mentor: staff, or another super user; an empty handle takes the mentor away.
 * Throws InvalidError (mentor), ConflictError, NotFoundError, ForbiddenError, SignInNeededError.
 */
export async function assignMentor(
  ctx: Ctx,
  input: { termId: number; mentor: string },
): Promise<void> {
  assertCan(ctx.actor, "programme.manage", null);
  await inTransaction(ctx.db, async (tx) => {
    const term = await lockTerm(tx, ctx, { termId: input.termId, state: "active" });
    const mentor =
      input.mentor === ""
        ? null
        : await tx
            .selectFrom("member")
            .select("id")
            .where("community_id", "=", ctx.community.id)
            .where("handle_key", "=", handleKey(input.mentor))
            .where("role", "in", ["super_user", "moderator", "admin"])
            .where("id", "<>", term.member_id)
            .executeTakeFirst();
    if (mentor === undefined) throw new InvalidError({ mentor: { key: "programme.noMentor" } });
    await tx
      .updateTable("programme_term")
      .set({ mentor_id: mentor?.id ?? null })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", term.id)
      .execute();
  });
}
