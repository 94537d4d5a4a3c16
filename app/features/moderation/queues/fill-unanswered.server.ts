import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "../open-case.server.ts";
import { closeByRule } from "./close-by-rule.server.ts";
import { loadDeskSettings } from "./desk-settings.server.ts";

/** Older questions are for the search's pages of what is looked for, not for the clock. */
const DAYS_BACK = 30;
/** At most so many at a time; the rest come with the next round. */
const AT_ONCE = 200;

/** Questions that nobody answered in time and that never were at the desk for that. */
async function findUnanswered(ctx: Ctx, hours: number): Promise<number[]> {
  const at = ctx.community.id;
  const since = (back: number) => new Date(ctx.now.getTime() - back * 3_600_000);
  const rows = await ctx.db
    .selectFrom("thread as t")
    .select("t.id")
    .where("t.community_id", "=", at)
    .where("t.state", "=", "published")
    .where("t.kind", "=", "question")
    .where("t.answer_count", "=", 0)
    .where("t.locked_at", "is", null)
    .where("t.created_at", "<=", since(hours))
    .where("t.created_at", ">", since(DAYS_BACK * 24))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("moderation_case as c")
            .select("c.id")
            .where("c.community_id", "=", at)
            .whereRef("c.thread_id", "=", "t.id")
            .where("c.queue", "=", "unanswered"),
        ),
      ),
    )
    .orderBy("t.created_at", "desc")
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ id }) => id);
}

/** Brings questions without an answer to the desk, each once. Gives how many. */
export async function fillUnanswered(ctx: Ctx): Promise<number> {
  const { unansweredHours: hours } = await loadDeskSettings(ctx);
  if (hours === 0) return 0;
  const ids = await findUnanswered(ctx, hours);
  for (const id of ids) {
    await inTransaction(ctx.db, async (tx) => {
      const thread = await tx
        .selectFrom("thread")
        .select("answer_count")
        .where("community_id", "=", ctx.community.id)
        .where("id", "=", id)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (thread?.answer_count !== 0) return;
      await openCase(tx, ctx, {
        subject: { kind: "thread", id },
        queue: "unanswered",
        reasons: [{ key: "queues.whyUnanswered", params: { hours } }],
      });
    });
  }
  return ids.length;
}

/** What was answered waits no longer for an answer, nor for the team. */
export async function closeAnswered(ctx: Ctx, event: AppEvent<"answer.published">): Promise<void> {
  const { threadId } = event.payload;
  await inTransaction(ctx.db, (tx) => closeByRule(tx, ctx, { queue: "unanswered", threadId }));
}
