import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { currentGuidelines } from "./guideline-versions.server.ts";

/** How long super users vote. */
export const VOTING_DAYS = 14;

function voteEnds(ctx: Ctx): Date {
  return new Date(ctx.now.getTime() + VOTING_DAYS * 86_400_000);
}

/** Throws InvalidError for a text that can't be shown or changes nothing. */
function assertChanges(markdown: string, current: string): void {
  if (markdown === current.trim()) {
    throw new InvalidError({ markdown: { key: "guidelines.nothingChanged" } });
  }
  try {
    renderMarkdown(markdown);
  } catch {
    throw new InvalidError({ markdown: { key: "error.invalid" } });
  }
}

/** An open proposal, locked. Throws NotFoundError, ConflictError once it is decided. */
export async function lockProposal(tx: Tx, ctx: Ctx, id: number) {
  const proposal = await tx
    .selectFrom("guideline_proposal")
    .selectAll()
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!proposal) throw new NotFoundError();
  if (proposal.state !== "open") {
    throw new ConflictError("proposal_decided", { key: "guidelines.decided" });
  }
  return proposal;
}

/**
 * Proposes another text of the guidelines, to be voted on for 14 days; gives the proposal's id.
 * Throws InvalidError, ForbiddenError, SignInNeededError.
 */
export async function proposeGuidelines(
  ctx: Ctx,
  input: { summary: string; markdown: string },
): Promise<number> {
  assertCan(ctx.actor, "guideline.propose", null);
  const actor = requireMember(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const current = await currentGuidelines(tx, ctx);
    assertChanges(input.markdown, current.markdown);
    const { id } = await tx
      .insertInto("guideline_proposal")
      .values({
        community_id: ctx.community.id,
        author_id: actor.id,
        summary: input.summary,
        markdown: input.markdown,
        base_version: current.number,
        vote_ends_at: voteEnds(ctx),
        created_at: ctx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/**
 * Brings one's own proposal to the guidelines as they are now: another text, voted on anew. Throws
 * InvalidError, ConflictError, NotFoundError, ForbiddenError, SignInNeededError.
 */
export async function rebaseProposal(
  ctx: Ctx,
  input: { id: number; markdown: string },
): Promise<void> {
  assertCan(ctx.actor, "guideline.propose", null);
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const proposal = await lockProposal(tx, ctx, input.id);
    if (proposal.author_id !== actor.id) throw new ForbiddenError();
    const current = await currentGuidelines(tx, ctx);
    assertChanges(input.markdown, current.markdown);
    await tx
      .updateTable("guideline_proposal")
      .set({
        markdown: input.markdown,
        base_version: current.number,
        vote_ends_at: voteEnds(ctx),
      })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", proposal.id)
      .execute();
    // They were for another text.
    await tx
      .deleteFrom("guideline_vote")
      .where("community_id", "=", ctx.community.id)
      .where("proposal_id", "=", proposal.id)
      .execute();
  });
}

/** Votes on a proposal, or votes otherwise, while it can be voted on. Throws ConflictError and as above. */
export async function voteOnProposal(ctx: Ctx, input: { id: number; yes: boolean }): Promise<void> {
  assertCan(ctx.actor, "guideline.vote", null);
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const proposal = await lockProposal(tx, ctx, input.id);
    if (proposal.vote_ends_at <= ctx.now) {
      throw new ConflictError("vote_over", { key: "guidelines.voteOver" });
    }
    const vote = { yes: input.yes, created_at: ctx.now };
    await tx
      .insertInto("guideline_vote")
      .values({
        community_id: ctx.community.id,
        proposal_id: proposal.id,
        member_id: actor.id,
        ...vote,
      })
      .onConflict((conflict) =>
        conflict.columns(["community_id", "proposal_id", "member_id"]).doUpdateSet(vote),
      )
      .execute();
  });
}

/** Says something about an open proposal, in plain text. Throws as above. */
export async function commentProposal(
  ctx: Ctx,
  input: { id: number; comment: string },
): Promise<void> {
  assertCan(ctx.actor, "guideline.comment", null);
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const proposal = await lockProposal(tx, ctx, input.id);
    await tx
      .insertInto("guideline_comment")
      .values({
        community_id: ctx.community.id,
        proposal_id: proposal.id,
        author_id: actor.id,
        text: input.comment,
        created_at: ctx.now,
      })
      .execute();
  });
}
