import { findPersonalData } from "#app/features/automod/personal-data/find-personal-data.ts";
import {
  maskPersonalData,
  type MaskWords,
} from "#app/features/automod/personal-data/mask-personal-data.ts";

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A name, its parts, and a handle: longest first, so that a whole name goes as one. */
function wanted(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part.length > 2))].sort(
    (a, b) => b.length - a.length,
  );
}

/**
 * A text without what identifies a person: their data, mentions, and the names of those who were
 * concerned, each by a word of ours. Rather a word too many than a name too few.
 */
export function withoutNames(
  text: string,
  { names, words, member }: { names: readonly string[]; words: MaskWords; member: string },
): string {
  const masked = maskPersonalData(text, findPersonalData(text), words);
  const mentions = masked.replace(/(?<![\p{L}\p{N}])@[\p{L}\p{N}_-]{2,}/gu, member);
  const list = wanted(names);
  if (list.length === 0) return mentions;
  const pattern = `(?<![\\p{L}\\p{N}])(?:${list.map(escaped).join("|")})(?![\\p{L}\\p{N}])`;
  return mentions.replace(new RegExp(pattern, "giu"), member);
}
