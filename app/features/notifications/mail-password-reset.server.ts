import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { writeLinkMail, writeToMember } from "./write-account-mail.server.ts";

/** Mails the link that sets a new password; older links end with it. */
export async function mailPasswordReset(
  ctx: Ctx,
  event: AppEvent<"member.password_reset_asked">,
): Promise<void> {
  await writeToMember(ctx, event, async (tx, reader, member) => {
    const { t, community } = reader;
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
