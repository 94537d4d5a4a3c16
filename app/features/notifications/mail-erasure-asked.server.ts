import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { writeToMember } from "./write-account-mail.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** Tells a member that their account will end, and how to keep it. */
export async function mailErasureAsked(
  ctx: Ctx,
  event: AppEvent<"member.erasure_asked">,
): Promise<void> {
  await writeToMember(ctx, event, async (tx, reader, member) => {
    const { t, community } = reader;
    const params = { community: community.name, handle: member.handle };
    await writeMail(tx, reader, {
      dedupeKey: `${event.id}:erasure_asked`,
      memberId: member.id,
      to: member.email,
      subject: t("data.mailSubject", params),
      content: {
        heading: t("data.mailHeading"),
        paragraphs: [t("data.mailText", params)],
        action: { label: t("data.mailAction"), href: `${community.baseUrl}/sign-in` },
        notes: [t("data.mailNote")],
      },
    });
  });
}
