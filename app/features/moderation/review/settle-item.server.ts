import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { readWritten } from "#app/features/threads/read-written.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { AppError, ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReviewVerdict } from "#db/schema-review.ts";
import { readWords, type Decide } from "../decide-input.ts";
import { decideInTx } from "../decide.server.ts";
import { lockSubject } from "../load-decided.server.ts";
import { COMMUNITY_ACTOR } from "./community-actor.ts";
import { tally } from "./review-rules.ts";
import { itemSubject, leaveToStaff, type Item } from "./to-staff.server.ts";

type Vote = { verdict: ReviewVerdict; weight: number };
export type Settled = ReviewVerdict | "staff" | "void" | null;

async function loadVotes(tx: Tx, communityId: number, itemId: number): Promise<Vote[]> {
  const { rows } = await sql<Vote>`
    select verdict, weight from review_turn
    where community_id = ${communityId} and item_id = ${itemId} and not known
      and verdict in ('approve', 'refuse')
  `.execute(tx);
  return rows;
}

/** The text before an edit, as it would be written again. */
async function textBefore(tx: Tx, ctx: Ctx, { post_id: postId, thread_id, revision }: Item) {
  const { rows } = await sql<{ document: unknown; title: string | null; opening: boolean }>`
    select r.document, r.title, p.kind = 'opening' as opening
    from thread t
    join post p on p.community_id = t.community_id and p.id = coalesce(${postId}::bigint, t.opening_post_id)
    join revision r on r.community_id = p.community_id and r.post_id = p.id and r.number = ${revision}
    where t.community_id = ${ctx.community.id} and t.id = ${thread_id}
  `.execute(tx);
  const row = rows[0];
  if (!row) throw new NotFoundError();
  const document = JSON.stringify(row.document);
  return {
    stored: await readWritten({ ...ctx, db: tx }, { document }),
    edit: {
      document,
      baseRevision: revision! + 1,
      ...(row.opening && row.title !== null ? { title: row.title } : {}),
    },
  };
}

/** What an outcome decides; `null`: all stays as it is. */
function verbOf({ kind }: Item, verdict: ReviewVerdict): Decide["verb"] | null {
  if (kind === "held") return verdict === "approve" ? "approve" : "hide";
  if (kind === "first_post") return verdict === "refuse" ? "hide" : null;
  if (kind === "edit") return verdict === "refuse" ? "edit" : null;
  if (verdict === "refuse") return null;
  return kind === "close" ? "lock" : "mark_duplicate";
}

/** Staff have it in one of their queues for another reason: then it is theirs to decide. */
async function staffHaveIt(tx: Tx, ctx: Ctx, item: Item): Promise<boolean> {
  const { rows } = await sql`
    select from moderation_case c where c.community_id = ${ctx.community.id} and c.closed_at is null
      and c.queue <> 'held' and c.queue <> 'unanswered'
      and (c.post_id = ${item.post_id} or (${item.post_id}::bigint is null and c.thread_id = ${item.thread_id}))
  `.execute(tx);
  return rows.length > 0;
}

async function carryOut(
  tx: Tx,
  ctx: Ctx,
  item: Item,
  { verdict, count }: { verdict: ReviewVerdict; count: number },
) {
  const verb = verbOf(item, verdict);
  if (verb === null) return null;
  const t = translatorOf(ctx.community.locale);
  const given = item.kind === "close" && item.reason !== "" ? item.reason : null;
  const reason = verb === "approve" ? "" : (given ?? t(`review.reason.${item.kind}`, { count }));
  const input: Decide = {
    verb,
    subject: itemSubject(item),
    caseId: item.kind === "held" ? (item.case_id ?? undefined) : undefined,
    reason,
    note: t("review.note", { count }),
    target: item.target_id === null ? undefined : String(item.target_id),
  };
  const before = verb === "edit" ? await textBefore(tx, ctx, item) : null;
  const { decisionId } = await decideInTx(
    tx,
    { ...ctx, actor: COMMUNITY_ACTOR },
    {
      input: before ? { ...input, edit: before.edit } : input,
      words: readWords(input, verb),
      stored: before?.stored ?? null,
    },
  );
  return decisionId;
}

async function close(
  tx: Tx,
  ctx: Ctx,
  itemId: number,
  set: {
    state: "settled" | "void";
    outcome: ReviewVerdict | null;
    decisionId: number | null;
  },
) {
  await tx
    .updateTable("review_item")
    .set({
      state: set.state,
      outcome: set.outcome,
      decision_id: set.decisionId,
      settled_at: ctx.now,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", itemId)
    .execute();
}

/** Decides what members agreed on; what can't be done any more is void, what they may not do is staff's. */
async function decideItem(
  tx: Tx,
  ctx: Ctx,
  item: Item,
  agreed: { verdict: ReviewVerdict; count: number },
): Promise<Settled> {
  const staffs = async (): Promise<Settled> => {
    const params = { kind: item.kind, verdict: agreed.verdict, count: agreed.count };
    await leaveToStaff(tx, ctx, { item, reason: { key: "review.caseAgreed", params } });
    return "staff";
  };
  await lockSubject(tx, ctx.community.id, itemSubject(item));
  if (verbOf(item, agreed.verdict) !== null && (await staffHaveIt(tx, ctx, item))) return staffs();
  await sql`savepoint review_item`.execute(tx);
  try {
    const decisionId = await carryOut(tx, ctx, item, agreed);
    await close(tx, ctx, item.id, { state: "settled", outcome: agreed.verdict, decisionId });
    await sql`release savepoint review_item`.execute(tx);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql`rollback to savepoint review_item`.execute(tx);
    const done = error instanceof ConflictError && error.code !== "claimed";
    if (!done) return staffs();
    await close(tx, ctx, item.id, { state: "void", outcome: null, decisionId: null });
    return "void";
  }
  await publish(tx, {
    communityId: ctx.community.id,
    actorId: null,
    type: "review.settled",
    payload: { itemId: item.id },
  });
  return agreed.verdict;
}

/** Settles an open item whose row the caller holds, if its votes say enough. */
export async function settleItem(tx: Tx, ctx: Ctx, item: Item, needed: number): Promise<Settled> {
  const votes = (await loadVotes(tx, ctx.community.id, item.id)).filter(({ weight }) => weight > 0);
  const verdict = tally(votes, needed);
  if (verdict === null) return null;
  const countOf = (of: ReviewVerdict) => votes.filter((vote) => vote.verdict === of).length;
  if (verdict !== "staff") return decideItem(tx, ctx, item, { verdict, count: countOf(verdict) });
  const params = { kind: item.kind, approve: countOf("approve"), refuse: countOf("refuse") };
  await leaveToStaff(tx, ctx, { item, reason: { key: "review.caseDisagreed", params } });
  return "staff";
}
