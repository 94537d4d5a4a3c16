import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/**
 * Forgets the names and addresses of guests who reported, as many days after the case was closed as
 * their community says, with the mails to them. What they reported, on which law and why, stays.
 * Gives how many.
 */
export async function forgetReporters(db: Db): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    with due as (
      select r.community_id, r.id, r.legal_email from report r
      join moderation_case c on c.community_id = r.community_id and c.id = r.case_id
      join community k on k.id = r.community_id
      where (r.legal_name <> '' or r.legal_email <> '')
        and c.closed_at < now() - make_interval(days => k.reporter_days)
      for update of r
    ), mails as (
      delete from mail using due
      where mail.community_id = due.community_id and mail.member_id is null
        and due.legal_email <> '' and mail.to_address = due.legal_email
        and (mail.dedupe_key = 'report_got:' || due.id
          or mail.dedupe_key like 'report:' || due.id || ':%')
    ), forgotten as (
      update report set legal_name = '', legal_email = '' from due
      where report.community_id = due.community_id and report.id = due.id
      returning report.id
    )
    select count(*)::int as forgotten from forgotten
  `.execute(db);
  return rows[0]!.forgotten;
}
