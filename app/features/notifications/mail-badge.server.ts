import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import { badgeHref, badgeName } from "#app/features/reputation/badges/badge-name.ts";
import { tagIdOf } from "#app/features/reputation/badges/built-in-badges.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

type Grant = AppEvent<"badge.granted">["payload"];

/** Who has the grant still, at a verified address, and asked for mails about badges. */
async function loadHolder(tx: Tx, communityId: number, { memberId, badgeKey, level }: Grant) {
  return tx
    .selectFrom("badge_grant as held")
    .innerJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "held.community_id")
        .onRef("member.id", "=", "held.member_id"),
    )
    .leftJoin("badge", (join) =>
      join
        .onRef("badge.community_id", "=", "held.community_id")
        .onRef("badge.key", "=", "held.badge_key"),
    )
    .leftJoin("tag", (join) =>
      join
        .onRef("tag.community_id", "=", "held.community_id")
        .on("tag.id", "=", tagIdOf(badgeKey) ?? 0),
    )
    .where("held.community_id", "=", communityId)
    .where("held.member_id", "=", memberId)
    .where("held.badge_key", "=", badgeKey)
    .where("held.level", "=", level)
    .where("held.revoked_at", "is", null)
    .where("member.badge_mails", "=", true)
    .where("member.email_verified_at", "is not", null)
    .select(["member.email", "member.locale", "held.reason", "badge.name as own"])
    .select(["tag.name as tag", "tag.slug as tag_slug"])
    .executeTakeFirst();
}

/** Tells a member who asked for it of a new badge: once a level, however often it comes and goes. */
export async function mailBadge(ctx: Ctx, event: AppEvent<"badge.granted">): Promise<void> {
  const { community } = ctx;
  const { memberId, badgeKey, level } = event.payload;
  await inTransaction(ctx.db, async (tx) => {
    const holder = await loadHolder(tx, community.id, event.payload);
    if (!holder?.email) return;
    const reader = forReader(ctx, holder);
    const { t } = reader;
    const badge = tidyLine(badgeName(t, badgeKey, holder));
    const params = { badge, level, community: community.name };
    await writeMail(tx, reader, {
      dedupeKey: `badge:${memberId}:${badgeKey}:${level}`,
      memberId,
      to: holder.email,
      subject: t("badges.mailSubject", params),
      content: {
        heading: t("badges.mailHeading"),
        paragraphs: [t(level > 1 ? "badges.mailTextLevel" : "badges.mailText", params)],
        ...(holder.reason === "" ? {} : { quote: holder.reason }),
        action: {
          label: t("badges.mailAction"),
          href: community.baseUrl + badgeHref(badgeKey, holder.tag_slug),
        },
        notes: [t("badges.mailNote")],
      },
    });
  });
}
