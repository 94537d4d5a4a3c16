import type { Translate } from "#app/i18n/translate.ts";
import { isBuiltIn, tagIdOf } from "./built-in-badges.ts";

/**
 * A badge's name for its reader: the brand's own, the tag's, or the catalogue's. `own` and `tag` are
 * as stored; the key itself when nothing is known of it.
 */
export function badgeName(
  t: Translate,
  key: string,
  { own, tag }: { own?: string | null | undefined; tag?: string | null | undefined },
): string {
  if (tagIdOf(key) !== null) return t("badges.name.tag", { tag: tag ?? "" });
  if (own) return own;
  if (key === "tag") return t("badges.name.anyTag");
  return isBuiltIn(key) ? t(`badges.name.${key}`) : key;
}

/** Path of a badge's page; a tag's badge is found by the tag's slug. */
export function badgeHref(key: string, tagSlug?: string | null): string {
  return tagIdOf(key) === null
    ? `/badges/${key}`
    : `/badges/tag:${encodeURIComponent(tagSlug ?? "")}`;
}
