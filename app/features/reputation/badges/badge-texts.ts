import { formatNumber } from "#app/i18n/format-number.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { isBuiltIn } from "./built-in-badges.ts";
import { badgeName } from "./badge-name.ts";
import type { Badge } from "./load-badges.server.ts";

/** A tag, where a badge is about one. */
export type BadgeTag = { id: number; name: string; slug: string };

const lists = new Map<string, Intl.ListFormat>();

/** "10, 50 and 250" in the reader's language. */
function listOf(t: Translate, numbers: readonly number[]): string {
  let format = lists.get(t.locale);
  if (!format) {
    format = new Intl.ListFormat(t.locale === "en" ? "en-GB" : t.locale, { type: "conjunction" });
    lists.set(t.locale, format);
  }
  return format.format(numbers.map((number) => formatNumber(t, number)));
}

/** What a badge is called and what it asks, in words; of one level when `level` says so. */
export function badgeTexts(
  t: Translate,
  badge: Badge,
  { tag, level }: { tag?: BadgeTag | null | undefined; level?: number | undefined } = {},
): { name: string; say: string } {
  const { key, levels, own, description } = badge;
  const name = badgeName(t, tag ? `tag:${tag.id}` : key, { own, tag: tag?.name });
  if (!isBuiltIn(key)) return { name, say: description };
  const asked = level === undefined ? levels : [levels[level - 1] ?? 1];
  const params = { levels: listOf(t, asked), tag: tag?.name ?? "" };
  return {
    name,
    say: key === "tag" && !tag ? t("badges.say.anyTag", params) : t(`badges.say.${key}`, params),
  };
}
