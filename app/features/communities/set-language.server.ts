import type { Language } from "#app/i18n/locales.ts";
import type { Db } from "#db/client.server.ts";
import { forgetCommunities } from "./load-community.server.ts";

export type CommunityLanguage = {
  /** The language of its pages, or of guests whose browser asks for none of ours. */
  locale?: Language | undefined;
  /** Whether a guest's browser chooses. */
  open?: boolean | undefined;
};

/** Changes the language a community's guests read in; what is left out stays as it is. */
export async function setLanguage(
  db: Db,
  communityId: number,
  { locale, open }: CommunityLanguage,
): Promise<void> {
  if (locale === undefined && open === undefined) return;
  await db
    .updateTable("community")
    .set({ locale, locale_open: open })
    .where("id", "=", communityId)
    .execute();
  forgetCommunities(db);
}
