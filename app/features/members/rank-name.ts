import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import type { Translate } from "#app/i18n/translate.ts";

const NAMED = ["newcomer", "neighbour", "regular", "guide", "lamplighter"] as const;

/**
 * A rank's name for its reader: the brand's own, or the catalogue's where a default rank has kept the
 * name it came with.
 */
export function rankName(t: Translate, { key, name }: { key: string; name: string }): string {
  const named = NAMED.find((one) => one === key);
  const usual = DEFAULT_RANKS.find((rank) => rank.key === key)?.name;
  return named && usual === name ? t(`rules.name.${named}`) : name;
}
