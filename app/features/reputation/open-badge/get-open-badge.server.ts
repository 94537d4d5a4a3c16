import { deriveColours } from "#app/features/communities/theme/derive-colours.ts";
import type { Scheme } from "#app/features/communities/theme/meaning-colours.ts";
import { DEFAULT_THEME, themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { handleKey } from "#app/features/members/handle.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import { loadRanks } from "../load-ranks.server.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import { badgeSvg, type BadgeColours } from "./badge-svg.ts";

const LAMPS = 5;

function coloursOf(theme: unknown, scheme: Scheme): BadgeColours {
  const read = themeSchema.safeParse(theme);
  const tokens = deriveColours(read.success ? read.data : DEFAULT_THEME, scheme);
  const pick = (name: string) => tokens[name] ?? "currentColor";
  return {
    surface: pick("surface"),
    line: pick("line-strong"),
    ink: pick("ink"),
    soft: pick("ink-2"),
    lamp: pick("lamp-fill"),
    off: pick("line-strong"),
  };
}

/**
 * The badge of a member who lets other sites show it, as SVG, in the community's language: it is the
 * same for everybody. Throws NotFoundError for whoever doesn't, and for nobody.
 */
export async function getOpenBadge(ctx: Ctx, handle: string): Promise<string> {
  const { db, community } = ctx;
  const member = await db
    .selectFrom("member")
    .innerJoin("community", "community.id", "member.community_id")
    .select(["member.name", "member.points", "member.rank", "member.role", "community.theme"])
    .where("member.community_id", "=", community.id)
    .where("member.handle_key", "=", handleKey(handle))
    .where("member.open_badge", "=", true)
    .where("member.erase_at", "is", null)
    .executeTakeFirst();
  if (!member) throw new NotFoundError();
  const t = translatorOf(community.locale);
  const { ranks } = await loadRanks(db, community.id);
  const place = Math.min(member.rank, ranks.length - 1);
  const name = tidyLine(member.name);
  const brand = tidyLine(community.name);
  const rank = isStaff(member.role)
    ? t("thread.roleStaff", { brand })
    : tidyLine(rankName(t, ranks[place]!));
  const most = ranks.length - 1;
  return badgeSvg(
    {
      name,
      standing: `${rank} · ${t("impact.points", { count: member.points })}`,
      community: brand,
      alt: t("impact.badgeAlt", { name, rank, community: brand }),
    },
    {
      lit: most === 0 ? LAMPS : 1 + Math.round((place * (LAMPS - 1)) / most),
      rtl: directionOf(t.locale) === "rtl",
      light: coloursOf(member.theme, "light"),
      dark: coloursOf(member.theme, "dark"),
    },
  );
}
