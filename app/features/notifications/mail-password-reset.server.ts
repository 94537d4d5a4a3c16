import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { findRecipient, writeLinkMail } from "./write-account-mail.server.ts";

/** Mails the link that sets a new password; older links end with it. */
export async function mailPasswordReset(
  ctx: Ctx,
  event: AppEvent<"member.password_reset_asked">,
): Promise<void> {
  const { community } = ctx;
  await inTransaction(ctx.db, async (tx) => {
    const member = await findRecipient(tx, community.id, event.payload.memberId);
    if (!member) return;
    const reader = forReader(ctx, member);
    const { t } = reader;
    const params = { community: community.name, handle: member.handle };
    await writeLinkMail(tx, reader, event, {
      kind: "reset",
      memberId: member.id,
      to: member.email,
      purpose: "reset_password",
      boundTo: member.emailKey,
      path: "/reset",
      subject: t("mail.resetSubject", params),
      write: (href) => ({
        heading: t("mail.resetHeading"),
        paragraphs: [t("mail.resetText", params)],
        action: { label: t("mail.resetAction"), href },
        notes: [t("mail.resetNote"), t("mail.notYou")],
      }),
    });
  });
}
