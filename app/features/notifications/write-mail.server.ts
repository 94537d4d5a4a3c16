import { sql } from "kysely";
import { DEFAULT_THEME, themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { layoutHtml, layoutText, type MailContent } from "./mail-layout.ts";

export type Mail = {
  /** Mails with the same key are one mail. */
  dedupeKey: string;
  /** `null`: to a guest. */
  memberId: number | null;
  to: string;
  subject: string;
  content: MailContent;
  /** Where a POST without a page ends such mails (RFC 8058). */
  unsubscribeUrl?: string;
  /** Why it came, where that isn't an account. */
  footer?: string;
};

async function themeOf(tx: Tx, communityId: number) {
  const row = await tx
    .selectFrom("community")
    .select("theme")
    .where("id", "=", communityId)
    .executeTakeFirst();
  const theme = themeSchema.safeParse(row?.theme);
  return theme.success ? theme.data : DEFAULT_THEME;
}

/**
 * Writes a mail in the language of `ctx.t` and the job that sends it, in the caller's transaction;
 * false when it was written before. What belongs to the mail, such as its link's token, is to be kept
 * only when true.
 */
export async function writeMail(tx: Tx, ctx: Ctx, mail: Mail): Promise<boolean> {
  const { community, t } = ctx;
  const frame = {
    brandName: community.name,
    baseUrl: community.baseUrl,
    locale: t.locale,
    theme: await themeOf(tx, community.id),
    footer: mail.footer ?? t("mail.footer", { community: community.name }),
  };
  const row = await tx
    .insertInto("mail")
    .values({
      community_id: community.id,
      dedupe_key: mail.dedupeKey,
      member_id: mail.memberId,
      to_address: mail.to,
      subject: Array.from(tidyLine(mail.subject)).slice(0, 200).join(""),
      html: layoutHtml(mail.content, frame),
      text: layoutText(mail.content, frame),
      unsubscribe_url: mail.unsubscribeUrl ?? null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["community_id", "dedupe_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return false;
  await sql`
    select graphile_worker.add_job(
      'send_mail',
      json_build_object('communityId', ${community.id}::int, 'mailId', ${row.id}::bigint)
    )
  `.execute(tx);
  return true;
}
