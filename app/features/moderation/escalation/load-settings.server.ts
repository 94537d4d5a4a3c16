import type { Db } from "#db/client.server.ts";

export type EscalationSettings = {
  webhookOn: boolean;
  webhookUrl: string;
  secret: string;
  mailOn: boolean;
  mailTo: string;
  accountId: number | null;
};

/** Where a community's escalations go; nowhere unless set. Holds the secret: never for a page. */
export async function loadEscalationSettings(
  db: Db,
  communityId: number,
): Promise<EscalationSettings> {
  const row = await db
    .selectFrom("escalation_setting")
    .selectAll()
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return {
    webhookOn: row?.webhook_on ?? false,
    webhookUrl: row?.webhook_url ?? "",
    secret: row?.secret ?? "",
    mailOn: row?.mail_on ?? false,
    mailTo: row?.mail_to ?? "",
    accountId: row?.account_id ?? null,
  };
}
