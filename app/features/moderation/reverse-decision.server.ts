import { sql } from "kysely";
import { eraseAddress } from "#app/features/members/blocked-addresses/erase-address.server.ts";
import { giveAddressBack } from "#app/features/members/blocked-addresses/give-address-back.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import { atLeast } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import type { Changes, ReportOutcome } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { actingCtx } from "./change.server.ts";
import { difference, isSubstance, merged } from "./changes.ts";
import { readWords, type Words } from "./decide-input.ts";
import type { DecisionMade } from "./decide.server.ts";
import { loadDecided, policySubject, type Decided } from "./load-decided.server.ts";
import {
  assertLast,
  changedSince,
  loadMade,
  lockTargets,
  type MadeDecision,
} from "./load-reversed.server.ts";
import { readTargets } from "./read-targets.server.ts";
import { insertDecisions, tellDecision, type DecisionRow } from "./record-decision.server.ts";
import { restorePostFields } from "./restore-posts.server.ts";
import { restoreThreadFields } from "./restore-threads.server.ts";
import { leadOn } from "./reshaping/lead-on.server.ts";
import { assertWhole, restoreShape } from "./reshaping/restore-shape.server.ts";
import { idsOf, partsOf, subjectOf } from "./subject.ts";

export type Reverse = {
  decisionId: number;
  reason?: string | undefined;
  note?: string | undefined;
};

/** Whether what was open is open again, or the matter is settled the other way. */
export type Aftermath = "reopen" | "settle";

type Reversal = { tx: Tx; ctx: Ctx; id: number; aftermath: Aftermath };

async function restoreCase({ tx, ctx, id, aftermath }: Reversal, caseId: number, closed: boolean) {
  if (!closed && aftermath === "settle") return;
  const at = ctx.community.id;
  if (closed) {
    await sql`update moderation_case set closed_at = ${ctx.now}, closing_decision_id = ${id},
      claimed_by = null, claimed_at = null
      where community_id = ${at} and id = ${caseId}`.execute(tx);
    return;
  }
  // Another case about the same may have been opened meanwhile: that one goes on.
  await sql`
    update moderation_case c set closed_at = null, closing_decision_id = null
    where c.community_id = ${at} and c.id = ${caseId} and not exists (
      select from moderation_case o where o.community_id = c.community_id and o.closed_at is null
        and o.queue = c.queue and (o.post_id = c.post_id or o.thread_id = c.thread_id
          or o.member_id = c.member_id))
  `.execute(tx);
}

async function restoreReport(
  { tx, ctx, id, aftermath }: Reversal,
  reportId: number,
  { was, is }: { was: ReportOutcome | null; is: ReportOutcome | null },
) {
  const flipped = is === "agreed" ? "declined" : "agreed";
  const outcome = was === null && aftermath === "settle" ? flipped : was;
  await tx
    .updateTable("report")
    .set({ outcome, outcome_decision_id: outcome === null ? null : id })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", reportId)
    .execute();
}

type Change = { was: Changes; left: Changes; current: Changes };

/** Brings every row back to what it was: posts first, so that their threads can point at them. */
async function restore(reversal: Reversal, { was, left, current }: Change): Promise<void> {
  const { tx, ctx, id: reversalId } = reversal;
  const reshaped = await restoreShape({ tx, ctx, was, left, current });
  const order = ["post", "thread", "sanction", "report", "case"];
  const targets = Object.keys(was).sort(
    (a, b) => order.indexOf(partsOf(a).kind) - order.indexOf(partsOf(b).kind),
  );
  for (const target of targets) {
    const { kind, id } = partsOf(target);
    const fields = was[target]!;
    const now = current[target];
    if (!now) throw new NotFoundError();
    if (kind === "post") await restorePostFields(tx, ctx, { id, fields, current: now });
    if (kind === "thread") await restoreThreadFields(tx, ctx, { id, fields, current: now });
    if (kind === "sanction") {
      // What wasn't there before is ended; what was ended holds again.
      const ended = fields.ended !== false;
      await tx
        .updateTable("sanction")
        .set({ ended_by: ended ? reversalId : null })
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", id)
        .execute();
    }
    if (kind === "address" && fields.erased === false) await giveAddressBack(tx, ctx, id);
    if (kind === "address" && fields.erased === true && !(await eraseAddress(tx, ctx, id))) {
      throw changedSince();
    }
    if (kind === "report") {
      const outcomes = { was: fields.outcome, is: now.outcome } as {
        was: ReportOutcome | null;
        is: ReportOutcome | null;
      };
      await restoreReport(reversal, id, outcomes);
    }
    if (kind === "case") await restoreCase(reversal, id, fields.closed === true);
  }
  await assertWhole(tx, ctx, reshaped);
}

