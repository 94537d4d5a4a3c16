import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** A change of an idea its author may still be told of: published, readable, at a verified address. */
async function loadChange(tx: Tx, communityId: number, changeId: number) {
  const row = await tx
    .selectFrom("idea_status_change as change")
    .innerJoin("thread", (join) =>
      join
        .onRef("thread.community_id", "=", "change.community_id")
        .onRef("thread.id", "=", "change.thread_id"),
    )
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .innerJoin("member as author", (join) =>
      join
        .onRef("author.community_id", "=", "thread.community_id")
        .onRef("author.id", "=", "thread.author_id"),
    )
    .where("change.community_id", "=", communityId)
    .where("change.id", "=", changeId)
    .where("thread.state", "=", "published")
    .where("author.email_verified_at", "is not", null)
    .select(["change.to_status", "change.note", "thread.id", "thread.slug", "thread.title"])
    .select([
      "author.id as author_id",
      "author.email",
      "author.role",
      "author.locale",
      "space.read_role",
    ])
    .executeTakeFirst();
  return row && atLeast(row.role, row.read_role) ? row : null;
}

/** Tells who suggested an idea what the brand makes of it now. */
export async function mailIdeaStatus(
  ctx: Ctx,
  event: AppEvent<"idea.status_changed">,
): Promise<void> {
  const { community } = ctx;
  const { threadId, changeId } = event.payload;
  await inTransaction(ctx.db, async (tx) => {
    const change = await loadChange(tx, community.id, changeId);
    if (!change?.email || change.id !== threadId || change.author_id === event.actorId) return;
    const reader = forReader(ctx, change);
    const { t } = reader;
    const params = {
      title: tidyLine(change.title),
      status: t(`idea.${change.to_status}`),
      community: community.name,
    };
    await writeMail(tx, reader, {
      dedupeKey: `idea_status:${threadId}:${changeId}`,
      memberId: change.author_id,
      to: change.email,
      subject: t("idea.statusSubject", params),
      content: {
        heading: t("idea.statusHeading"),
        paragraphs: [t("idea.statusText", params)],
        ...(change.note === "" ? {} : { quote: change.note }),
        action: {
          label: t("idea.statusAction"),
          href: `${community.baseUrl}/t/${change.id}/${change.slug}`,
        },
      },
    });
  });
}
