import { sql } from "kysely";
import { can } from "#app/features/members/policy.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { BadgeCard, BadgeCatalog, BadgeGroup } from "./badge-card.ts";
import { badgeHref } from "./badge-name.ts";
import { badgeTexts, type BadgeTag } from "./badge-texts.ts";
import { tagIdOf, TRACKS } from "./built-in-badges.ts";
import { badgeCounts, heldBadges, type HeldLevel } from "./list-own-badges.server.ts";
import { loadBadges, type Badge } from "./load-badges.server.ts";

/** Tags whose badges stand in the catalogue: those that most people know. */
const TAGS_SHOWN = 8;
/** From which part of the way on a badge is close. */
const CLOSE = 0.5;

type Own = { held: Map<string, HeldLevel>; done: Map<string, number> };

async function loadOwn({ db, community, actor, now }: Ctx): Promise<Own | null> {
  if (actor.id === null) return null;
  const [held, done] = await Promise.all([
    heldBadges(db, community.id, actor.id),
    badgeCounts(db, community.id, { memberId: actor.id, keys: null, now }),
  ]);
  return { held, done };
}

/** How many hold each badge. */
async function loadHolders({ db, community }: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ badge_key: string; count: number }>`
    select badge_key, count(*)::int as count from badge_grant
    where community_id = ${community.id} and revoked_at is null and level = 1
    group by badge_key
  `.execute(db);
  return new Map(rows.map((row) => [row.badge_key, row.count]));
}

/** The tags with the most holders, then with the most threads; and the reader's. */
async function loadTags(
  { db, community }: Ctx,
  holders: Map<string, number>,
  own: Own | null,
): Promise<(BadgeTag & { shown: boolean })[]> {
  const ids = (keys: Iterable<string>) =>
    [...keys].flatMap((key) => {
      const id = tagIdOf(key);
      return id === null ? [] : [id];
    });
  const most = [...holders].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const first = ids(most).slice(0, TAGS_SHOWN);
  const mine = own ? ids([...own.held.keys(), ...own.done.keys()]) : [];
  const { rows } = await sql<BadgeTag & { shown: boolean }>`
    (select id, name, slug, true as shown from tag where community_id = ${community.id}
     order by array_position(${first}::bigint[], id), thread_count desc, id limit ${TAGS_SHOWN})
    union all
    select id, name, slug, false from tag
    where community_id = ${community.id} and id = any(${mine}::bigint[])
  `.execute(db);
  const byId = new Map<number, BadgeTag & { shown: boolean }>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}

function cardOf(
  ctx: Ctx,
  badge: Badge,
  of: { own: Own | null; holders: Map<string, number>; tag?: BadgeTag },
): BadgeCard {
  const { tag, own } = of;
  const key = tag ? `tag:${tag.id}` : badge.key;
  const held = own?.held.get(key);
  const level = held?.level ?? 0;
  const need = badge.levels[level];
  const progress =
    own && badge.by === "rule" && need !== undefined
      ? { have: Math.min(own.done.get(key) ?? 0, need), need }
      : null;
  return {
    key,
    href: badgeHref(key, tag?.slug),
    ...badgeTexts(ctx.t, badge, { tag }),
    face: tag ? { tag: tag.slug } : { icon: badge.icon },
    by: badge.by,
    level,
    levels: badge.levels.length,
    holders: of.holders.get(key) ?? 0,
    since: held ? formatTime(ctx.t, held.since, ctx.now, ctx.community.timeZone) : null,
    progress,
  };
}

const isClose = ({ progress }: BadgeCard) =>
  progress !== null && progress.have > 0 && progress.have / progress.need >= CLOSE;

/**
 * Every badge of the community in its groups, with how many hold it and, for a member, what they
 * have and how far they are; or only what they have, or are close to.
 */
export async function getBadgeCatalog(
  ctx: Ctx,
  { tab: asked }: { tab: string | null },
): Promise<BadgeCatalog> {
  const [badges, holders, own] = await Promise.all([
    loadBadges(ctx.db, ctx.community.id),
    loadHolders(ctx),
    loadOwn(ctx),
  ]);
  const shown = badges.filter(({ active }) => active);
  const tagBadge = shown.find(({ key }) => key === "tag");
  const tags = tagBadge ? await loadTags(ctx, holders, own) : [];
  const groups: BadgeGroup[] = TRACKS.map((track) => ({
    key: track,
    cards: shown
      .filter((badge) => badge.track === track && badge.key !== "tag")
      .map((badge) => cardOf(ctx, badge, { own, holders })),
  }));
  const ofTags = tags.map((tag) => ({
    ...tag,
    card: cardOf(ctx, tagBadge!, { own, holders, tag }),
  }));
  const every = [...groups.flatMap(({ cards }) => cards), ...ofTags.map(({ card }) => card)];
  const all = [
    ...groups,
    { key: "tags" as const, cards: ofTags.filter((tag) => tag.shown).map(({ card }) => card) },
  ];
  const tab = own && (asked === "yours" || asked === "close") ? asked : "all";
  const wanted = (card: BadgeCard) => (tab === "yours" ? card.level > 0 : isClose(card));
  const whole = [...groups, { key: "tags" as const, cards: ofTags.map(({ card }) => card) }];
  const picked =
    tab === "all" ? all : whole.map((group) => ({ ...group, cards: group.cards.filter(wanted) }));
  return {
    tab,
    groups: picked.filter(({ cards }) => cards.length > 0),
    counts: {
      all: all.reduce((sum, { cards }) => sum + cards.length, 0),
      yours: every.filter(({ level }) => level > 0).length,
      close: every.filter(isClose).length,
    },
    signedIn: own !== null,
    manages: can(ctx.actor, "badge.define", null),
  };
}
