import { keepOriginal } from "#app/features/automod/personal-data/keep-original.server.ts";
import { maskWordsOf } from "#app/features/automod/personal-data/mask-personal-data.ts";
import { maskBeforeStoring } from "#app/features/automod/personal-data/mask-written.ts";
import type { Screening } from "#app/features/automod/screening/screen.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { checkDocument } from "../rich-text/check-document.ts";
import { renderDocument, type StoredText } from "../rich-text/render-text.ts";

/** A text with a title, `null` where none is written. */
type Text<Title extends string | null> = { title: Title; stored: StoredText };

/** What is stored of a text, and what was written where that is something else. */
export type Posted<Title extends string | null = string | null> = Text<Title> & {
  masked: { original: Text<string | null>; kinds: readonly string[]; days: number } | null;
};

/** What is stored of a text that was screened: masked where the community's rule says so. */
export function maskPosted<Title extends string | null>(
  { community }: Pick<Ctx, "community">,
  { settings }: Pick<Screening, "settings">,
  original: Text<Title>,
): Posted<Title> {
  const words = maskWordsOf(translatorOf(community.locale));
  const { title, stored } = original;
  const found = maskBeforeStoring({ title, ...stored }, settings, words);
  if (!found) return { ...original, masked: null };
  return {
    title: found.title as Title,
    stored: renderDocument(checkDocument(found.document)),
    masked: { original, kinds: found.found, days: settings.personalData.keepDays },
  };
}

/** Keeps for the staff what was written, where something else is stored as this revision of a post. */
export async function keepPosted(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { postId, number, posted }: { postId: number; number: number; posted: Posted },
): Promise<void> {
  if (!posted.masked) return;
  const { original, kinds, days } = posted.masked;
  const { document, text } = original.stored;
  const texts = [{ number, title: original.title, document, text }];
  await keepOriginal(tx, ctx, { postId, texts, kinds, days, byRule: true });
}
