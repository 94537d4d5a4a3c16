import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { contentMailKey } from "./content-mail-key.ts";
import { excerpt } from "./excerpt.ts";
import { forReader } from "./for-reader.server.ts";
import { readableAnswer } from "./readable-answer.server.ts";
import { writeMail } from "./write-mail.server.ts";

const QUOTED = 300;

/** Tells who started a thread that somebody else answered. */
export async function mailNewAnswer(ctx: Ctx, event: AppEvent<"answer.published">): Promise<void> {
  const { community } = ctx;
  const { threadId, postId } = event.payload;
  await inTransaction(ctx.db, async (tx) => {
    const ref = { communityId: community.id, threadId, postId };
    const answer = await readableAnswer(tx, ref, "asker");
    if (!answer) return;
    const reader = forReader(ctx, answer.to);
    const { t } = reader;
    const params = {
      name: tidyLine(answer.authorName ?? t("common.formerMember")),
      title: tidyLine(answer.title),
    };
    await writeMail(tx, reader, {
      dedupeKey: contentMailKey({ kind: "new_answer", threadId, postId }),
      memberId: answer.to.id,
      to: answer.to.email,
      subject: t("mail.answerSubject", params),
      content: {
        heading: t("mail.answerHeading", params),
        paragraphs: [params.title],
        quote: excerpt(answer.text, QUOTED),
        action: {
          label: t("mail.answerAction"),
          href: `${community.baseUrl}/t/${threadId}/${answer.slug}?post=${postId}#post-${postId}`,
        },
        notes: answer.isQuestion ? [t("mail.answerNote")] : [],
      },
    });
  });
}
