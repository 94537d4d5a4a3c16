import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { writeToMember } from "./write-account-mail.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** Tells a member that their password was changed, and what to do if it wasn't them. */
export async function mailPasswordChanged(
  ctx: Ctx,
  event: AppEvent<"member.password_changed">,
): Promise<void> {
  await writeToMember(ctx, event, async (tx, reader, member) => {
    const { t, community } = reader;
    const params = { community: community.name, handle: member.handle };
    await writeMail(tx, reader, {
      dedupeKey: `${event.id}:password_changed`,
      memberId: member.id,
      to: member.email,
      subject: t("mail.changedSubject", params),
      content: {
        heading: t("mail.changedHeading"),
        paragraphs: [t("mail.changedText", params)],
        action: { label: t("mail.resetStart"), href: `${community.baseUrl}/forgot` },
        notes: [t("mail.changedNote")],
      },
    });
  });
}
