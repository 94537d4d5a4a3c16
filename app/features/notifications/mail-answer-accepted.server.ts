import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { contentMailKey } from "./content-mail-key.ts";
import { forReader } from "./for-reader.server.ts";
import { readableAnswer } from "./readable-answer.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** Tells who wrote an answer that it was accepted. */
export async function mailAnswerAccepted(
  ctx: Ctx,
  event: AppEvent<"answer.accepted">,
): Promise<void> {
  const { community } = ctx;
  const { threadId, postId } = event.payload;
  await inTransaction(ctx.db, async (tx) => {
    const ref = { communityId: community.id, threadId, postId };
    const answer = await readableAnswer(tx, ref, "author");
    if (!answer?.accepted || event.actorId === answer.to.id) return;
    const reader = forReader(ctx, answer.to);
    const { t } = reader;
    const params = { title: tidyLine(answer.title) };
    await writeMail(tx, reader, {
      dedupeKey: contentMailKey({ kind: "answer_accepted", threadId, postId }),
      memberId: answer.to.id,
      to: answer.to.email,
      subject: t("mail.acceptedSubject", params),
      content: {
        heading: t("mail.acceptedHeading"),
        paragraphs: [t("mail.acceptedText", params)],
        action: {
          label: t("mail.acceptedAction"),
          href: `${community.baseUrl}/t/${threadId}/${answer.slug}?post=${postId}#post-${postId}`,
        },
      },
    });
  });
}
