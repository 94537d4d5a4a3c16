import { isSanction, type ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { eraseAddress } from "#app/features/members/blocked-addresses/erase-address.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { readWritten } from "#app/features/threads/read-written.server.ts";
import { readTitle } from "#app/features/threads/write-rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { Changes } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { contentWork, show } from "./change-content.server.ts";
import { actingCtx, type Change } from "./change.server.ts";
import { difference, merged } from "./changes.ts";
import { closedBy, type Closing } from "./closed-by.ts";
import { agreesWithReports, assertFirst, nothingToDo, notPossible } from "./collisions.ts";
import { readHours, readWords, type Decide } from "./decide-input.ts";
import {
  decidedColumns,
  loadDecided,
  lockSubject,
  policySubject,
  type Decided,
} from "./load-decided.server.ts";
import { readTargets } from "./read-targets.server.ts";
import { insertDecisions, tellDecision } from "./record-decision.server.ts";
import { removeAll } from "./remove-all.server.ts";
import { moveCases } from "./reshaping/move-cases.server.ts";
import { reshapeWork, type Reshaping } from "./reshaping/reshape-content.server.ts";
import { sanctionMember } from "./sanction-member.server.ts";
import { idsOf } from "./subject.ts";
import { followersOf } from "./followers.server.ts";

/** Verbs that settle everything that is open about the subject. */
const SETTLES: ReadonlySet<ModerationVerb> = new Set([
  "approve",
  "hide",
  "remove",
  "restore",
  "merge",
  "suspend",
  "ban",
  "remove_all",
]);

export type DecisionMade = { decisionId: number };

type Effect = { before: Changes; after: Changes };

/** What approving changes, without reading it back: the one decision that is made all day. */
async function approve(change: Change): Promise<Effect> {
  const { decided } = change;
  const { post_state: state, cases } = decided;
  if (state === "published") {
    if (cases.length === 0) throw notPossible(change.ctx, decided);
    return { before: {}, after: {} };
  }
  if (state === "deleted") throw notPossible(change.ctx, decided);
  await show(change);
  const target = `${decided.subject.kind}:${decided.subject.id}`;
  const { state_reason, state_by, state_at } = decided;
  const was = { state, state_reason, state_by, state_at };
  const is = { state: "published", state_reason: "", state_by: null, state_at: null };
  return difference({ [target]: was }, { [target]: is });
}

async function observed(change: Change): Promise<Effect> {
  const { tx, ctx, decided, input } = change;
  const work = contentWork[input.verb];
  const isPost = decided.subject.kind === "post";
  if (!work || (isPost === false && decided.post_kind === null)) throw new NotFoundError();
  const targets = [`thread:${decided.thread_id}`, `post:${decided.post_id}`];
  if (input.verb === "mark_duplicate") {
    targets.push(...(await followersOf(tx, ctx, decided.thread_id!)));
  }
  const was = await readTargets(tx, ctx.community.id, targets);
  await work(change);
  const effect = difference(was, await readTargets(tx, ctx.community.id, targets));
  if (Object.keys(effect.after).length === 0) throw nothingToDo();
  return effect;
}

async function reshaped({ tx, ctx }: Change, { targets, run }: Reshaping): Promise<Effect> {
  const at = ctx.community.id;
  const was = await readTargets(tx, at, targets);
  await run();
  await moveCases(tx, at, idsOf(targets, "post"));
  return difference(was, await readTargets(tx, at, targets));
}

async function erase(change: Change): Promise<Effect> {
  const { tx, ctx, decided } = change;
  const { about_id: memberId } = decided;
  if (memberId === null) throw new InvalidError({ subject: { key: "moderation.nobody" } });
  const at = ctx.community.id;
  await lockSubject(tx, at, { kind: "member", id: memberId });
  const target = `address:${memberId}`;
  const was = await readTargets(tx, at, [target]);
  if (!(await eraseAddress(tx, ctx, memberId))) throw notPossible(ctx, decided);
  return difference(was, await readTargets(tx, at, [target]));
}

/** A word to a member changes nothing. */
function word({ decided }: Change): Effect {
  if (decided.about_id === null) {
    throw new InvalidError({ subject: { key: "moderation.nobody" } });
  }
  return { before: {}, after: {} };
}

async function effectOf(change: Change): Promise<Effect> {
  const { decided, input } = change;
  const { verb } = input;
  if (isSanction(verb)) return sanctionMember(change, verb);
  if (verb === "message") return word(change);
  if (verb === "erase_address") return erase(change);
  if (decided.subject.kind === "member") throw new NotFoundError();
  if (verb === "approve") return approve(change);
  const reshape = reshapeWork[verb];
  if (reshape) return reshaped(change, await reshape(change));
  return observed(change);
}

/** What the decision closes, and what that changes. */
function closingOf(decided: Decided, { verb, caseId }: Decide): Closing {
  const settled = SETTLES.has(verb)
    ? decided.cases
    : decided.cases.filter(({ id, queue }) => {
        if (verb !== "mask") return id === caseId;
        // What is held stays to be decided about once it is masked.
        return queue === "personal_data" || (id === caseId && queue !== "held");
      });
  const caseIds = settled.map(({ id }) => id);
  const reportIds = decided.reports
    .filter((report) => caseIds.includes(report.case_id) && report.outcome === null)
    .map(({ id }) => id);
  const votes = (verb === "approve" || verb === "restore") && decided.subject.kind === "post";
  return {
    caseIds,
    reportIds,
    outcome: agreesWithReports(verb) ? "agreed" : "declined",
    votesOf: votes ? decided.subject.id : null,
  };
}

/** Decides within the caller's transaction, with words and a text that were read; see `decide`. */
export async function decideInTx(
  tx: Tx,
  ctx: Ctx,
  given: Omit<Change, "tx" | "ctx" | "decided">,
): Promise<DecisionMade> {
  const { input, words } = given;
  await lockSubject(tx, ctx.community.id, input.subject);
  const { caseId, verb } = input;
  const decided = await loadDecided(tx, ctx, { subject: input.subject, caseId });
  assertCan(ctx.actor, "desk.decide", policySubject(decided, verb));
  if (verb === "edit" && !given.stored) {
    throw new InvalidError({ body: { key: "error.required" } });
  }
  if (caseId !== undefined && !decided.given?.fits) throw new NotFoundError();
  assertFirst(ctx, decided, input);
  const change: Change = { ...given, tx, ctx: actingCtx(ctx), decided };
  // What its posts left leads elsewhere.
  const emptied = decided.subject.kind === "thread" && decided.post_id === null;
  if (emptied && verb !== "close") throw notPossible(ctx, decided);
  if (verb === "remove_all") return removeAll(change, closingOf(decided, input));
  if (verb === "close" && caseId === undefined) throw notPossible(ctx, decided);
  const effect = verb === "close" ? { before: {}, after: {} } : await effectOf(change);
  const closing = closingOf(decided, input);
  const closes = closedBy(closing);
  await insertDecisions(tx, ctx, {
    rows: [
      {
        ...decidedColumns(decided),
        ...words,
        id: decided.next_id,
        verb,
        case_id: caseId ?? null,
        before: merged([effect.before, closes.before]),
        after: merged([effect.after, closes.after]),
        batch_id: null,
        reverses: null,
      },
    ],
    closing,
  });
  await tellDecision(tx, ctx, decided.next_id);
  return { decisionId: decided.next_id };
}

async function readEdit(ctx: Ctx, input: Decide) {
  if (input.verb !== "edit") return { input, stored: null };
  requireMember(ctx);
  if (!input.edit) return { input, stored: null };
  const stored = await readWritten(ctx, input.edit);
  const { title } = input.edit;
  const edit = title === undefined ? input.edit : { ...input.edit, title: readTitle(title) };
  return { input: { ...input, edit }, stored };
}

/**
 * Decides about a post, thread or member: what it changes, its record, the cases it closes and the
 * word to everybody who follows are one transaction. Of two who decide at once the second gets a
 * ConflictError that says what the first decided. Throws InvalidError, NotFoundError,
 * SignInNeededError, ForbiddenError.
 */
export async function decide(ctx: Ctx, given: Decide): Promise<DecisionMade> {
  const words = readWords(given, given.verb);
  readHours(given);
  const { input, stored } = await readEdit(ctx, given);
  return inTransaction(ctx.db, (tx) => decideInTx(tx, ctx, { input, words, stored }));
}
