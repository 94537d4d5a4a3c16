import { assertCan } from "#app/features/members/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { VoteCaseKind, VoteCaseState } from "#db/schema-reputation.ts";
import { decodeCursor, pageOf } from "#db/page.server.ts";
import type { Evidence } from "./vote-rows.ts";

export type VoteCase = {
  id: number;
  kind: VoteCaseKind;
  state: VoteCaseState;
  evidence: Evidence[];
  openedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string;
  members: {
    id: number;
    handle: string;
    name: string;
    givenInside: number;
    given: number;
    receivedInside: number;
    received: number;
  }[];
};

const PAGE = 20;

/** Whom cases are about, by case. */
async function membersOf(ctx: Ctx, caseIds: number[]): Promise<Map<number, VoteCase["members"]>> {
  const rows = await ctx.db
    .selectFrom("vote_case_member as accused")
    .innerJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "accused.community_id")
        .onRef("member.id", "=", "accused.member_id"),
    )
    .where("accused.community_id", "=", ctx.community.id)
    .where("accused.case_id", "in", caseIds)
    .select(["accused.case_id", "member.id", "member.handle", "member.name"])
    .select(["accused.given_inside as givenInside", "accused.given"])
    .select(["accused.received_inside as receivedInside", "accused.received"])
    .orderBy("member.id")
    .execute();
  const byCase = new Map<number, VoteCase["members"]>();
  for (const { case_id: caseId, ...member } of rows)
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), member]);
  return byCase;
}

/**
 * Cases in a state, newest first, with who they are about and why; for staff, without those that
 * are about the reader. Throws ForbiddenError, SignInNeededError.
 */
export async function listVoteCases(
  ctx: Ctx,
  { state, after }: { state: VoteCaseState; after?: string | null },
): Promise<{ cases: VoteCase[]; next: string | null }> {
  assertCan(ctx.actor, "fairness.decide", { memberIds: [] });
  const cursor = decodeCursor(after);
  const found = await ctx.db
    .selectFrom("vote_case as c")
    .leftJoin("member as decider", (join) =>
      join
        .onRef("decider.community_id", "=", "c.community_id")
        .onRef("decider.id", "=", "c.decided_by"),
    )
    .where("c.community_id", "=", ctx.community.id)
    .where("c.state", "=", state)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("vote_case_member as own")
            .whereRef("own.community_id", "=", "c.community_id")
            .whereRef("own.case_id", "=", "c.id")
            .where("own.member_id", "=", ctx.actor.id)
            .select("own.case_id"),
        ),
      ),
    )
    .$if(cursor !== null, (query) => query.where("c.id", "<", cursor!.id))
    .select(["c.id", "c.kind", "c.state", "c.evidence", "c.opened_at", "c.decided_at", "c.note"])
    .select("decider.name as decider")
    .orderBy("c.id", "desc")
    .limit(PAGE + 1)
    .execute();
  const { rows, next } = pageOf(found, PAGE, ({ id }) => ({ value: id, id }));
  if (rows.length === 0) return { cases: [], next: null };
  const members = await membersOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return {
    next,
    cases: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      evidence: row.evidence as Evidence[],
      openedAt: row.opened_at,
      decidedAt: row.decided_at,
      decidedBy: row.decider,
      note: row.note,
      members: members.get(row.id) ?? [],
    })),
  };
}
