import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockSubject } from "../load-decided.server.ts";
import { openCase } from "../open-case.server.ts";
import { closeByRule } from "./close-by-rule.server.ts";

/** So many removed or hidden within so many days make somebody suspect. */
const REPEATED = { times: 3, days: 7 };

async function membersOf(ctx: Ctx, caseId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom("vote_case_member")
    .select("member_id")
    .where("community_id", "=", ctx.community.id)
    .where("case_id", "=", caseId)
    .orderBy("member_id")
    .execute();
  return rows.map(({ member_id: id }) => id);
}

async function suspect(
  ctx: Ctx,
  memberId: number,
  reason:
    | { key: "queues.whyVotes" }
    | { key: "queues.whyRepeated"; params: { count: number; days: number } },
) {
  await inTransaction(ctx.db, async (tx) => {
    const subject = { kind: "member", id: memberId } as const;
    await lockSubject(tx, ctx.community.id, subject);
    const open = await tx
      .selectFrom("moderation_case")
      .select("reasons")
      .where("community_id", "=", ctx.community.id)
      .where("member_id", "=", memberId)
      .where("queue", "=", "suspect")
      .where("closed_at", "is", null)
      .executeTakeFirst();
    const told = (open?.reasons ?? []) as { key?: string }[];
    if (told.some(({ key }) => key === reason.key)) return;
    await openCase(tx, ctx, { subject, queue: "suspect", reasons: [reason] });
  });
}

/** Members whose votes look unfair come to the desk. */
export async function suspectVoters(ctx: Ctx, event: AppEvent<"vote_case.opened">): Promise<void> {
  for (const id of await membersOf(ctx, event.payload.caseId)) {
    await suspect(ctx, id, { key: "queues.whyVotes" });
  }
}

/** Those of whom nothing but their votes was to be looked at are done with when that was decided. */
export async function clearVoters(ctx: Ctx, event: AppEvent<"vote_case.decided">): Promise<void> {
  for (const memberId of await membersOf(ctx, event.payload.caseId)) {
    await inTransaction(ctx.db, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        select c.id from moderation_case c
        where c.community_id = ${ctx.community.id} and c.member_id = ${memberId} and c.queue = 'suspect'
          and c.closed_at is null and not exists (
            select from jsonb_array_elements(c.reasons) r where r ->> 'key' <> 'queues.whyVotes')
          and not exists (
            select from vote_case_member m
            join vote_case v on v.community_id = m.community_id and v.id = m.case_id
            where m.community_id = c.community_id and m.member_id = c.member_id and v.state = 'open')
      `.execute(tx);
      if (rows.length > 0) await closeByRule(tx, ctx, { queue: "suspect", memberId });
    });
  }
}

/** Whoever had several things removed or hidden within a week comes to the desk, once a week. */
export async function suspectRepeated(ctx: Ctx, event: AppEvent<"decision.made">): Promise<void> {
  const at = ctx.community.id;
  const { times, days } = REPEATED;
  const { rows } = await sql<{ about_id: number; count: number }>`
    select d.about_id, count(*)::int as count from decision made
    join decision d on d.community_id = made.community_id and d.about_id = made.about_id
    join member m on m.community_id = d.community_id and m.id = d.about_id
    where made.community_id = ${at} and made.id = ${event.payload.decisionId} and made.batch_id is null
      and made.verb in ('hide', 'remove') and d.verb in ('hide', 'remove') and d.reverses is null
      and d.created_at > ${new Date(ctx.now.getTime() - days * 86_400_000)}
      and m.role in ('member', 'super_user')
      and not exists (select from decision r where r.community_id = ${at} and r.reverses = d.id)
      and not exists (select from sanction s where s.community_id = ${at} and s.member_id = d.about_id
        and s.ended_by is null and s.kind in ('suspend', 'ban'))
      and not exists (select from moderation_case c where c.community_id = ${at}
        and c.member_id = d.about_id and c.queue = 'suspect'
        and c.opened_at > ${new Date(ctx.now.getTime() - days * 86_400_000)})
    group by d.about_id having count(*) >= ${times}
  `.execute(ctx.db);
  const found = rows[0];
  if (!found) return;
  await suspect(ctx, found.about_id, {
    key: "queues.whyRepeated",
    params: { count: found.count, days },
  });
}
