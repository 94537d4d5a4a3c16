import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast } from "#app/lib/roles.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { Db } from "#db/client.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

/** The invitation as it stands now: an open question that the member may read, who still wants such mails. */
async function findInvite(db: Db, communityId: number, ids: AppEvent<"answer.invited">["payload"]) {
  const row = await db
    .selectFrom("answer_invite as invite")
    .innerJoin("thread", (join) =>
      join
        .onRef("thread.community_id", "=", "invite.community_id")
        .onRef("thread.id", "=", "invite.thread_id"),
    )
    .innerJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "thread.community_id")
        .onRef("space.id", "=", "thread.space_id"),
    )
    .innerJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "invite.community_id")
        .onRef("member.id", "=", "invite.member_id"),
    )
    .leftJoin("member as inviter", (join) =>
      join
        .onRef("inviter.community_id", "=", "invite.community_id")
        .onRef("inviter.id", "=", "invite.invited_by"),
    )
    .where("invite.community_id", "=", communityId)
    .where("invite.thread_id", "=", ids.threadId)
    .where("invite.member_id", "=", ids.memberId)
    .where("thread.state", "=", "published")
    .where("thread.locked_at", "is", null)
    .where("thread.accepted_post_id", "is", null)
    .where("member.open_to_invites", "=", true)
    .where("member.email_verified_at", "is not", null)
    .select(["thread.title", "thread.slug", "space.read_role", "inviter.name as inviter"])
    .select(["member.id", "member.email", "member.role", "member.locale"])
    .executeTakeFirst();
  if (!row?.email || !atLeast(row.role, row.read_role)) return null;
  return { ...row, email: row.email };
}

/** Asks a member by mail to answer a question that somebody invited them to; once a question. */
export async function mailAnswerInvited(
  ctx: Ctx,
  { payload }: AppEvent<"answer.invited">,
): Promise<void> {
  const { community } = ctx;
  await inTransaction(ctx.db, async (tx) => {
    const invite = await findInvite(tx, community.id, payload);
    if (!invite) return;
    const reader = forReader(ctx, invite);
    const { t } = reader;
    const name = tidyLine(invite.inviter ?? t("common.formerMember"));
    const title = tidyLine(invite.title);
    await writeMail(tx, reader, {
      dedupeKey: `answer_invited:${payload.threadId}:${payload.memberId}`,
      memberId: invite.id,
      to: invite.email,
      subject: t("mail.invitedSubject", { name, title }),
      content: {
        heading: t("mail.invitedHeading"),
        paragraphs: [t("mail.invitedText", { name, community: community.name }), title],
        action: {
          label: t("mail.invitedAction"),
          href: `${community.baseUrl}/t/${payload.threadId}/${invite.slug}`,
        },
        notes: [t("mail.invitedNote")],
      },
    });
  });
}
