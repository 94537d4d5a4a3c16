import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Power } from "#app/lib/powers.ts";
import { hashToken } from "#app/lib/tokens.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockDrafts } from "./lock-drafts.server.ts";
import { MAX_DRAFTS } from "./save-draft.server.ts";

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
        tried: kept.tried,
        details: JSON.stringify(kept.details),
        sequence: ctx.now.getTime(),
        updated_at: ctx.now,
      })
      .execute();
    return key;
  });
}

/**
 * Makes the question that somebody wrote before signing up the first draft of their new account: it
 * is there in whatever browser they sign in. Quiet when there is none any more.
 */
export async function claimForNewMember(ctx: Ctx, memberId: number, token: string): Promise<void> {
  const joined = { kind: "member", id: memberId, role: "member", verified: false } as const;
  const first = { rank: { index: 0, key: "" }, powers: new Set<Power>() };
  const actor = { ...joined, ...first, handle: "", name: "", locale: null };
  await claimQuestion({ ...ctx, actor }, token);
}

/** Whether a question of a member waits to be posted. */
export async function hasQuestion(ctx: Ctx, memberId: number): Promise<boolean> {
  const draft = await ctx.db
    .selectFrom("draft")
    .select("key")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", memberId)
    .where("key", "=", "ask")
    .executeTakeFirst();
  return draft !== undefined;
}
