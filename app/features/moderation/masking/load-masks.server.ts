import type { PersonalKind, PersonalOptions } from "#app/features/automod/personal-data/kinds.ts";
import {
  maskWordsOf,
  type MaskWords,
} from "#app/features/automod/personal-data/mask-personal-data.ts";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";

/** How a community masks. */
export type Masks = {
  kinds?: readonly PersonalKind[] | undefined;
  options: PersonalOptions;
  /** In the community's language. */
  words: MaskWords;
  /** For so many days the staff can look at the original. */
  keepDays: number;
};

/** What counts as personal data here, what stands in its place, and how long it is kept. */
export async function loadMasks(
  db: Db,
  { community }: Pick<Ctx, "community">,
  kinds?: readonly PersonalKind[],
): Promise<Masks> {
  const { settings } = await loadSettings({ db, community });
  const { countries, allowed, keepDays } = settings.personalData;
  return {
    kinds,
    options: { countries, allowed },
    words: maskWordsOf(translatorOf(community.locale)),
    keepDays,
  };
}
