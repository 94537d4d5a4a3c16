import { sql, type RawBuilder } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { ReportKind, ReportOutcome } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

type Report = {
  id: number;
  kind: ReportKind;
  outcome: ReportOutcome | null;
  decision_id: number | null;
  /** Of the thread; `null` for a member. */
  title: string | null;
  /** `null`: a guest. */
  member_id: number | null;
  email: string;
  locale: string | null;
  /** They were told an outcome before. */
  again: boolean;
};

/**
 * Reports with whom to tell: members at a verified address, who want it or reported illegal content,
 * and guests at the address they gave.
 */
async function loadReports(tx: Tx, ctx: Ctx, where: RawBuilder<unknown>): Promise<Report[]> {
  const at = ctx.community.id;
  const { rows } = await sql<Report>`
    select r.id, r.kind, r.outcome, r.outcome_decision_id as decision_id, t.title, m.id as member_id,
      coalesce(m.email, r.legal_email) as email, m.locale,
      exists (select from mail told where told.community_id = ${at}
        and told.dedupe_key like 'report:' || r.id || ':%') as again
    from report r
    left join member m on m.community_id = ${at} and m.id = r.reporter_id
    left join post p on p.community_id = ${at} and p.id = r.post_id
    left join thread t on t.community_id = ${at} and t.id = coalesce(r.thread_id, p.thread_id)
    where r.community_id = ${at} and ${where} and case
      when m.id is null then r.legal_email <> ''
      else m.email is not null and m.email_verified_at is not null
        and (m.report_mails or r.kind = 'illegal') end
    order by r.id
  `.execute(tx);
  return rows;
}

type Told = { key: string; content: MailContent };

async function write(tx: Tx, own: Ctx, report: Report, { key, content }: Told): Promise<void> {
  const { t, community } = own;
  await writeMail(tx, own, {
    dedupeKey: key,
    memberId: report.member_id,
    to: report.email,
    subject: t("telling.subject", { did: content.heading, community: community.name }),
    content,
    ...(report.member_id === null
      ? { footer: t("telling.guestFooter", { community: community.name }) }
      : {}),
  });
}

/** It names what was reported and never quotes it, nor what a guest typed beside an address. */
function titleOf(own: Ctx, { title }: Report): string {
  return title === null ? own.t("telling.member") : tidyLine(title);
}

/** Tells whoever reported illegal content that it arrived (DSA, article 16, paragraph 4). */
export async function mailReportGot(ctx: Ctx, { payload }: AppEvent<"report.made">): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const where = sql`r.id = ${payload.reportId} and r.kind = 'illegal'`;
    for (const report of await loadReports(tx, ctx, where)) {
      const own = forReader(ctx, report);
      await write(tx, own, report, {
        key: `report_got:${report.id}`,
        content: {
          heading: own.t("telling.reportGot"),
          paragraphs: [
            own.t("telling.reportGotText", { title: titleOf(own, report) }),
            own.t("telling.reportNumber", { id: String(report.id) }),
          ],
        },
      });
    }
  });
}

function outcomeContent(own: Ctx, report: Report): MailContent {
  const { t, community } = own;
  const outcome = report.outcome!;
  const member = report.member_id !== null;
  return {
    heading: t("telling.reportDone", { outcome }),
    paragraphs: [
      t("telling.reportDoneText", {
        outcome,
        title: titleOf(own, report),
        kind: t(`report.kind.${report.kind}`),
      }),
      ...(report.again ? [t("telling.reportAgain")] : []),
      ...(outcome === "agreed" ? [t("telling.reportThanks")] : []),
    ],
    notes: [
      ...(report.kind === "illegal"
        ? [t("telling.reportNumber", { id: String(report.id) }), t("telling.reportRedress")]
        : []),
      ...(member && report.kind !== "illegal" ? [t("telling.reportStop")] : []),
    ],
    ...(member
      ? {
          stop: {
            label: t("telling.reportSettings"),
            href: `${community.baseUrl}/settings/decisions#mails`,
          },
        }
      : {}),
  };
}

/**
 * Tells those who reported what a decision settled (DSA, article 16, paragraph 5): once a report and
 * decision, and only while that is what became of it.
 */
export async function mailReportOutcomes(
  ctx: Ctx,
  { payload }: AppEvent<"decision.made">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const where = sql`r.outcome_decision_id = ${payload.decisionId} and r.outcome is not null`;
    for (const report of await loadReports(tx, ctx, where)) {
      const own = forReader(ctx, report);
      await write(tx, own, report, {
        key: `report:${report.id}:${payload.decisionId}`,
        content: outcomeContent(own, report),
      });
    }
  });
}
