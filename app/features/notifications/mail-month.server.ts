import { tidyLine } from "#app/features/members/one-line-text.ts";
import { badgeName } from "#app/features/reputation/badges/badge-name.ts";
import {
  lastMonth,
  monthBadges,
  monthFacts,
  waitingQuestion,
  type MonthBadge,
  type MonthFacts,
} from "#app/features/reputation/impact/month-facts.server.ts";
import type { Period } from "#app/features/reputation/impact/solved-by.server.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { hashToken, newToken } from "#app/lib/tokens.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

const AT_ONCE = 200;
const NOTHING: MonthFacts = { points: 0, solved: 0, helped: 0, reads: 0 };

type Reader = {
  id: number;
  email: string;
  role: MemberRole;
  locale: string | null;
  handle: string;
};

const monthKey = ({ from }: Period) => from.toISOString().slice(0, 10);

/** Who wants the mail, at a verified address, and did not get this month's yet. */
async function loadReaders(ctx: Ctx, period: Period, after: number): Promise<Reader[]> {
  const rows = await ctx.db
    .selectFrom("member")
    .leftJoin("month_mail as told", (join) =>
      join
        .onRef("told.community_id", "=", "member.community_id")
        .onRef("told.member_id", "=", "member.id")
        .on("told.month", "=", monthKey(period)),
    )
    .where("member.community_id", "=", ctx.community.id)
    .where("member.month_mails", "=", true)
    .where("member.email_verified_at", "is not", null)
    .where("member.erase_at", "is", null)
    .where("told.member_id", "is", null)
    .where("member.id", ">", after)
    .select(["member.id", "member.email", "member.role", "member.locale", "member.handle"])
    .orderBy("member.id")
    .limit(AT_ONCE)
    .execute();
  return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]));
}

/** The month in words: "October 2026". */
function monthName(t: Translate, { from }: Period): string {
  const tag = t.locale === "en" ? "en-GB" : t.locale;
  return new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    from,
  );
}

/** What there is to tell, a line each; empty when there is nothing. */
function linesOf(t: Translate, facts: MonthFacts, badges: MonthBadge[]): string[] {
  const names = badges.map((badge) => tidyLine(badgeName(t, badge.key, badge))).join(", ");
  const lines: [told: number, line: () => string][] = [
    [facts.points, () => t("impact.mailPoints", { count: facts.points })],
    [facts.solved, () => t("impact.mailAccepted", { count: facts.solved })],
    [facts.helped, () => t("impact.mailHelped", { count: facts.helped })],
    [facts.reads, () => t("impact.mailReads", { count: facts.reads })],
    [badges.length, () => t("impact.mailBadges", { count: badges.length, names })],
  ];
  return lines.flatMap(([told, line]) => (told > 0 ? [line()] : []));
}

type Told = { reader: Reader; lines: string[]; month: string; stopUrl: string };

async function contentOf(ctx: Ctx, { reader, lines, month, stopUrl }: Told): Promise<MailContent> {
  const { t, community } = ctx;
  const question = await waitingQuestion(ctx, reader);
  return {
    heading: t("impact.mailHeading", { month }),
    paragraphs: [
      lines.join("\n"),
      t("impact.mailThanks"),
      ...(question
        ? [t("impact.mailWaiting", { tag: tidyLine(question.tag) }), tidyLine(question.title)]
        : []),
    ],
    action: question
      ? {
          label: t("impact.mailAnswer"),
          href: `${community.baseUrl}/t/${question.id}/${question.slug}`,
        }
      : {
          label: t("impact.mailProfile"),
          href: `${community.baseUrl}/m/${encodeURIComponent(reader.handle)}`,
        },
    notes: [t("impact.mailNote")],
    stop: { label: t("impact.stopAction"), href: stopUrl },
  };
}

async function tell(ctx: Ctx, period: Period, { reader, lines }: Pick<Told, "reader" | "lines">) {
  const { community } = ctx;
  await inTransaction(ctx.db, async (tx) => {
    const token = newToken();
    const month = monthKey(period);
    const row = await tx
      .insertInto("month_mail")
      .values({
        community_id: community.id,
        member_id: reader.id,
        month,
        token_hash: hashToken(token),
        created_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict.columns(["community_id", "member_id", "month"]).doNothing(),
      )
      .returning("member_id")
      .executeTakeFirst();
    // Another run has told them meanwhile.
    if (!row) return;
    const own = forReader({ ...ctx, db: tx }, reader);
    const words = monthName(own.t, period);
    const stopUrl = `${community.baseUrl}/unsubscribe/${token}`;
    await writeMail(tx, own, {
      dedupeKey: `month:${month}:${reader.id}`,
      memberId: reader.id,
      to: reader.email,
      subject: own.t("impact.mailSubject", { month: words, community: community.name }),
      content: await contentOf(own, { reader, lines, month: words, stopUrl }),
      unsubscribeUrl: stopUrl,
    });
  });
}

/**
 * Writes to every member who wants it what the last month brought: once a member and month, however
 * often and by however many at once this runs; nothing to whom there is nothing to tell.
 */
export async function mailMonth(ctx: Ctx): Promise<void> {
  const period = lastMonth(ctx.now);
  let after = 0;
  for (;;) {
    const readers = await loadReaders(ctx, period, after);
    const last = readers.at(-1);
    if (!last) return;
    const of = { memberIds: readers.map(({ id }) => id), period };
    const facts = await monthFacts(ctx.db, ctx.community.id, of);
    const badges = await monthBadges(ctx.db, ctx.community.id, of);
    for (const reader of readers) {
      const { t } = forReader(ctx, reader);
      const lines = linesOf(t, facts.get(reader.id) ?? NOTHING, badges.get(reader.id) ?? []);
      if (lines.length > 0) await tell(ctx, period, { reader, lines });
    }
    after = last.id;
  }
}
