import type { Tx } from "#db/client.server.ts";

export type DecisionReader = { id: number; email: string; locale: string | null };

/** Whom a decision is about, at a verified address; also while they can't sign in. */
export async function loadDecisionReader(
  tx: Tx,
  communityId: number,
  memberId: number,
): Promise<DecisionReader | null> {
  const row = await tx
    .selectFrom("member")
    .select(["id", "email", "locale"])
    .where("community_id", "=", communityId)
    .where("id", "=", memberId)
    .where("email_verified_at", "is not", null)
    .executeTakeFirst();
  return row?.email ? { ...row, email: row.email } : null;
}
