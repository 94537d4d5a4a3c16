import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { currentGuidelines } from "./guideline-versions.server.ts";
import { lockProposal } from "./propose-guidelines.server.ts";

/** What there was before the first change, so that the history begins with it. */
async function keepFirst(tx: Tx, ctx: Ctx, markdown: string): Promise<void> {
  await tx
    .insertInto("guideline_version")
    .values({ community_id: ctx.community.id, number: 1, markdown, ratified_at: ctx.now })
    .execute();
}

async function countVotes(tx: Tx, ctx: Ctx, proposalId: number) {
  const { rows } = await sql<{ yes: number; no: number }>`
    select count(*) filter (where yes)::int as yes, count(*) filter (where not yes)::int as no
    from guideline_vote where community_id = ${ctx.community.id} and proposal_id = ${proposalId}
  `.execute(tx);
  return rows[0]!;
}

async function decide(
  tx: Tx,
  ctx: Ctx,
  decided: { id: number; state: "ratified" | "declined"; by: number; note: string },
): Promise<void> {
  await tx
    .updateTable("guideline_proposal")
    .set({
      state: decided.state,
      decided_by: decided.by,
      decided_at: ctx.now,
      decision_note: decided.note,
    })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", decided.id)
    .execute();
}

/**
 * Makes a proposal the guidelines; gives the new version's number. Once voting is over, with more yes
 * than no, and written against the guidelines as they are. Throws ConflictError otherwise,
 * NotFoundError, ForbiddenError, SignInNeededError.
 */
export async function ratifyProposal(ctx: Ctx, { id }: { id: number }): Promise<number> {
  assertCan(ctx.actor, "guideline.ratify", null);
  const actor = requireMember(ctx);
  const at = ctx.community.id;
  return inTransaction(ctx.db, async (tx) => {
    // Two proposals at once wait for each other: the second one is then older than the guidelines.
    await sql`select id from community where id = ${at} for no key update`.execute(tx);
    const proposal = await lockProposal(tx, ctx, id);
    const current = await currentGuidelines(tx, ctx);
    if (proposal.base_version !== current.number) {
      throw new ConflictError("proposal_behind", {
        key: "guidelines.behind",
        params: { base: proposal.base_version, now: current.number },
      });
    }
    if (proposal.vote_ends_at > ctx.now) {
      throw new ConflictError("voting", { key: "guidelines.stillVoting" });
    }
    const { yes, no } = await countVotes(tx, ctx, id);
    if (yes <= no) throw new ConflictError("not_wanted", { key: "guidelines.notWanted" });
    if (current.number === 1) await keepFirst(tx, ctx, current.markdown);
    const number = current.number + 1;
    await tx
      .insertInto("guideline_version")
      .values({
        community_id: at,
        number,
        markdown: proposal.markdown,
        proposal_id: id,
        ratified_by: actor.id,
        ratified_at: ctx.now,
        yes,
        no,
      })
      .execute();
    const { html } = renderMarkdown(proposal.markdown);
    await tx
      .updateTable("community")
      .set({ guidelines: proposal.markdown, guidelines_html: html })
      .where("id", "=", at)
      .execute();
    await decide(tx, ctx, { id, state: "ratified", by: actor.id, note: "" });
    return number;
  });
}

/** Says no to a proposal, with a reason that everybody reads. Throws as above. */
export async function declineProposal(
  ctx: Ctx,
  { id, note }: { id: number; note: string },
): Promise<void> {
  assertCan(ctx.actor, "guideline.ratify", null);
  const actor = requireMember(ctx);
  await inTransaction(ctx.db, async (tx) => {
    await lockProposal(tx, ctx, id);
    await decide(tx, ctx, { id, state: "declined", by: actor.id, note });
  });
}
