import { sql } from "kysely";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** Days after its first answer that an asker is asked, and after which it is too late to. */
const ASK_AFTER = 3;
const ASK_UNTIL = 30;
const AT_ONCE = 200;

const keyOf = (threadId: number) => `did_it_fix:${threadId}`;

/** Open questions with somebody else's answer whose asker was not asked yet and has not said. */
function loadQuestions(ctx: Ctx, after: number) {
  const since = (days: number) => new Date(ctx.now.getTime() - days * DAY);
  return ctx.db
    .selectFrom("thread")
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .innerJoin("member as asker", (join) =>
      join
        .onRef("asker.community_id", "=", "thread.community_id")
        .onRef("asker.id", "=", "thread.author_id"),
    )
    .where("thread.community_id", "=", ctx.community.id)
    .where("thread.state", "=", "published")
    .where("thread.kind", "=", "question")
    .where("thread.accepted_post_id", "is", null)
    .where("thread.locked_at", "is", null)
    .where("thread.first_answer_at", "<=", since(ASK_AFTER))
    .where("thread.first_answer_at", ">", since(ASK_UNTIL))
    .where("thread.id", ">", after)
    .where("asker.email_verified_at", "is not", null)
    .where("asker.email", "is not", null)
    .where(
      sql<boolean>`exists (select from post where post.community_id = thread.community_id
        and post.thread_id = thread.id and post.kind = 'answer' and post.state = 'published'
        and post.author_id is distinct from thread.author_id)`,
    )
    .where(
      sql<boolean>`not exists (select from mail where mail.community_id = thread.community_id
        and mail.dedupe_key = 'did_it_fix:' || thread.id)`,
    )
    .where(
      sql<boolean>`not exists (select from fix_report r where r.community_id = thread.community_id
        and r.thread_id = thread.id and r.member_id = thread.author_id and r.works)`,
    )
    .select(["thread.id", "thread.slug", "thread.title", "thread.answer_count"])
    .select([
      "asker.id as asker_id",
      "asker.email",
      "asker.role",
      "asker.locale",
      "space.read_role",
    ])
    .orderBy("thread.id")
    .limit(AT_ONCE)
    .execute();
}

/**
 * Asks those who asked an open question whether one of its answers fixed it, three days after the
 * first: once a thread, however often this runs.
 */
export async function mailDidItFix(ctx: Ctx): Promise<void> {
  const { community } = ctx;
  let after = 0;
  for (;;) {
    const questions = await loadQuestions(ctx, after);
    for (const { email, ...question } of questions) {
      if (email === null || !atLeast(question.role, question.read_role)) continue;
      const params = { title: tidyLine(question.title), count: question.answer_count };
      const reader = forReader(ctx, question);
      const { t } = reader;
      await inTransaction(ctx.db, (tx) =>
        writeMail(tx, reader, {
          dedupeKey: keyOf(question.id),
          memberId: question.asker_id,
          to: email,
          subject: t("fix.askSubject", params),
          content: {
            heading: t("fix.askHeading"),
            paragraphs: [t("fix.askMailText", params), t("fix.askMailNote")],
            action: {
              label: t("fix.askAction"),
              href: `${community.baseUrl}/t/${question.id}/${question.slug}#replies`,
            },
          },
        }),
      );
    }
    if (questions.length < AT_ONCE) return;
    after = questions.at(-1)!.id;
  }
}
