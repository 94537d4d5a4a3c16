import { sql, type Selectable, type Updateable } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { ProgrammeTermTable, TermState } from "#db/schema-reputation.ts";

export type Term = Selectable<ProgrammeTermTable>;

export const OPEN_STATES = ["nominated", "invited", "active"] as const satisfies TermState[];

/** As days (`2026-11-23`), not as moments of some time zone. */
export const DAYS = [
  sql<string | null>`programme_term.starts_on::text`.as("starts_on"),
  sql<string | null>`programme_term.ends_on::text`.as("ends_on"),
];

/** Day of a moment, UTC: `2026-11-23`. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Locks a member against other changes of their terms and role. Throws NotFoundError. */
export async function lockMember(tx: Tx, ctx: Ctx, memberId: number) {
  const member = await tx
    .selectFrom("member")
    .select(["id", "role", "email_verified_at", "erase_at"])
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!member) throw new NotFoundError();
  return member;
}

/** The term of a member that goes on; lock the member first. */
export async function openTerm(tx: Tx, ctx: Ctx, memberId: number): Promise<Term | null> {
  const term = await tx
    .selectFrom("programme_term")
    .selectAll()
    .select(DAYS)
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", memberId)
    .where("state", "in", OPEN_STATES)
    .executeTakeFirst();
  return term ?? null;
}

/** A term by its id, its member locked. Throws NotFoundError, ConflictError unless it is in `state`. */
export async function lockTerm(
  tx: Tx,
  ctx: Ctx,
  wanted: { termId: number; state: TermState },
): Promise<Term> {
  const find = () =>
    tx
      .selectFrom("programme_term")
      .selectAll()
      .select(DAYS)
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", wanted.termId)
      .executeTakeFirst();
  const found = await find();
  if (!found) throw new NotFoundError();
  await lockMember(tx, ctx, found.member_id);
  const term = await find();
  if (!term) throw new NotFoundError();
  assertState(term, wanted.state);
  return term;
}

/** Throws ConflictError unless a term is there and in `state`. */
export function assertState(term: Term | null, state: TermState): asserts term is Term {
  if (term?.state !== state) throw new ConflictError("term_state", { key: "programme.tooLate" });
}

async function record(
  tx: Tx,
  ctx: Ctx,
  change: {
    termId: number;
    memberId: number;
    from: TermState | null;
    to: TermState;
    reason: string;
  },
): Promise<void> {
  const { id } = await tx
    .insertInto("programme_change")
    .values({
      community_id: ctx.community.id,
      term_id: change.termId,
      member_id: change.memberId,
      from_state: change.from,
      to_state: change.to,
      actor_id: ctx.actor.id,
      reason: change.reason,
      created_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "programme.changed",
    payload: { memberId: change.memberId, termId: change.termId, changeId: id },
  });
}

export type NewTerm = { memberId: number; to: TermState; note?: string } & Updateable<
  Omit<ProgrammeTermTable, "community_id" | "id" | "member_id" | "state">
>;

/** Starts a term in a state, with its first line of history; gives its id. The member is locked. */
export async function addTerm(tx: Tx, ctx: Ctx, given: NewTerm): Promise<number> {
  const { memberId, to, note, ...columns } = given;
  const { id } = await tx
    .insertInto("programme_term")
    .values({
      ...columns,
      community_id: ctx.community.id,
      member_id: memberId,
      state: to,
      created_at: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const reason = note ?? columns.reason ?? "";
  await record(tx, ctx, { termId: id, memberId, from: null, to, reason });
  return id;
}

/** Moves a term on and keeps who did it, when and why. The member is locked. */
export async function changeTerm(
  tx: Tx,
  ctx: Ctx,
  {
    term,
    to,
    reason = "",
    set = {},
  }: {
    term: Term;
    to: TermState;
    reason?: string;
    set?: Updateable<ProgrammeTermTable>;
  },
): Promise<void> {
  await tx
    .updateTable("programme_term")
    .set({ ...set, state: to })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", term.id)
    .execute();
  await record(tx, ctx, {
    termId: term.id,
    memberId: term.member_id,
    from: term.state,
    to,
    reason,
  });
}

/** Gives or takes the role that goes with a term; staff keep theirs. */
export async function setSuperUser(
  tx: Tx,
  ctx: Ctx,
  { memberId, on }: { memberId: number; on: boolean },
): Promise<void> {
  const changed = await tx
    .updateTable("member")
    .set({ role: on ? "super_user" : "member" })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", memberId)
    .where("role", "=", on ? "member" : "super_user")
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: ctx.actor.id,
    type: "member.role_changed",
    payload: { memberId },
  });
}
