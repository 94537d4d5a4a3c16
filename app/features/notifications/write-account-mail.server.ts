import type { AppEvent } from "#app/events/catalog.ts";
import { keepToken, type TokenPurpose } from "#app/features/members/link-token.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { newToken } from "#app/lib/tokens.server.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import type { MailContent } from "./mail-layout.ts";
import { writeMail } from "./write-mail.server.ts";

export type Recipient = {
  id: number;
  handle: string;
  email: string;
  emailKey: string;
  verified: boolean;
  locale: string | null;
};

/** The member an account mail is about; `null` when they are gone or have no address. */
async function findRecipient(
  tx: Tx,
  communityId: number,
  memberId: number,
): Promise<Recipient | null> {
  const row = await tx
    .selectFrom("member")
    .select(["id", "handle", "email", "email_key", "email_verified_at", "locale"])
    .where("community_id", "=", communityId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (!row?.email || !row.email_key) return null;
  return {
    id: row.id,
    handle: row.handle,
    email: row.email,
    emailKey: row.email_key,
    verified: row.email_verified_at !== null,
    locale: row.locale,
  };
}

/**
 * Runs `write` in a transaction for the member an event is about, in their language; does nothing
 * when they are gone or have no address.
 */
export async function writeToMember(
  ctx: Ctx,
  event: { payload: { memberId: number } },
  write: (tx: Tx, reader: Ctx, member: Recipient) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const member = await findRecipient(tx, ctx.community.id, event.payload.memberId);
    if (member) await write(tx, forReader(ctx, member), member);
  });
}

type LinkMail = {
  kind: string;
  memberId: number;
  to: string;
  purpose: TokenPurpose;
  /** What the token is bound to: an address's key, or for a changed address the address. */
  boundTo: string;
  path: string;
  subject: string;
  write: (href: string) => MailContent;
};

/**
 * Writes a mail with a link that works once. The token is made here, so that no fact and no job
 * carries it, and only its hash is kept beside the mail, in the same transaction: a second run finds
 * the mail written and makes no second live token.
 */
export async function writeLinkMail(
  tx: Tx,
  ctx: Ctx,
  event: Pick<AppEvent, "id">,
  mail: LinkMail,
): Promise<void> {
  const token = newToken();
  const href = `${ctx.community.baseUrl}${mail.path}?token=${token}`;
  const written = await writeMail(tx, ctx, {
    dedupeKey: `${event.id}:${mail.kind}`,
    memberId: mail.memberId,
    to: mail.to,
    subject: mail.subject,
    content: mail.write(href),
  });
  if (!written) return;
  await keepToken(tx, {
    communityId: ctx.community.id,
    memberId: mail.memberId,
    purpose: mail.purpose,
    email: mail.boundTo,
    token,
    now: ctx.now,
  });
}
