import { sql } from "kysely";
import { countFound } from "#app/features/insights/count-found.server.ts";
import { recordSolvedBefore } from "#app/features/insights/record-solved.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { storableDocument, type WrittenDraft } from "../drafts/draft-form.ts";
import type { DraftKey } from "../drafts/draft-key.ts";
import { QUESTION_KEPT_SECONDS } from "../drafts/keep-question.server.ts";
import { lockDrafts } from "../drafts/lock-drafts.server.ts";
import { findVisible } from "../searching/find-visible.server.ts";

export type CloseQuestion = {
  /** The thread that solved it. */
  threadId: number;
  /** Random text of this asking: a question is closed and counted once. */
  once: string;
  draftKey: DraftKey;
  /** Of the form, when it was sent: what it saves late is then not kept any more. */
  formKey?: string | undefined;
  /** What stands in the form; from elsewhere the title alone. */
  written: WrittenDraft;
};

/** The hash a closed question is kept under: nobody else's `once` finds it. */
export function closedHash(ctx: Pick<Ctx, "actor">, once: string): string {
  return hashToken(`solved:${ctx.actor.id ?? "guest"}:${once}`);
}

/** Takes the draft away; gives what stood in it. */
async function takeDraft(tx: Tx, ctx: Ctx, key: DraftKey) {
  if (ctx.actor.id === null) return null;
  await lockDrafts(tx, ctx);
  const draft = await tx
    .deleteFrom("draft")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", ctx.actor.id)
    .where("key", "=", key)
    .returning(["title", "body", "document", "space_slug", "tags", "kind", "tried", "details"])
    .executeTakeFirst();
  return draft ?? null;
}

const textOf = (document: unknown): string | null =>
  document === null ? null : JSON.stringify(document);

type TakenDraft = Awaited<ReturnType<typeof takeDraft>>;

/** What can be brought back: the form where it was sent, else the draft. Guests keep their own. */
function keptOf(ctx: Ctx, draft: TakenDraft, written: WrittenDraft) {
  if (ctx.actor.id === null) return { title: "", body: "" };
  const typed = written.body !== "" || !draft;
  return {
    title: typed ? written.title : draft.title,
    body: typed ? written.body : draft.body,
    document: typed ? storableDocument(written.document) : textOf(draft.document),
    space_slug: typed ? written.spaceSlug : draft.space_slug,
    tags: typed ? written.tags : draft.tags,
    kind: typed ? written.kind : draft.kind,
    tried: typed ? (written.tried ?? "") : draft.tried,
    details: JSON.stringify(typed ? (written.details ?? {}) : draft.details),
  };
}

type KeptTexts = ReturnType<typeof keptOf>;

/** Keeps the question for a day; says whether it was closed for the first time. */
async function keep(tx: Tx, ctx: Ctx, input: CloseQuestion, texts: KeptTexts): Promise<boolean> {
  const row = await tx
    .insertInto("kept_question")
    .values({
      details: "{}",
      ...texts,
      community_id: ctx.community.id,
      token_hash: closedHash(ctx, input.once),
      expires_at: new Date(ctx.now.getTime() + QUESTION_KEPT_SECONDS * 1_000),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["community_id", "token_hash"])
        .doUpdateSet(texts)
        // Brought back and closed again: it can be brought back once more.
        .where(sql<boolean>`kept_question.title || kept_question.body = ''`),
    )
    .returning(sql<boolean>`(xmax = 0)`.as("fresh"))
    .executeTakeFirst();
  return row?.fresh === true;
}

/** A form that was sent saves nothing any more, as after posting it. */
async function endForm(tx: Tx, ctx: Ctx, input: CloseQuestion): Promise<void> {
  if (ctx.actor.id === null || !input.formKey) return;
  await tx
    .insertInto("idempotency")
    .values({
      community_id: ctx.community.id,
      member_id: ctx.actor.id,
      key: input.formKey,
      request_hash: closedHash(ctx, input.once),
      response: "null",
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * "This solved it": the question that was being written isn't needed any more. Its draft goes, can be
 * brought back for a day, and is counted once for the thread, without saying whose it was. Throws
 * NotFoundError when the actor can't see the thread.
 */
export async function closeQuestion(ctx: Ctx, input: CloseQuestion): Promise<void> {
  const { threadId, written } = input;
  if (!(await findVisible(ctx, [threadId])).has(threadId)) throw new NotFoundError();
  await inTransaction(ctx.db, async (tx) => {
    const draft = await takeDraft(tx, ctx, input.draftKey);
    await endForm(tx, ctx, input);
    if (!(await keep(tx, ctx, input, keptOf(ctx, draft, written)))) return;
    const query = written.title.trim() || (draft?.title ?? "");
    await recordSolvedBefore({ ...ctx, db: tx }, { threadId, query });
    await countFound({ ...ctx, db: tx }, threadId);
  });
}