/** Nobody undoes what somebody of a higher role decided. */
function assertMay(ctx: Ctx, decided: Decided, made: MadeDecision): void {
  assertCan(ctx.actor, "desk.decide", policySubject(decided, made.verb));
  const { actor } = ctx;
  if (made.actor_id === actor.id || made.actor_role === null) return;
  const higher = made.actor_role === "admin" ? "admin" : "moderator";
  const staffMade = made.actor_role === "moderator" || made.actor_role === "admin";
  if (staffMade && !atLeast(actor.role, higher)) throw new ForbiddenError();
}

/** Only what belongs to one of several decisions. */
function part(all: Changes, of: MadeDecision): Changes {
  const own: Changes = {};
  for (const [target, fields] of Object.entries(of.after)) {
    for (const field of Object.keys(fields)) {
      if (all[target] && field in all[target]) (own[target] ??= {})[field] = all[target][field];
    }
  }
  return own;
}

type Recorded = { tx: Tx; ctx: Ctx; words: Words; first: number };

async function record(
  { tx, ctx, words, first }: Recorded,
  made: MadeDecision[],
  effect: { before: Changes; after: Changes },
): Promise<void> {
  const ids = [first];
  if (made.length > 1) {
    const { rows } = await sql<{ id: number }>`
      select nextval('decision_id_seq') as id from generate_series(1, ${made.length - 1})
    `.execute(tx);
    ids.push(...rows.map(({ id }) => id));
  }
  const rows = made.map((one, index): DecisionRow => ({
    id: ids[index]!,
    verb: one.verb,
    post_id: one.post_id,
    thread_id: one.thread_id,
    member_id: one.member_id,
    about_id: one.about_id,
    space_id: one.space_id,
    case_id: null,
    ...words,
    before: made.length === 1 ? effect.before : part(effect.before, one),
    after: made.length === 1 ? effect.after : part(effect.after, one),
    batch_id: index === 0 ? null : first,
    reverses: one.id,
  }));
  await insertDecisions(tx, ctx, { rows });
  await tellDecision(tx, ctx, first);
}

/** With the threads of posts, which may point at them. */
async function withThreads(tx: Tx, communityId: number, targets: string[]): Promise<string[]> {
  const { rows } = await sql<{ target: string }>`
    select distinct 'thread:' || thread_id as target from post
    where community_id = ${communityId} and id = any(${idsOf(targets, "post")}::bigint[])
  `.execute(tx);
  return [...new Set([...targets, ...rows.map(({ target }) => target)])];
}

/** Throws ConflictError when the undoing would take more along than was decided: that was built on it. */
function assertNothingElse(changed: Changes, decided: Changes): void {
  for (const [target, fields] of Object.entries(changed)) {
    for (const field of Object.keys(fields)) {
      if (isSubstance(field) && !(field in (decided[target] ?? {}))) throw changedSince();
    }
  }
}

/**
 * Undoes a decision within the caller's transaction, with everything it caused; of several made
 * together, all that still stand. See `reverseDecision`.
 */
export async function reverseInTx(
  tx: Tx,
  ctx: Ctx,
  { decisionId, words, aftermath }: { decisionId: number; words: Words; aftermath: Aftermath },
): Promise<DecisionMade> {
  const at = ctx.community.id;
  const early = await loadMade(tx, at, decisionId);
  const targetsOf = (list: MadeDecision[]) => [
    ...new Set(list.flatMap(({ after }) => Object.keys(after))),
  ];
  const memberIds = early.flatMap(({ about_id: id }) => (id === null ? [] : [id]));
  const subject = subjectOf(early[0]!);
  if (!subject) throw new NotFoundError();
  await lockTargets(tx, at, {
    targets: [...targetsOf(early), `${subject.kind}:${subject.id}`],
    memberIds: [...new Set(memberIds)],
  });
  const made = await loadMade(tx, at, decisionId);
  const decided = await loadDecided(tx, ctx, { subject });
  assertMay(ctx, decided, made[0]!);
  const own = merged(made.toReversed().map(({ before }) => before));
  const was = merged([await leadOn(tx, at, own), own]);
  const around = await withThreads(tx, at, [...targetsOf(made), ...Object.keys(was)]);
  const current = await readTargets(tx, at, around);
  await assertLast(tx, ctx, { made, current });
  const first = decided.next_id;
  const left = merged(made.map(({ after }) => after));
  await restore({ tx, ctx: actingCtx(ctx), id: first, aftermath }, { was, left, current });
  const effect = difference(current, await readTargets(tx, at, around));
  assertNothingElse(effect.after, was);
  await record({ tx, ctx, words, first }, made, effect);
  return { decisionId: first };
}

/**
 * Undoes a decision as one transaction with everything it caused: what readers see, what points at it,
 * sanctions, cases and reports; points, counts and the search index follow from the rows. It is a
 * decision itself, and can be undone. Throws ConflictError when it was reversed already, when another
 * decision was built on it or when the thing was changed since, InvalidError (reason), NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function reverseDecision(ctx: Ctx, input: Reverse): Promise<DecisionMade> {
  const words = readWords(input);
  return inTransaction(ctx.db, (tx) =>
    reverseInTx(tx, ctx, { decisionId: input.decisionId, words, aftermath: "reopen" }),
  );
}
