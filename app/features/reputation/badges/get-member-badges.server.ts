import { sql } from "kysely";
import { handleKey } from "#app/features/members/handle.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Audience } from "#db/schema.ts";
import type { HeldBadge } from "./badge-card.ts";
import { badgeHref } from "./badge-name.ts";
import { badgeTexts } from "./badge-texts.ts";
import { loadBadges } from "./load-badges.server.ts";

type Row = {
  name: string;
  handle: string;
  show_activity: Audience;
  badge_key: string | null;
  level: number;
  earned_at: Date;
  tag_id: number | null;
  tag_name: string | null;
  tag_slug: string | null;
};

export type MemberBadges = {
  member: { name: string; handle: string };
  /** `false`: only members see them. */
  open: boolean;
  badges: HeldBadge[];
};

const MOST = 500;

/** A member's badges with the highest level of each, newest first; `null` when there is no such member. */
export async function getMemberBadges(ctx: Ctx, handle: string): Promise<MemberBadges | null> {
  const { db, community, actor, now, t } = ctx;
  const { rows } = await sql<Row>`
    select m.name, m.handle, m.show_activity, held.badge_key, held.level, held.earned_at,
      tag.id as tag_id, tag.name as tag_name, tag.slug as tag_slug
    from member m
    left join lateral (
      select distinct on (g.badge_key) g.badge_key, g.level, g.earned_at, g.id from badge_grant g
      where g.community_id = m.community_id and g.member_id = m.id and g.revoked_at is null
      order by g.badge_key, g.level desc
    ) held on true
    left join tag on tag.community_id = m.community_id and 'tag:' || tag.id = held.badge_key
    where m.community_id = ${community.id} and m.handle_key = ${handleKey(handle)}
    order by held.earned_at desc, held.id desc limit ${MOST}
  `.execute(db);
  const member = rows[0];
  if (!member) return null;
  const open = member.show_activity === "everyone" || actor.id !== null;
  const known = new Map((await loadBadges(db, community.id)).map((badge) => [badge.key, badge]));
  const badges = (open ? rows : []).flatMap((row): HeldBadge[] => {
    const tag =
      row.tag_id === null
        ? null
        : { id: row.tag_id, name: row.tag_name ?? "", slug: row.tag_slug ?? "" };
    const badge = known.get(tag ? "tag" : (row.badge_key ?? ""));
    if (!badge?.active || row.badge_key === null) return [];
    return [
      {
        key: row.badge_key,
        href: badgeHref(row.badge_key, tag?.slug),
        name: badgeTexts(t, badge, { tag }).name,
        face: tag ? { tag: tag.slug } : { icon: badge.icon },
        level: row.level,
        levels: badge.levels.length,
        since: formatTime(t, row.earned_at, now, community.timeZone),
      },
    ];
  });
  return { member: { name: member.name, handle: member.handle }, open, badges };
}
