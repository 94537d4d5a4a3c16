import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, InvalidError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import {
  assertState,
  changeTerm,
  dayOf,
  lockMember,
  openTerm,
  setSuperUser,
  type Term,
} from "./change-term.server.ts";
import { loadProgramme } from "./load-programme.server.ts";
import { assertOn } from "./nominate-member.server.ts";

export type AcceptInvitation = {
  /** The version of the terms that was read. */
  wordingVersion: number;
  agreed: boolean;
  /** Agrees to be named on the programme's page. */
  listed: boolean;
};

/** Does something with one's own term, locked, while it is in a state. Throws ConflictError when it isn't. */
async function onOwnTerm(
  ctx: Ctx,
  state: "invited" | "active",
  work: (tx: Tx, term: Term) => Promise<void>,
): Promise<void> {
  const { id: memberId } = requireMember(ctx);
  assertCan(ctx.actor, "programme.answer", { memberId });
  await inTransaction(ctx.db, async (tx) => {
    await lockMember(tx, ctx, memberId);
    const term = await openTerm(tx, ctx, memberId);
    assertState(term, state);
    await work(tx, term);
  });
}

/**
 * Agrees to the terms: the term starts today, with the role. Throws InvalidError without consent,
 * ConflictError when the terms were changed meanwhile, nobody was invited or the programme is off,
 * ForbiddenError, SignInNeededError.
 */
export async function acceptInvitation(ctx: Ctx, input: AcceptInvitation): Promise<void> {
  await onOwnTerm(ctx, "invited", async (tx, term) => {
    await assertOn(tx, ctx);
    const { wordingVersion, termMonths } = await loadProgramme(tx, ctx.community.id);
    assertAgreed(input, wordingVersion);
    const today = dayOf(ctx.now);
    const { rows } = await sql<{ day: string }>`
      select (${today}::date + make_interval(months => ${termMonths}::int))::date::text as day
    `.execute(tx);
    const set = {
      consented_at: ctx.now,
      wording_version: wordingVersion,
      listed: input.listed,
      starts_on: today,
      ends_on: rows[0]!.day,
    };
    await changeTerm(tx, ctx, { term, to: "active", set });
    await setSuperUser(tx, ctx, { memberId: term.member_id, on: true });
  });
}

/** Throws InvalidError without consent, ConflictError when the terms were changed meanwhile. */
function assertAgreed(
  input: Pick<AcceptInvitation, "agreed" | "wordingVersion">,
  wordingVersion: number,
): void {
  if (!input.agreed) throw new InvalidError({ agreed: { key: "programme.consentNeeded" } });
  if (wordingVersion !== input.wordingVersion) {
    throw new ConflictError("wording_changed", { key: "programme.wordingChanged" });
  }
}

/**
 * Agrees to the terms as they are now, in a term that began with others. Throws InvalidError without
 * consent, ConflictError when they were changed meanwhile or no term runs, ForbiddenError,
 * SignInNeededError.
 */
export async function agreeAgain(
  ctx: Ctx,
  input: Pick<AcceptInvitation, "agreed" | "wordingVersion">,
): Promise<void> {
  await onOwnTerm(ctx, "active", async (tx, term) => {
    const { wordingVersion } = await loadProgramme(tx, ctx.community.id);
    assertAgreed(input, wordingVersion);
    await tx
      .updateTable("programme_term")
      .set({ consented_at: ctx.now, wording_version: wordingVersion })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", term.id)
      .execute();
  });
}

/** Says no to an invitation. Throws ConflictError when there is none, ForbiddenError, SignInNeededError. */
export async function declineInvitation(ctx: Ctx, input: { reason: string }): Promise<void> {
  await onOwnTerm(ctx, "invited", async (tx, term) => {
    await changeTerm(tx, ctx, { term, to: "declined", reason: input.reason });
  });
}

/**
 * Ends one's own term today; badges, ranks and everything earned stay. Throws ConflictError without
 * a term that runs, ForbiddenError, SignInNeededError.
 */
export async function leaveProgramme(ctx: Ctx, input: { reason: string }): Promise<void> {
  await onOwnTerm(ctx, "active", async (tx, term) => {
    await changeTerm(tx, ctx, { term, to: "left", reason: input.reason });
    await setSuperUser(tx, ctx, { memberId: term.member_id, on: false });
  });
}

/** Agrees or not to be named on the programme's page. Throws ConflictError without a term. */
export async function setListed(ctx: Ctx, listed: boolean): Promise<void> {
  const { id: memberId } = requireMember(ctx);
  assertCan(ctx.actor, "programme.answer", { memberId });
  const changed = await ctx.db
    .updateTable("programme_term")
    .set({ listed })
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", memberId)
    .where("state", "=", "active")
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) {
    throw new ConflictError("term_state", { key: "programme.tooLate" });
  }
}
