import { publish } from "#app/events/publish.server.ts";
import { keepScreening } from "#app/features/automod/screening/keep-screening.server.ts";
import type { Screening } from "#app/features/automod/screening/screen.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { WRITE_LIMITS } from "../write-rules.ts";

type Post = { id: number; thread_id: number };

/** Why a text is held, as its author reads it beside it. */
export function heldReason(ctx: Pick<Ctx, "t">, { findings }: Screening): string {
  const held = findings.filter(({ verdict }) => verdict === "hold");
  const reasons = new Set(
    held.map(({ toAuthor }) => translateKey(ctx.t, toAuthor.key, toAuthor.params)),
  );
  return [...reasons].join(" ").slice(0, WRITE_LIMITS.stateReason);
}

/** What shows although staff should see it: an edit that would be held, personal data posted anyway. */
function wantsStaff({ actor }: Pick<Ctx, "actor">, { verdict, findings }: Screening): boolean {
  if (verdict === "hold") return true;
  return !isStaff(actor.role) && findings.some(({ check }) => check === "personalData");
}

/**
 * Keeps what was said of a post that was just stored, and tells staff of one that is held or that they
 * should look at though it shows.
 */
export async function settleScreening(
  tx: Tx,
  ctx: Ctx,
  { post, screening, held }: { post: Post; screening: Screening; held: boolean },
): Promise<void> {
  const screeningId = await keepScreening(tx, ctx, { postId: post.id, screening });
  if (screeningId === null || (!held && !wantsStaff(ctx, screening))) return;
  const fact = { communityId: ctx.community.id, actorId: ctx.actor.id };
  const payload = { threadId: post.thread_id, postId: post.id, screeningId };
  if (held) await publish(tx, { ...fact, type: "post.held", payload });
  else {
    const why = screening.verdict === "hold" ? "edit" : "advice";
    await publish(tx, { ...fact, type: "post.flagged", payload: { ...payload, why } });
  }
}
