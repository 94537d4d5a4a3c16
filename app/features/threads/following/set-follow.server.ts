import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { ConflictError, NotFoundError } from "#app/lib/errors.ts";
import type { Tx } from "#db/client.server.ts";
import type { FollowKind } from "#db/schema-threads.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { findSubject } from "./find-subject.server.ts";

export type SetFollow = { kind: FollowKind; subject: string; on: boolean };

/** How much one member can follow. */
export const MAX_FOLLOWS = 2_000;

type Row = { memberId: number; kind: FollowKind; id: number };

async function add(tx: Tx, ctx: Ctx, { memberId, kind, id }: Row): Promise<void> {
  // Two at once must not both be the last that fits.
  const name = `follow:${ctx.community.id}:${memberId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from follow
    where community_id = ${ctx.community.id} and member_id = ${memberId}
  `.execute(tx);
  if (rows[0]!.n >= MAX_FOLLOWS) {
    throw new ConflictError("too_many_follows", {
      key: "follow.tooMany",
      params: { max: MAX_FOLLOWS },
    });
  }
  await tx
    .insertInto("follow")
    .values({
      community_id: ctx.community.id,
      member_id: memberId,
      subject_kind: kind,
      subject_id: id,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * The actor follows a thread, space, tag or member, or no longer; the same again changes nothing.
 * Gives the subject's address. Throws SignInNeededError, NotFoundError, ConflictError when it is
 * too much.
 */
export async function setFollow(ctx: Ctx, input: SetFollow): Promise<string> {
  const actor = requireMember(ctx);
  const { id, href } = await findSubject(ctx, input.kind, input.subject);
  if (input.kind === "member" && id === actor.id) throw new NotFoundError();
  if (input.on) {
    await inTransaction(ctx.db, (tx) => add(tx, ctx, { memberId: actor.id, kind: input.kind, id }));
    return href;
  }
  await ctx.db
    .deleteFrom("follow")
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", actor.id)
    .where("subject_kind", "=", input.kind)
    .where("subject_id", "=", id)
    .execute();
  return href;
}

/** Whoever asks or answers follows the thread, in the transaction of the post. */
export async function followOwnThread(tx: Tx, ctx: Ctx, threadId: number): Promise<void> {
  if (ctx.actor.id === null) return;
  await tx
    .insertInto("follow")
    .values({
      community_id: ctx.community.id,
      member_id: ctx.actor.id,
      subject_kind: "thread",
      subject_id: threadId,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
