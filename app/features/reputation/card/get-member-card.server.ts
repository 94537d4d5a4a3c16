import type { AuthorMark } from "#app/features/members/author-mark.ts";
import { handleKey } from "#app/features/members/handle.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import type { HeldBadge } from "../badges/badge-card.ts";
import { getMemberBadges } from "../badges/get-member-badges.server.ts";
import { expertiseOf } from "../expertise/expertise-of.server.ts";

/** What one sees of a member without going to their page. */
export type MemberCard = AuthorMark & {
  handle: string;
  name: string;
  hue: number;
  /** A staff member's team. */
  title: string;
  points: number;
  accepted: number;
  joined: TimeText;
  /** Names of the tags they know most about; empty for whom their activity is closed. */
  knows: string[];
  badges: Pick<HeldBadge, "key" | "name" | "face" | "level">[];
};

const SHOWN = { knows: 4, badges: 4 };

/** A member's card as the actor may see it: like their page, only shorter. Throws NotFoundError. */
export async function getMemberCard(ctx: Ctx, handle: string): Promise<MemberCard> {
  const row = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "name", "hue", "role", "rank", "title", "points", "created_at"])
    .select(["accepted_count", "show_activity"])
    .where("community_id", "=", ctx.community.id)
    .where("handle_key", "=", handleKey(handle))
    .executeTakeFirst();
  if (!row) throw new NotFoundError();
  const open = row.show_activity === "everyone" || ctx.actor.id !== null;
  const knows = open ? await expertiseOf(ctx, { memberId: row.id, limit: SHOWN.knows }) : [];
  const held = open ? await getMemberBadges(ctx, handle) : null;
  return {
    handle: row.handle,
    name: row.name,
    hue: row.hue,
    role: row.role,
    rank: row.rank,
    title: row.title,
    points: row.points,
    accepted: row.accepted_count,
    joined: formatTime(ctx.t, row.created_at, ctx.now, ctx.community.timeZone),
    knows: knows.map(({ name }) => name),
    badges: (held?.badges ?? [])
      .slice(0, SHOWN.badges)
      .map(({ key, name, face, level }) => ({ key, name, face, level })),
  };
}
