import type { EscalationAdapter } from "#app/features/moderation/escalation/adapters/adapter.ts";
import type { EscalationMessage } from "#app/features/moderation/escalation/message.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** What a ticket needs, line by line. */
function paragraphsOf(t: Translate, { member, note }: EscalationMessage): string[] {
  const external = (member?.external ?? []).map(({ source, id }) => `${source}: ${id}`).join(", ");
  return [
    note,
    member === null
      ? ""
      : t("escalation.mailMember", { name: member.name, handle: `@${member.handle}`, external }),
  ].filter((text) => text !== "");
}

/**
 * Writes the message as a mail to the address that the community set, in its language, with our
 * reference in the subject; the queue of mails sends it. Written again with the same key it is one mail.
 */
export const escalationMail: EscalationAdapter = {
  send: async (ctx, message, { key, settings }) => {
    const { community, t } = ctx;
    const { reference, thread, post } = message;
    const subject = t("escalation.mailSubject", {
      reference,
      title: thread?.title ?? t("escalation.mailTest"),
    });
    const outcome = `${community.baseUrl}/staff/escalations`;
    await inTransaction(ctx.db, (tx) =>
      writeMail(tx, ctx, {
        dedupeKey: `escalation:${key}`,
        memberId: null,
        to: settings.mailTo,
        subject,
        content: {
          heading: subject,
          paragraphs: thread === null ? [t("escalation.mailTestText")] : paragraphsOf(t, message),
          ...(post === null ? {} : { quote: post.text }),
          ...(post === null
            ? {}
            : { action: { label: t("escalation.mailAction"), href: post.url } }),
          notes: thread === null ? [] : [t("escalation.mailReply", { href: outcome })],
        },
        footer: t("escalation.mailFooter", { community: community.name }),
      }),
    );
    return { ok: true, httpStatus: null };
  },
};
