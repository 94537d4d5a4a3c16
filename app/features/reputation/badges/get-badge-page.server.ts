import { sql } from "kysely";
import { can } from "#app/features/members/policy.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { rolesUpTo, type MemberRole } from "#app/lib/roles.ts";
import { decodeCursor, pageOf, type Cursor } from "#db/page.server.ts";
import type { BadgeCard } from "./badge-card.ts";
import { badgeHref } from "./badge-name.ts";
import { badgeTexts, type BadgeTag } from "./badge-texts.ts";
import { RULED_KEYS } from "./built-in-badges.ts";
import { badgeCounts, heldBadges } from "./list-own-badges.server.ts";
import { loadBadges, type Badge } from "./load-badges.server.ts";

export type BadgeHolder = {
  grantId: number;
  handle: string;
  name: string;
  hue: number;
  role: MemberRole;
  level: number;
  at: TimeText;
  /** The post that earned it, where the reader may see it. */
  post: { href: string; title: string } | null;
  /** Why staff gave it; empty for a badge by rule. */
  reason: string;
};

export type BadgePage = {
  badge: BadgeCard;
  /** What each level asks, in words; empty where there is one. */
  steps: string[];
  holders: BadgeHolder[];
  /** Holders are left out for this reader. */
  partly: boolean;
  first: boolean;
  next: string | null;
  /** The reader may give it and take it back. */
  gives: boolean;
};

const A_PAGE = 30;

/** The badge of an address: its key, or `tag:SLUG`. Throws NotFoundError. */
async function findBadge(ctx: Ctx, address: string): Promise<{ badge: Badge; tag?: BadgeTag }> {
  const badges = await loadBadges(ctx.db, ctx.community.id);
  const isTag = address.startsWith("tag:");
  const badge = badges.find(({ key, active }) => active && key === (isTag ? "tag" : address));
  if (!badge || address === "tag") throw new NotFoundError();
  if (!isTag) return { badge };
  const tag = await ctx.db
    .selectFrom("tag")
    .select(["id", "name", "slug"])
    .where("community_id", "=", ctx.community.id)
    .where("slug", "=", address.slice(4))
    .executeTakeFirst();
  if (!tag) throw new NotFoundError();
  return { badge, tag };
}

type Row = {
  id: number;
  level: number;
  earned_at: Date;
  reason: string;
  handle: string;
  name: string;
  hue: number;
  role: MemberRole;
  title: string | null;
  post_id: number | null;
};

/** Holders with their highest level, newest first; of a post only what every reader like this one sees. */
async function loadHolders(ctx: Ctx, key: string, cursor: Cursor | null): Promise<Row[]> {
  const { db, community, actor } = ctx;
  const { rows } = await sql<Row>`
    select held.id, held.level, held.earned_at, held.reason, m.handle, m.name, m.hue, m.role,
      seen.title, seen.post_id
    from badge_grant held
    join member m on m.community_id = held.community_id and m.id = held.member_id
    left join lateral (
      select t.title, p.id as post_id from post p
      join thread t on t.community_id = p.community_id and t.id = p.thread_id
        and t.state = 'published' and t.merged_into is null
      join space s on s.community_id = t.community_id and s.id = t.space_id
        and s.read_role = any(${rolesUpTo(actor.role)}::text[])
      where p.community_id = held.community_id and p.id = held.post_id and p.state = 'published'
    ) seen on true
    where held.community_id = ${community.id} and held.badge_key = ${key} and held.revoked_at is null
      and not exists (select from badge_grant higher where higher.community_id = held.community_id
        and higher.member_id = held.member_id and higher.badge_key = held.badge_key
        and higher.level > held.level and higher.revoked_at is null)
      and (${actor.id !== null} or m.show_activity = 'everyone')
      ${
        cursor === null
          ? sql``
          : sql`and (held.earned_at, held.id) < (select before.earned_at, before.id from badge_grant before
              where before.community_id = ${community.id} and before.id = ${cursor.id})`
      }
    order by held.earned_at desc, held.id desc limit ${A_PAGE + 1}
  `.execute(db);
  return rows;
}

/** How many hold it, and how many of them this reader's list leaves out. */
async function countHolders({ db, community, actor }: Ctx, key: string) {
  const { rows } = await sql<{ all: number; private: number }>`
    select count(*)::int as all,
      (count(*) filter (where m.show_activity <> 'everyone'))::int as private
    from badge_grant held join member m on m.community_id = held.community_id and m.id = held.member_id
    where held.community_id = ${community.id} and held.badge_key = ${key}
      and held.level = 1 and held.revoked_at is null
  `.execute(db);
  const { all, private: hidden } = rows[0]!;
  return { all, hidden: actor.id === null ? hidden : 0 };
}

async function ownState(ctx: Ctx, badge: Badge, key: string) {
  const { db, community, actor, now } = ctx;
  if (actor.id === null) return { level: 0, since: null, progress: null };
  const held = (await heldBadges(db, community.id, actor.id)).get(key);
  const level = held?.level ?? 0;
  const need = badge.levels[level];
  const rule = RULED_KEYS.find((ruled) => ruled === badge.key);
  const done =
    rule && need !== undefined
      ? await badgeCounts(db, community.id, { memberId: actor.id, keys: [rule], now })
      : null;
  return {
    level,
    since: held ? formatTime(ctx.t, held.since, now, community.timeZone) : null,
    progress:
      done && need !== undefined ? { have: Math.min(done.get(key) ?? 0, need), need } : null,
  };
}

/** A badge, what it asks, and who holds it. Throws NotFoundError. */
export async function getBadgePage(
  ctx: Ctx,
  input: { address: string; cursor: string | null },
): Promise<BadgePage> {
  const { badge, tag } = await findBadge(ctx, input.address);
  const key = tag ? `tag:${tag.id}` : badge.key;
  const cursor = decodeCursor(input.cursor);
  const [holders, rows, own] = await Promise.all([
    countHolders(ctx, key),
    loadHolders(ctx, key, cursor),
    ownState(ctx, badge, key),
  ]);
  const page = pageOf(rows, A_PAGE, (row): Cursor => ({ value: row.id, id: row.id }));
  const levels = badge.levels.length;
  return {
    badge: {
      key,
      href: badgeHref(key, tag?.slug),
      ...badgeTexts(ctx.t, badge, { tag }),
      face: tag ? { tag: tag.slug } : { icon: badge.icon },
      by: badge.by,
      levels,
      holders: holders.all,
      ...own,
    },
    steps:
      levels === 1
        ? []
        : badge.levels.map((_, index) => badgeTexts(ctx.t, badge, { tag, level: index + 1 }).say),
    holders: page.rows.map((row) => ({
      grantId: row.id,
      handle: row.handle,
      name: row.name,
      hue: row.hue,
      role: row.role,
      level: row.level,
      at: formatTime(ctx.t, row.earned_at, ctx.now, ctx.community.timeZone),
      post:
        row.post_id === null || row.title === null
          ? null
          : { href: `/p/${row.post_id}`, title: row.title },
      reason: row.reason,
    })),
    partly: holders.hidden > 0,
    first: cursor === null,
    next: page.next,
    gives: badge.by === "hand" && can(ctx.actor, "badge.give", { memberId: 0 }),
  };
}
