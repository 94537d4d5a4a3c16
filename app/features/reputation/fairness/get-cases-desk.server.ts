import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { VoteCaseState } from "#db/schema-reputation.ts";
import { countHeld, type Held } from "./count-held.server.ts";
import { listVoteCases, type VoteCase } from "./list-vote-cases.server.ts";

export type CaseView = Pick<VoteCase, "id" | "kind" | "state" | "note" | "members"> & {
  evidence: string[];
  held: Held;
  opened: TimeText;
  decided: { at: TimeText; by: string | null } | null;
};

export type CasesDesk = { state: VoteCaseState; cases: CaseView[]; next: string | null };

const STATES: readonly VoteCaseState[] = ["open", "upheld", "dismissed"];

/** Cases of unfair votes in a state, in words and figures. Throws ForbiddenError, SignInNeededError. */
export async function getCasesDesk(
  ctx: Ctx,
  asked: { state: string | null; after: string | null },
): Promise<CasesDesk> {
  const state = STATES.find((one) => one === asked.state) ?? "open";
  const { cases, next } = await listVoteCases(ctx, { state, after: asked.after });
  const held = await countHeld(
    ctx,
    cases.map(({ id }) => id),
  );
  const time = (at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);
  return {
    state,
    next,
    cases: cases.map((one) => ({
      id: one.id,
      kind: one.kind,
      state: one.state,
      note: one.note,
      members: one.members,
      evidence: one.evidence.map(({ key, params }) => ctx.t(key, params)),
      held: held.get(one.id) ?? { votes: 0, accepted: 0 },
      opened: time(one.openedAt),
      decided: one.decidedAt ? { at: time(one.decidedAt), by: one.decidedBy } : null,
    })),
  };
}
