import { sql } from "kysely";
import { requireMember } from "#app/features/members/require-member.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { decodeCursor, pageOf } from "#db/page.server.ts";
import { APPEAL_DAYS } from "../appeal-decision.server.ts";
import { appealPath } from "./appeal-link.server.ts";
import { loadTold } from "./load-told.server.ts";
import { mayAppeal } from "./may-appeal.server.ts";
import { ownDecision, type OwnDecision } from "./own-decision.ts";
import { TOLD_VERBS } from "./told-verbs.ts";

export type OwnDecisions = {
  decisions: (OwnDecision & {
    /** Where to appeal, or to see what became of it. */
    appealHref: string | null;
    mayAppeal: boolean;
  })[];
  next: string | null;
  reportMails: boolean;
  days: number;
};

const A_PAGE = 20;

/** What was decided about the actor, newest first; undoings stand with what they undo. Throws SignInNeededError. */
export async function getOwnDecisions(
  ctx: Ctx,
  { after }: { after: string | null },
): Promise<OwnDecisions> {
  const actor = requireMember(ctx);
  const cursor = decodeCursor(after);
  const verbs = [...TOLD_VERBS];
  const found = await loadTold(ctx.db, ctx, {
    where: sql`d.about_id = ${actor.id} and d.reverses is null and d.batch_id is null
      and d.verb = any(${verbs}::text[]) and d.id < ${cursor?.id ?? Number.MAX_SAFE_INTEGER}`,
    limit: A_PAGE + 1,
  });
  const { rows, next } = pageOf(found, A_PAGE, ({ id }) => ({ value: id, id }));
  const { report_mails: reportMails } = await ctx.db
    .selectFrom("member")
    .select("report_mails")
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .executeTakeFirstOrThrow();
  return {
    decisions: rows.map((row) => {
      const open = mayAppeal(row, ctx.now);
      const seen = open || row.appealed_at !== null;
      return {
        ...ownDecision(ctx, row),
        appealHref: seen ? appealPath(ctx.community.id, row.id) : null,
        mayAppeal: open,
      };
    }),
    next,
    reportMails,
    days: APPEAL_DAYS,
  };
}

/** Whether the actor gets mails about what became of their reports. Throws SignInNeededError. */
export async function setReportMails(ctx: Ctx, { on }: { on: boolean }): Promise<void> {
  const actor = requireMember(ctx);
  await ctx.db
    .updateTable("member")
    .set({ report_mails: on })
    .where("community_id", "=", ctx.community.id)
    .where("id", "=", actor.id)
    .execute();
}
