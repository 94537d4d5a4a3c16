import { publish } from "#app/events/publish.server.ts";
import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { AppealOutcome } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { closedBy } from "./closed-by.ts";
import { readWords, type Words } from "./decide-input.ts";
import { decidedColumns, loadDecided, lockSubject } from "./load-decided.server.ts";
import { insertDecisions, tellDecision } from "./record-decision.server.ts";
import { reverseInTx } from "./reverse-decision.server.ts";
import { subjectColumns, subjectOf, type Subject } from "./subject.ts";

export type DecideAppeal = {
  appealId: number;
  outcome: AppealOutcome;
  /** To whoever appealed. */
  answer: string;
  note?: string | undefined;
};

async function loadAppeal(tx: Tx, ctx: Ctx, appealId: number) {
  if (!Number.isSafeInteger(appealId)) throw new NotFoundError();
  const row = await tx
    .selectFrom("appeal as a")
    .innerJoin("decision as d", (join) =>
      join.onRef("d.community_id", "=", "a.community_id").onRef("d.id", "=", "a.decision_id"),
    )
    .where("a.community_id", "=", ctx.community.id)
    .where("a.id", "=", appealId)
    .select(["a.id", "a.outcome", "a.decision_id", "a.member_id"])
    .select(["d.actor_id", "d.post_id", "d.thread_id", "d.member_id as about_member_id"])
    .executeTakeFirst();
  const subject = row && subjectOf({ ...row, member_id: row.about_member_id });
  if (!row || !subject) throw new NotFoundError();
  return { ...row, subject };
}

/** The desk's case, once no other appeal about the same is open. */
async function caseToClose(tx: Tx, ctx: Ctx, subject: Subject): Promise<number[]> {
  const columns = subjectColumns(subject);
  const column = `${subject.kind}_id` as const;
  const others = await tx
    .selectFrom("appeal as a")
    .innerJoin("decision as d", (join) =>
      join.onRef("d.community_id", "=", "a.community_id").onRef("d.id", "=", "a.decision_id"),
    )
    .where("a.community_id", "=", ctx.community.id)
    .where("a.outcome", "is", null)
    .where(`d.${column}`, "=", columns[column])
    .select("a.id")
    .execute();
  if (others.length > 0) return [];
  const rows = await tx
    .selectFrom("moderation_case")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where(column, "=", columns[column])
    .where("queue", "=", "appeal")
    .where("closed_at", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

async function undo(tx: Tx, ctx: Ctx, decisionId: number, words: Words): Promise<void> {
  const undone = await tx
    .selectFrom("decision")
    .select("id")
    .where("community_id", "=", ctx.community.id)
    .where("reverses", "=", decisionId)
    .executeTakeFirst();
  // Undone at the desk meanwhile: the appeal is right all the same.
  if (undone) return;
  await reverseInTx(tx, ctx, { decisionId, words, aftermath: "settle" });
}

/**
 * Decides on an appeal: another person of the staff than whoever decided first. Overturning undoes the
 * decision with everything it caused; those who had reported were wrong then. Throws ConflictError when
 * it was decided already or the decision can't be undone any more, InvalidError (reason),
 * NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function decideAppeal(
  ctx: Ctx,
  input: DecideAppeal,
): Promise<{ appealId: number; decisionId: number }> {
  assertCan(ctx.actor, "desk.manage", null);
  const words = readWords({ reason: input.answer, note: input.note });
  return inTransaction(ctx.db, async (tx) => {
    const { subject } = await loadAppeal(tx, ctx, input.appealId);
    await lockSubject(tx, ctx.community.id, subject);
    const appeal = await loadAppeal(tx, ctx, input.appealId);
    if (appeal.outcome !== null) {
      throw new ConflictError("appeal_decided", { key: "moderation.appealDecided" });
    }
    if (ctx.actor.id === appeal.actor_id || ctx.actor.id === appeal.member_id) {
      throw new ForbiddenError("appeal_by_same", { key: "moderation.appealBySame" });
    }
    if (input.outcome === "overturned") {
      await undo(tx, ctx, appeal.decision_id, words);
    }
    await tx
      .updateTable("appeal")
      .set({
        outcome: input.outcome,
        decided_by: ctx.actor.id,
        decided_at: ctx.now,
        answer: words.reason,
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", appeal.id)
      .execute();
    const caseIds = await caseToClose(tx, ctx, subject);
    const decided = await loadDecided(tx, ctx, { subject });
    const closing = { caseIds, reportIds: [], outcome: "declined", votesOf: null } as const;
    const row = {
      ...decidedColumns(decided),
      ...words,
      id: decided.next_id,
      verb: input.outcome === "upheld" ? "appeal_upheld" : "appeal_overturned",
      case_id: caseIds[0] ?? null,
      ...closedBy({ ...closing, caseIds, reportIds: [] }),
      batch_id: null,
      reverses: null,
    };
    await insertDecisions(tx, ctx, { rows: [row], closing: { ...closing, reportIds: [] } });
    await tellDecision(tx, ctx, decided.next_id);
    await publish(tx, {
      communityId: ctx.community.id,
      actorId: ctx.actor.id,
      type: "appeal.decided",
      payload: { appealId: appeal.id },
    });
    return { appealId: appeal.id, decisionId: decided.next_id };
  });
}
