import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import { dayOf, GETS_A_DAY } from "./invite-limits.ts";
import type { OpenQuestion } from "./load-question.server.ts";

/**
 * Condition on a member row `m`: agreed to invitations, may answer the question, is neither its
 * asker nor in the thread already, wasn't invited to it and has had fewer than three today.
 */
export function invitable(ctx: Ctx, question: OpenQuestion): RawBuilder<boolean> {
  const at = ctx.community.id;
  const { start, end } = dayOf(ctx.now);
  return sql<boolean>`
    m.open_to_invites and m.email_verified_at is not null and m.erase_at is null
    and m.role = any(${question.answerers}::text[])
    and m.id is distinct from ${question.askerId}::bigint
    and not exists (select from post p where p.community_id = ${at}
      and p.thread_id = ${question.id} and p.author_id = m.id and p.state <> 'deleted')
    and not exists (select from answer_invite i where i.community_id = ${at}
      and i.thread_id = ${question.id} and i.member_id = m.id)
    and (select count(*) from answer_invite i where i.community_id = ${at}
      and i.member_id = m.id and i.created_at >= ${start} and i.created_at < ${end}) < ${GETS_A_DAY}`;
}
