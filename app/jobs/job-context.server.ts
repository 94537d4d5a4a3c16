import { translatorOf } from "#app/i18n/translators.server.ts";
import { GUEST, type Ctx } from "#app/lib/ctx.ts";
import { getLog } from "#app/lib/log.server.ts";
import type { Db } from "#db/client.server.ts";
import { loadCommunity } from "#app/features/communities/load-community.server.ts";

/** The context of a job: a community, nobody acting. `null` when the community is gone. */
export async function jobContext(db: Db, communityId: number): Promise<Ctx | null> {
  const community = await loadCommunity(db, communityId);
  if (!community) return null;
  return {
    db,
    community,
    actor: GUEST,
    now: new Date(),
    log: getLog().child({ community: community.slug }),
    t: translatorOf(community.locale),
  };
}
