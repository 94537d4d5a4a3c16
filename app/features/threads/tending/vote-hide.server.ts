import { translatorOf } from "#app/i18n/translators.server.ts";
import { assertCan, can } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadPost } from "../load-post.server.ts";
import { postRef, type PostRef } from "../post-ref.ts";
import { withdrawPost } from "../withdraw-post.server.ts";
import { VOTES_TO_HIDE } from "./votes-to-hide.ts";
import { readReason, WRITE_LIMITS } from "../write-rules.ts";

/** The votes that count, oldest first. */
async function openVotes(tx: Tx, ctx: Ctx, postId: number) {
  return tx
    .selectFrom("hide_vote")
    .select("reason")
    .where("community_id", "=", ctx.community.id)
    .where("post_id", "=", postId)
    .where("closed_at", "is", null)
    .orderBy("created_at")
    .orderBy("member_id")
    .execute();
}

/** What the author is told; kept with the post for all readers, so in the community's language. */
function toldReason(ctx: Ctx, reasons: string[]): string {
  const t = translatorOf(ctx.community.locale);
  const list = new Intl.ListFormat(t.locale, { type: "unit", style: "long" });
  const said = list.format([...new Set(reasons)]);
  const told = t("powers.hiddenByVotes", { count: reasons.length, reasons: said });
  const most = WRITE_LIMITS.stateReason;
  return told.length <= most ? told : `${told.slice(0, most - 1).trimEnd()}…`;
}

/**
 * Votes to hide an answer or reply; the third member's vote hides it, with all their reasons. Whoever
 * voted already changes nothing. Throws InvalidError (reason), ConflictError once staff decided about
 * the member's vote, NotFoundError, SignInNeededError, ForbiddenError.
 */
export async function voteHide(
  ctx: Ctx,
  input: { postId: number; reason: string },
): Promise<PostRef> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await loadPost(tx, ctx, input.postId, { lock: true });
    // Hidden by another's vote meanwhile: that is what this vote was for.
    const asIf = { ...post.subject, state: "published" } as const;
    if (post.state === "hidden" && can(ctx.actor, "post.voteHide", asIf)) return postRef(post);
    assertCan(ctx.actor, "post.voteHide", post.subject);
    const { id: memberId } = requireMember(ctx);
    const reason = readReason(input.reason, { max: WRITE_LIMITS.reason, required: true });
    const key = { community_id: ctx.community.id, post_id: post.id, member_id: memberId };
    const voted = await tx
      .insertInto("hide_vote")
      .values({ ...key, reason, created_at: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(["community_id", "post_id", "member_id"]).doNothing(),
      )
      .returning("post_id")
      .executeTakeFirst();
    if (!voted) {
      const earlier = await tx
        .selectFrom("hide_vote")
        .select("closed_at")
        .where("community_id", "=", key.community_id)
        .where("post_id", "=", key.post_id)
        .where("member_id", "=", key.member_id)
        .executeTakeFirstOrThrow();
      if (earlier.closed_at === null) return postRef(post);
      throw new ConflictError("staff_decided", { key: "powers.staffDecided" });
    }
    const votes = await openVotes(tx, ctx, post.id);
    if (votes.length >= VOTES_TO_HIDE) {
      const told = toldReason(
        ctx,
        votes.map((vote) => vote.reason),
      );
      await withdrawPost(tx, ctx, post, { to: "hidden", reason: told });
    }
    return postRef(post);
  });
}
