import { allowOrigin, removeOrigin } from "#app/features/communities/change-origins.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import type { Community } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import { UsageError } from "./usage-error.ts";

type Given = { allow: string[]; remove: string[] };

/** Allows and removes sites as given on the command line. Throws UsageError. */
export async function setOrigins(db: Db, community: Community, given: Given): Promise<void> {
  for (const origin of given.remove) {
    const removed = await removeOrigin(db, community.id, origin);
    if (!removed) throw new UsageError(`--remove-origin ${origin}: it is not among them.`);
  }
  for (const origin of given.allow) {
    try {
      await allowOrigin(db, { community, origin, by: null, at: new Date() });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { key, params } = error.publicMessage;
      const reason = translateKey(translatorOf("en"), key, params);
      throw new UsageError(`--allow-origin ${origin}: ${reason}`);
    }
  }
}
