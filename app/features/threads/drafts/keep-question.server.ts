import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { hashToken, newToken } from "#app/lib/tokens.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { storableDocument, type WrittenDraft } from "./draft-form.ts";
import { lockDrafts } from "./lock-drafts.server.ts";
import { MAX_DRAFTS } from "./save-draft.server.ts";

/** How long a guest's question waits for them to sign in. */
export const QUESTION_KEPT_SECONDS = 24 * 60 * 60;

/**
 * Keeps a guest's question; gives the secret that it is claimed with, of which only the hash is
 * stored. Throws InvalidError (title) when nothing was written.
 */
export async function keepQuestion(ctx: Ctx, input: WrittenDraft): Promise<string> {
  if (input.title.trim() === "" && input.body.trim() === "") {
    throw new InvalidError({ title: { key: "error.required" } });
  }
  const token = newToken();
  await ctx.db
    .insertInto("kept_question")
    .values({
      community_id: ctx.community.id,
      token_hash: hashToken(token),
      title: input.title,
      body: input.body,
      document: storableDocument(input.document),
      space_slug: input.spaceSlug,
      tags: input.tags,
      kind: input.kind,
      expires_at: new Date(ctx.now.getTime() + QUESTION_KEPT_SECONDS * 1_000),
    })
    .execute();
  return token;
}

/**
 * Makes the question kept under a secret a draft of the actor's; gives the draft's key, `null` when
 * there is none any more. A draft that is there already stays. Throws SignInNeededError.
 */
export async function claimQuestion(ctx: Ctx, token: string): Promise<string | null> {
  const actor = requireMember(ctx);
  const hash = hashToken(token);
  return inTransaction(ctx.db, async (tx) => {
    await lockDrafts(tx, ctx);
    const kept = await tx
      .deleteFrom("kept_question")
      .where("community_id", "=", ctx.community.id)
      .where("token_hash", "=", hash)
      .where("expires_at", ">", ctx.now)
      .returningAll()
      .executeTakeFirst();
    if (!kept) return null;
    const existing = await tx
      .selectFrom("draft")
      .select("key")
      .where("community_id", "=", ctx.community.id)
      .where("member_id", "=", actor.id)
      .orderBy("updated_at")
      .execute();
    const key = existing.some((row) => row.key === "ask") ? `ask:${hash.slice(0, 8)}` : "ask";
    if (existing.length >= MAX_DRAFTS) {
      await tx
        .deleteFrom("draft")
        .where("community_id", "=", ctx.community.id)
        .where("member_id", "=", actor.id)
        .where("key", "=", existing[0]!.key)
        .execute();
    }
    await tx
      .insertInto("draft")
      .values({
        community_id: ctx.community.id,
        member_id: actor.id,
        key,
        title: kept.title,
        body: kept.body,
        document: kept.document === null ? null : JSON.stringify(kept.document),
        space_slug: kept.space_slug,
        tags: kept.tags,
        kind: kept.kind,
        sequence: ctx.now.getTime(),
        updated_at: ctx.now,
      })
      .execute();
    return key;
  });
}
